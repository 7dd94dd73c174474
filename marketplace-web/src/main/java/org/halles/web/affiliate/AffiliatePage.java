package org.halles.web.affiliate;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.halles.marketplace.affiliate.Affiliate;
import org.halles.marketplace.affiliate.AffiliateBalance;
import org.halles.marketplace.affiliate.AffiliateRates;
import org.halles.marketplace.affiliate.AffiliateSale;
import org.halles.marketplace.affiliate.AffiliateSales;
import org.halles.marketplace.affiliate.AffiliateStatus;
import org.halles.marketplace.affiliate.Affiliates;
import org.halles.marketplace.affiliate.Application;
import org.halles.marketplace.onboarding.BankDetails;
import org.halles.marketplace.payout.AffiliatePayouts;
import org.halles.marketplace.payout.PayoutView;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Refusal;
import org.halles.web.ui.FieldErrors;
import org.halles.web.ui.Language;
import org.halles.web.ui.PageAddress;
import org.halles.web.ui.Refusals;
import org.halles.web.ui.Words;

/**
 * Where somebody asks to send buyers, and then finds links, sales, money and the account for it.
 */
@Named
@RequestScoped
public class AffiliatePage {

  private Affiliates affiliates;
  private AffiliateSales sales;
  private AffiliatePayouts payouts;
  private AffiliateRates rates;
  private HttpServletRequest request;
  private PageAddress address;
  private Language language;
  private Words words;
  private Affiliate affiliate;
  private Page<AffiliateSale> page;
  private MadeLink made;
  private Map<String, String> errors = Map.of();
  private String trouble;

  protected AffiliatePage() {}

  @Inject
  AffiliatePage(
      Affiliates affiliates,
      AffiliateSales sales,
      AffiliatePayouts payouts,
      AffiliateRates rates,
      HttpServletRequest request,
      PageAddress address,
      Language language,
      Words words) {
    this.affiliates = affiliates;
    this.sales = sales;
    this.payouts = payouts;
    this.rates = rates;
    this.request = request;
    this.address = address;
    this.language = language;
    this.words = words;
  }

  /** Does what a form asks for; a visitor is led to the sign-in page by the refusal. */
  public void open() throws IOException {
    affiliate = affiliates.mine().orElse(null);
    if (request.getMethod().equals("POST") && submit()) {
      FacesContext faces = FacesContext.getCurrentInstance();
      faces
          .getExternalContext()
          .redirect(language.getPath() + "/account/affiliate?done=" + sent("do"));
      faces.responseComplete();
      return;
    }
    if (isEarning()) {
      page = sales.mine(Paging.of(null, sent("cursor")));
      make();
    }
  }

  private boolean submit() {
    try {
      if ("account".equals(sent("do"))) {
        payouts.name(new BankDetails(sent("holder"), sent("iban")));
      } else {
        affiliates.apply(new Application(sent("code"), sent("name"), sent("channel")));
      }
      return true;
    } catch (InvalidInput invalid) {
      errors = FieldErrors.of(invalid, words);
    } catch (Refusal refusal) {
      trouble = Refusals.told(refusal, words, language.getLocale());
    }
    return false;
  }

  private void make() {
    if (isTyped("target")) {
      Optional<MadeLink> link = MadeLink.of(sent("target"), address.getOrigin(), affiliate.code());
      made = link.orElse(null);
      if (made == null) {
        errors = Map.of("target", words.of("affiliate.no-target", address.getOrigin()));
      }
    }
  }

  private boolean isTyped(String field) {
    return sent(field) != null && !sent(field).isBlank();
  }

  private String sent(String field) {
    return request.getParameter(field);
  }

  public Affiliate getAffiliate() {
    return affiliate;
  }

  /** True if a form to ask is shown: before the first time, and after a refusal. */
  public boolean isAsking() {
    return affiliate == null || affiliate.status() == AffiliateStatus.REFUSED;
  }

  /** True if there may be sales. */
  public boolean isEarning() {
    return affiliate != null
        && (affiliate.isApproved() || affiliate.status() == AffiliateStatus.SUSPENDED);
  }

  public List<AffiliateBalance> getBalances() {
    return sales.balances();
  }

  public List<AffiliateSale> getSales() {
    return page.items();
  }

  public String getNext() {
    return page.next() == null
        ? null
        : language.getPath() + "/account/affiliate?cursor=" + page.next();
  }

  public List<PayoutView> getPayouts() {
    return payouts.mine(Paging.first()).items();
  }

  /** The end of the IBAN, or null. */
  public String getAccount() {
    return payouts.account().orElse(null);
  }

  public int getReturnDays() {
    return rates.returnDays();
  }

  /** The link that was asked for, or null. */
  public MadeLink getMade() {
    return made;
  }

  /** What was typed, or what is known. */
  public String typed(String field, String known) {
    return sent(field) == null ? known : sent(field);
  }

  public Map<String, String> getErrors() {
    return errors;
  }

  public String getTrouble() {
    return trouble;
  }

  /** What was just done, as the end of a message key, or null. */
  public String getDone() {
    String done = sent("done");
    return done != null && words.containsKey("affiliate.done." + done) ? done : null;
  }
}
