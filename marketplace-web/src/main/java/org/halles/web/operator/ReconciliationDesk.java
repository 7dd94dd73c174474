package org.halles.web.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.reconciliation.DifferenceView;
import org.halles.marketplace.reconciliation.Differences;
import org.halles.marketplace.reconciliation.ReconciliationView;
import org.halles.marketplace.reconciliation.Reconciliations;
import org.halles.marketplace.reconciliation.SafeAction;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.web.ui.Query;
import org.halles.web.ui.Say;
import org.omnifaces.cdi.Param;

/** What gateways and the book disagree on: what to do, and how it was compared. */
@Named
@RequestScoped
public class ReconciliationDesk {

  private static final String PATH = "/operator/reconciliations";

  @Inject @Param private String run;
  @Inject @Param private String status;
  @Inject @Param private String cursor;
  @Inject private Reconciliations reconciliations;
  @Inject private Differences differences;
  @Inject private CurrentCaller caller;
  @Inject private Say say;

  private List<String> gateways;
  private Page<DifferenceView> found;
  private List<ReconciliationView> runs;
  private ReconciliationView one;
  private String chosen;
  private String note;

  public List<String> getGateways() {
    if (gateways == null) {
      gateways = reconciliations.gateways();
    }
    return gateways;
  }

  /** The newest comparisons. */
  public List<ReconciliationView> getRuns() {
    if (runs == null) {
      runs = reconciliations.list(Paging.of(10, null)).items();
    }
    return runs;
  }

  /** The comparison whose differences are shown, or null if all that wait are shown. */
  public ReconciliationView getRun() {
    if (one == null && run != null) {
      one = reconciliations.get(idOf(run));
    }
    return one;
  }

  public String getStatus() {
    return status;
  }

  public List<DifferenceView> getDifferences() {
    return found().items();
  }

  public String getNext() {
    String next = found().next();
    return next == null ? null : list().with("cursor", next).toString();
  }

  public String getFirst() {
    return cursor == null ? null : list().toString();
  }

  public void compare(String gateway) {
    if (say.trying(() -> one = reconciliations.run(gateway, null, null))) {
      say.done("finance.compared", gateway, one.compared(), one.found());
    }
    forget();
  }

  public void askAgain(DifferenceView difference) {
    if (say.trying(() -> differences.askAgain(difference.id()))) {
      say.done("finance.asked", difference.key());
    }
    forget();
  }

  /** Which difference the dialog is about. */
  public void choose(DifferenceView difference) {
    chosen = difference.id().toString();
  }

  public void explain() {
    propose(SafeAction.EXPLAIN);
  }

  public void postFee() {
    propose(SafeAction.POST_FEE);
  }

  public void bookLoss() {
    propose(SafeAction.BOOK_LOSS);
  }

  private void propose(SafeAction action) {
    if (say.trying(() -> differences.propose(idOf(chosen), action, note))) {
      say.done("finance.proposed");
      note = null;
      forget();
    }
  }

  public void agree(DifferenceView difference) {
    if (say.trying(() -> differences.agree(difference.id()))) {
      say.done("finance.agreed");
    }
    forget();
  }

  public void reject(DifferenceView difference) {
    if (say.trying(() -> differences.reject(difference.id()))) {
      say.done("finance.rejected");
    }
    forget();
  }

  /** True if the caller proposed it and so cannot agree to it. */
  public boolean isOwn(DifferenceView difference) {
    return difference.proposedBy() != null
        && difference.proposedBy().equals(caller.get().accountId());
  }

  /** Whether this may be done about it now. */
  public boolean allows(DifferenceView difference, String action) {
    return difference.status().equals("OPEN")
        && difference.actions().contains(SafeAction.valueOf(action));
  }

  public String getNote() {
    return note;
  }

  public void setNote(String note) {
    this.note = note;
  }

  public String getChosen() {
    return chosen;
  }

  public void setChosen(String chosen) {
    this.chosen = chosen;
  }

  private void forget() {
    found = null;
    runs = null;
  }

  private Query list() {
    return Query.of(run == null ? PATH : PATH + "/" + run).with("status", status);
  }

  private Page<DifferenceView> found() {
    if (found == null) {
      found = differences.list(status, run == null ? null : getRun().id(), Paging.of(null, cursor));
    }
    return found;
  }

  private static UUID idOf(String text) {
    try {
      return UUID.fromString(String.valueOf(text));
    } catch (IllegalArgumentException none) {
      throw new NotFound("reconciliation", text);
    }
  }
}
