package org.halles.web.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.payout.Aftercare;
import org.halles.marketplace.payout.HeldBack;
import org.halles.marketplace.payout.PayoutRunView;
import org.halles.marketplace.payout.PayoutSort;
import org.halles.marketplace.payout.PayoutStatus;
import org.halles.marketplace.payout.PayoutView;
import org.halles.marketplace.payout.Payouts;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.spi.Money;
import org.halles.web.ui.Amounts;
import org.halles.web.ui.Language;
import org.halles.web.ui.Query;
import org.halles.web.ui.Say;
import org.halles.web.ui.Sorts;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;

/** Paying vendors: proposals, their approval by a second person, and what went wrong. */
@Named
@RequestScoped
public class PayoutDesk {

  private static final String PATH = "/operator/payouts";
  private static final int SHOWN = 50;

  @Inject @Param private String run;
  @Inject @Param private String sort;
  @Inject @Param private String cursor;
  @Inject private Payouts payouts;
  @Inject private Aftercare aftercare;
  @Inject private CurrentCaller caller;
  @Inject private Language language;
  @Inject private Say say;

  private Page<PayoutRunView> runs;
  private Page<PayoutView> ofRun;
  private PayoutRunView found;
  private List<PayoutView> failed;
  private String reason;

  public List<PayoutRunView> getRuns() {
    return runs().items();
  }

  public String getNext() {
    String next = runs().next();
    return next == null ? null : Query.of(PATH).with("cursor", next).toString();
  }

  public String getFirst() {
    return cursor == null ? null : PATH;
  }

  /** Those that wait for somebody. */
  public List<PayoutView> getFailed() {
    if (failed == null) {
      failed = payouts.list(PayoutStatus.FAILED, null, null, Paging.first()).items();
    }
    return failed;
  }

  public PayoutRunView getRun() {
    if (found == null) {
      found = payouts.get(id());
    }
    return found;
  }

  /** What the run pays, a page at a time. */
  public List<PayoutView> getPayouts() {
    return ofRun().items();
  }

  public String getNextPayouts() {
    String next = ofRun().next();
    return next == null ? null : getSorts().address().with("cursor", next).toString();
  }

  public String getFirstPayouts() {
    return cursor == null ? null : getSorts().address().toString();
  }

  /** How the payouts of the run are sorted. */
  public Sorts<PayoutSort> getSorts() {
    return Sorts.of(PayoutSort.class, sort, PayoutSort.LARGEST, () -> Query.of(PATH + "/" + id()));
  }

  private Page<PayoutView> ofRun() {
    if (ofRun == null) {
      ofRun = payouts.list(null, id(), getSorts().getChosen(), Paging.of(SHOWN, cursor));
    }
    return ofRun;
  }

  /** True if this person proposed it, and so cannot approve it. */
  public boolean isOwn() {
    return getRun().proposedBy() != null && getRun().proposedBy().equals(caller.get().accountId());
  }

  /** True if one of the payouts shown may end otherwise than well, which needs a reason. */
  public boolean isExplainable() {
    return getPayouts().stream()
        .map(PayoutView::status)
        .anyMatch(Set.of(PayoutStatus.SENT, PayoutStatus.FAILED, PayoutStatus.PAID)::contains);
  }

  /** What explains why somebody is not paid, as the reader writes it; empty where nothing does. */
  public String detailOf(HeldBack held) {
    return switch (held.reason()) {
      case "blocked" -> held.detail();
      case "below-minimum", "in-debt", "balance-fell" ->
          Amounts.text(
              Money.parse(held.detail().split(" ")[0], held.amount().currency()),
              language.getLocale());
      default -> "";
    };
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public void propose() {
    if (say.trying(() -> found = payouts.propose())) {
      Faces.redirect(PATH + "/%s", found.id().toString());
    }
  }

  public void approve() {
    ofRun = null;
    if (say.trying(() -> found = payouts.approve(id()))) {
      say.done("payouts.approved");
    }
  }

  public void cancel() {
    ofRun = null;
    if (say.trying(() -> found = payouts.cancel(id()))) {
      say.done("payouts.dropped");
    }
  }

  public void retry(PayoutView payout) {
    if (say.trying(() -> aftercare.retry(payout.id()))) {
      say.done("payouts.retried", payout.number());
    }
    forget();
  }

  public void giveUp(PayoutView payout) {
    if (say.trying(() -> aftercare.giveUp(payout.id(), reason))) {
      say.done("payouts.given-up", payout.number());
    }
    forget();
  }

  public void returned(PayoutView payout) {
    if (say.trying(() -> aftercare.returned(payout.id(), reason))) {
      say.done("payouts.returned", payout.number());
    }
    forget();
  }

  public void executed(PayoutView payout) {
    if (say.trying(() -> aftercare.executed(payout.id()))) {
      say.done("finance.executed", payout.number());
    }
    forget();
  }

  public void refused(PayoutView payout) {
    if (say.trying(() -> aftercare.refused(payout.id(), reason))) {
      say.done("finance.refused", payout.number());
    }
    forget();
  }

  /** What is shown is read anew. */
  void forget() {
    failed = null;
    found = null;
    ofRun = null;
    reason = null;
  }

  private UUID id() {
    try {
      return UUID.fromString(String.valueOf(run));
    } catch (IllegalArgumentException none) {
      throw new NotFound("payout run", run);
    }
  }

  private Page<PayoutRunView> runs() {
    if (runs == null) {
      runs = payouts.runs(Paging.of(null, cursor));
    }
    return runs;
  }
}
