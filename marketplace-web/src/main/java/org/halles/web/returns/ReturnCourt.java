package org.halles.web.returns;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.returns.ReturnDecisions;
import org.halles.marketplace.returns.ReturnSort;
import org.halles.marketplace.returns.ReturnStatus;
import org.halles.marketplace.returns.ReturnView;
import org.halles.marketplace.returns.Units;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.web.ui.Query;
import org.halles.web.ui.Say;
import org.halles.web.ui.Sorts;
import org.omnifaces.cdi.Param;

/** The operator reads what goes back, and decides where the two sides do not agree. */
@Named
@RequestScoped
public class ReturnCourt {

  private static final String PATH = "/operator/returns";
  private static final String WAITING = "waiting";

  @Inject @Param private String id;
  @Inject @Param private String show;
  @Inject @Param private String sort;
  @Inject @Param private String cursor;
  @Inject private ReturnDecisions decisions;
  @Inject private CurrentCaller caller;
  @Inject private Say say;

  private Page<ReturnView> page;
  private ReturnView chosen;
  private List<ReturnLine> lines;
  private Integer waiting;
  private String words;

  public List<ReturnView> getReturns() {
    return page().items();
  }

  /** How many wait for a decision, for the rail; none for those whose business it is not. */
  public int getWaiting() {
    if (waiting == null) {
      boolean theirs = caller.get().is(Role.FINANCE) || caller.get().is(Role.SUPPORT);
      waiting = theirs ? decisions.waiting() : 0;
    }
    return waiting;
  }

  public ReturnView getChosen() {
    if (chosen == null) {
      chosen = decisions.get(id());
    }
    return chosen;
  }

  /** What of it is still to be judged. */
  public List<ReturnLine> getLines() {
    if (lines == null) {
      lines =
          getChosen().lines().stream()
              .filter(line -> line.quantity() > line.refunded())
              .map(ReturnLine::new)
              .toList();
    }
    return lines;
  }

  /** True if something may still be decided, by this person. */
  public boolean isDecidable() {
    ReturnStatus status = getChosen().status();
    boolean over =
        status == ReturnStatus.COMPLETED
            || status == ReturnStatus.CANCELLED
            || status == ReturnStatus.LAPSED;
    return !over && caller.get().is(Role.FINANCE);
  }

  /** True if the vendor may still be made to take the goods. */
  public boolean isOrderable() {
    return getChosen().status() == ReturnStatus.REQUESTED
        || getChosen().status() == ReturnStatus.REFUSED;
  }

  public boolean isOnlyWaiting() {
    return WAITING.equals(show);
  }

  public String getHrefAll() {
    return PATH;
  }

  public String getHrefWaiting() {
    return Query.of(PATH).with("show", WAITING).toString();
  }

  public String fileOf(ReturnView one, ReturnView.File file) {
    return "/operator/return-files/" + one.orderGroup() + "/" + one.id() + "/" + file.id();
  }

  public void decide() {
    List<Units> units = getLines().stream().map(ReturnLine::units).toList();
    if (say.trying(() -> chosen = decisions.decide(id(), units, words))) {
      done("returns.decided");
    }
  }

  public void reject() {
    if (say.trying(() -> chosen = decisions.decide(id(), List.of(), words))) {
      done("returns.decided");
    }
  }

  public void order() {
    if (say.trying(() -> chosen = decisions.accept(id(), null, words))) {
      done("returns.ordered");
    }
  }

  private void done(String key) {
    say.done(key);
    words = null;
    lines = null;
  }

  private UUID id() {
    try {
      return UUID.fromString(String.valueOf(id));
    } catch (IllegalArgumentException none) {
      throw new NotFound("return", id);
    }
  }

  /** How the list is sorted. */
  public Sorts<ReturnSort> getSorts() {
    return Sorts.of(
        ReturnSort.class, sort, ReturnSort.NEWEST, () -> Query.of(PATH).with("show", show));
  }

  public String getNext() {
    return page().next() == null
        ? null
        : getSorts().address().with("cursor", page().next()).toString();
  }

  public String getFirst() {
    return cursor == null ? null : getSorts().address().toString();
  }

  private Page<ReturnView> page() {
    if (page == null) {
      page = decisions.list(isOnlyWaiting(), getSorts().getChosen(), Paging.of(null, cursor));
    }
    return page;
  }

  public String getWords() {
    return words;
  }

  public void setWords(String words) {
    this.words = words;
  }
}
