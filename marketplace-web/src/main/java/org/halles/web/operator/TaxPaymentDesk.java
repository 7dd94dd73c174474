package org.halles.web.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.halles.marketplace.invoicing.TaxOwed;
import org.halles.marketplace.invoicing.TaxPayments;
import org.halles.web.ui.Query;
import org.halles.web.ui.Say;
import org.halles.web.ui.Words;

/** Tax that the marketplace owes, and what of it finance paid. */
@Named
@RequestScoped
public class TaxPaymentDesk {

  @Inject private TaxPayments payments;
  @Inject private Say say;
  @Inject private Words words;

  private final Map<String, String> faults = new HashMap<>();
  private List<TaxOwed> owed;
  private String chosen;
  private BigDecimal amount;
  private String reference;

  public List<TaxOwed> getOwed() {
    if (owed == null) {
      owed = payments.owed();
    }
    return owed;
  }

  /** What tells one from the others. */
  public String keyOf(TaxOwed one) {
    return one.account() + " " + one.owed().currency().value();
  }

  /** Where the book shows how it came about. */
  public String bookOf(TaxOwed one) {
    return Query.of("/operator/ledger/accounts/" + one.account())
        .with("currency", one.owed().currency().value())
        .toString();
  }

  public void record() {
    TaxOwed paid =
        getOwed().stream().filter(one -> keyOf(one).equals(chosen)).findFirst().orElse(null);
    if (paid == null) {
      faults.put("chosen", words.get("taxowed.choose"));
      return;
    }
    if (say.trying(faults, () -> record(paid))) {
      say.done("taxowed.done");
      owed = null;
      chosen = null;
      amount = null;
      reference = null;
    }
  }

  private void record(TaxOwed paid) {
    payments.record(
        paid.account(),
        amount == null ? paid.owed() : TypedMoney.of(amount, paid.owed().currency().value()),
        reference);
  }

  public Map<String, String> getFaults() {
    return faults;
  }

  public String getChosen() {
    return chosen;
  }

  public void setChosen(String chosen) {
    this.chosen = chosen;
  }

  public BigDecimal getAmount() {
    return amount;
  }

  public void setAmount(BigDecimal amount) {
    this.amount = amount;
  }

  public String getReference() {
    return reference;
  }

  public void setReference(String reference) {
    this.reference = reference;
  }
}
