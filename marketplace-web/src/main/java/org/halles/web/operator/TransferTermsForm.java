package org.halles.web.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.Map;
import org.halles.marketplace.payment.TransferSettings;
import org.halles.marketplace.payment.TransferTerms;
import org.halles.spi.CurrencyCode;
import org.halles.web.ui.Say;

/** The marketplace's account for buyers who pay by bank transfer, as it is typed. */
@Named("transferTerms")
@RequestScoped
public class TransferTermsForm {

  @Inject private TransferSettings settings;
  @Inject private Say say;

  private final Map<String, String> faults = new HashMap<>();
  private boolean read;
  private boolean offered;
  private String holder;
  private String iban;
  private String bic;
  private String currency;
  private Integer days;

  public void save() {
    show();
    if (say.trying(faults, () -> settings.change(terms()))) {
      say.done("tender.terms-saved");
    }
  }

  private TransferTerms terms() {
    CurrencyCode code = TypedMoney.currency(currency).orElse(null);
    return new TransferTerms(offered, holder, iban, bic, code, days == null ? 0 : days);
  }

  private void show() {
    if (!read) {
      read = true;
      TransferTerms terms = settings.get();
      offered = terms.offered();
      holder = terms.holder();
      iban = terms.iban();
      bic = terms.bic();
      currency = terms.currency().value();
      days = terms.days();
    }
  }

  public Map<String, String> getFaults() {
    return faults;
  }

  public boolean isOffered() {
    show();
    return offered;
  }

  public void setOffered(boolean offered) {
    show();
    this.offered = offered;
  }

  public String getHolder() {
    show();
    return holder;
  }

  public void setHolder(String holder) {
    show();
    this.holder = holder;
  }

  public String getIban() {
    show();
    return iban;
  }

  public void setIban(String iban) {
    show();
    this.iban = iban;
  }

  public String getBic() {
    show();
    return bic;
  }

  public void setBic(String bic) {
    show();
    this.bic = bic;
  }

  public String getCurrency() {
    show();
    return currency;
  }

  public void setCurrency(String currency) {
    show();
    this.currency = currency;
  }

  public Integer getDays() {
    show();
    return days;
  }

  public void setDays(Integer days) {
    show();
    this.days = days;
  }
}
