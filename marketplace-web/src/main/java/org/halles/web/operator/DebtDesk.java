package org.halles.web.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.payout.Debt;
import org.halles.marketplace.payout.DebtSort;
import org.halles.marketplace.payout.WriteOff;
import org.halles.marketplace.payout.WriteOffs;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.spi.Money;
import org.halles.web.ui.Query;
import org.halles.web.ui.Say;
import org.halles.web.ui.Sorts;
import org.halles.web.ui.Words;
import org.omnifaces.cdi.Param;

/** Who owes the marketplace something, and what of it is written off by two persons. */
@Named
@RequestScoped
public class DebtDesk {

  private static final String PATH = "/operator/debts";

  @Inject @Param private String cursor;
  @Inject @Param private String sort;
  @Inject private WriteOffs writeOffs;
  @Inject private Say say;
  @Inject private Words words;
  @Inject private CurrentCaller caller;

  private final Map<String, String> faults = new HashMap<>();
  private List<Debt> debts;
  private Page<WriteOff> page;
  private String chosen;
  private BigDecimal amount;
  private String reason;

  public List<Debt> getDebts() {
    if (debts == null) {
      debts = writeOffs.debts(getSorts().getChosen());
    }
    return debts;
  }

  /** How the debts are sorted. */
  public Sorts<DebtSort> getSorts() {
    return Sorts.of(DebtSort.class, sort, DebtSort.LARGEST, () -> Query.of(PATH));
  }

  /** What a debt is called in the form: one party may owe in two currencies. */
  public String keyOf(Debt debt) {
    return debt.party() + "/" + debt.owed().currency();
  }

  /** Where the book says how the debt came about. */
  public String bookOf(Debt debt) {
    String address =
        (debt.kind().equals("VENDOR") ? "vendor_receivable:" : "affiliate_receivable:")
            + debt.party();
    return Query.of("/operator/ledger/accounts/" + address)
        .with("currency", debt.owed().currency().value())
        .toString();
  }

  public void propose() {
    Debt debt =
        getDebts().stream().filter(one -> keyOf(one).equals(chosen)).findFirst().orElse(null);
    if (debt == null) {
      faults.put("chosen", words.get("debts.choose"));
      return;
    }
    Money wanted =
        amount == null ? debt.owed() : Money.parse(amount.toPlainString(), debt.owed().currency());
    if (say.trying(faults, () -> writeOffs.propose(debt.party(), wanted, reason))) {
      say.done("debts.proposed");
      chosen = null;
      amount = null;
      reason = null;
      forget();
    }
  }

  /** True if whoever looks proposed it: then somebody else has to agree. */
  public boolean mine(WriteOff one) {
    return one.proposedBy() != null && one.proposedBy().equals(caller.get().accountId());
  }

  public void agree(WriteOff one) {
    if (say.trying(() -> writeOffs.agree(one.id()))) {
      say.done("debts.posted");
    }
    forget();
  }

  public void reject(WriteOff one) {
    if (say.trying(() -> writeOffs.reject(one.id()))) {
      say.done("debts.rejected");
    }
    forget();
  }

  private void forget() {
    debts = null;
    page = null;
  }

  public List<WriteOff> getWriteOffs() {
    return page().items();
  }

  public String getNext() {
    return page().next() == null
        ? null
        : getSorts().address().with("cursor", page().next()).toString();
  }

  public String getFirst() {
    return cursor == null ? null : getSorts().address().toString();
  }

  private Page<WriteOff> page() {
    if (page == null) {
      page = writeOffs.list(Paging.of(null, cursor));
    }
    return page;
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

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
