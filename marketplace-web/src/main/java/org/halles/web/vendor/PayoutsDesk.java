package org.halles.web.vendor;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.halles.marketplace.onboarding.VendorAccounts;
import org.halles.marketplace.order.VendorBalance;
import org.halles.marketplace.payout.PayoutPolicy;
import org.halles.marketplace.payout.PayoutSort;
import org.halles.marketplace.payout.PayoutView;
import org.halles.marketplace.payout.Rhythm;
import org.halles.marketplace.payout.SignUps;
import org.halles.marketplace.payout.Statement;
import org.halles.marketplace.payout.Statements;
import org.halles.marketplace.payout.VendorPayouts;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;
import org.halles.web.ui.Query;
import org.halles.web.ui.Say;
import org.halles.web.ui.Sorts;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;

/** What the vendor was paid, what is on its way, and how it wants to be paid. */
@Named
@RequestScoped
public class PayoutsDesk {

  private static final CurrencyCode EUR = CurrencyCode.of("EUR");

  @Inject @Param private String sort;
  @Inject @Param private String cursor;
  @Inject private Desk desk;
  @Inject private VendorPayouts payouts;
  @Inject private VendorAccounts declared;
  @Inject private Statements monthly;
  @Inject private SignUps signUps;
  @Inject private Say say;

  private List<SignUps.SignUp> accounts;
  private List<Statement> statements;
  private Page<PayoutView> page;
  private PayoutPolicy policy;
  private String accountEnding;
  private List<VendorBalance> balances;
  private Rhythm rhythm;
  private BigDecimal minimum;

  public List<VendorBalance> getBalances() {
    if (balances == null) {
      balances = payouts.balances(desk.scope());
    }
    return balances;
  }

  /** The gateways that pay only who signed up with them. */
  public List<SignUps.SignUp> getAccounts() {
    if (accounts == null) {
      accounts = new ArrayList<>();
      say.trying(() -> accounts.addAll(signUps.of(desk.scope())));
    }
    return accounts;
  }

  /** Leads the vendor to the gateway's own pages. */
  public void signUp(String gateway) {
    say.trying(
        () ->
            Faces.redirect(
                signUps.begin(desk.scope(), gateway, desk.getPath() + "/payouts").url()));
  }

  public List<PayoutView> getPayouts() {
    return page().items();
  }

  public PayoutPolicy getPolicy() {
    if (policy == null) {
      policy = payouts.policy(desk.scope());
    }
    return policy;
  }

  /** The end of the IBAN it declared; empty: none yet. */
  public String getAccountEnding() {
    if (accountEnding == null) {
      accountEnding = declared.endingOf(desk.scope()).orElse("");
    }
    return accountEnding;
  }

  /** True while the onboarding checklist keeps the money back. */
  public boolean isIncomplete() {
    return !payouts.missing(desk.scope()).isEmpty();
  }

  /** What happened each month, newest first; a year of them. */
  public List<Statement> getStatements() {
    if (statements == null) {
      statements = monthly.of(desk.scope()).stream().limit(12).toList();
    }
    return statements;
  }

  public String fileOf(Statement statement) {
    String currency = statement.closing().currency().value().toLowerCase(Locale.ROOT);
    return "/vendor/files/%s/statement-%s-%s.csv"
        .formatted(desk.getSlug(), statement.period(), currency);
  }

  /** The same on paper. */
  public String paperOf(Statement statement) {
    return fileOf(statement).replaceFirst("csv$", "pdf");
  }

  /** The month as a day that can be written in any language. */
  public LocalDate dayOf(Statement statement) {
    return statement.period().atDay(1);
  }

  public List<Rhythm> getRhythms() {
    return List.of(Rhythm.values());
  }

  public Rhythm getRhythm() {
    return rhythm == null ? getPolicy().rhythm() : rhythm;
  }

  public void setRhythm(Rhythm rhythm) {
    this.rhythm = rhythm;
  }

  /** In euros; other currencies keep what was chosen for them through the API. */
  public BigDecimal getMinimum() {
    Long chosen = getPolicy().minimum().get(EUR.value());
    return minimum != null || chosen == null ? minimum : Money.of(chosen, EUR).toDecimal();
  }

  public void setMinimum(BigDecimal minimum) {
    this.minimum = minimum;
  }

  public void choose() {
    Map<String, Long> chosen = new HashMap<>(getPolicy().minimum());
    chosen.remove(EUR.value());
    boolean done =
        say.trying(
            () -> {
              if (minimum != null) {
                chosen.put(EUR.value(), Money.parse(minimum.toPlainString(), EUR).minor());
              }
              policy = payouts.choose(desk.scope(), getRhythm(), chosen);
            });
    if (done) {
      say.done("payouts.chosen");
    }
  }

  public void request() {
    if (say.trying(() -> policy = payouts.request(desk.scope()))) {
      say.done("payouts.requested");
    }
  }

  public String getNext() {
    return page().next() == null ? null : address().with("cursor", page().next()).toString();
  }

  public String getFirst() {
    return cursor == null ? null : address().toString();
  }

  /** How the list is sorted. */
  public Sorts<PayoutSort> getSorts() {
    return Sorts.of(
        PayoutSort.class, sort, PayoutSort.NEWEST, () -> Query.of(desk.getPath() + "/payouts"));
  }

  private Query address() {
    return getSorts().address();
  }

  private Page<PayoutView> page() {
    if (page == null) {
      page = payouts.list(desk.scope(), getSorts().getChosen(), Paging.of(null, cursor));
    }
    return page;
  }
}
