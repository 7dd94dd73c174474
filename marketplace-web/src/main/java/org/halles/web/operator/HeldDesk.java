package org.halles.web.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.screening.HeldOrders;
import org.halles.marketplace.screening.ScreeningView;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.web.ui.Language;
import org.halles.web.ui.Query;
import org.halles.web.ui.Say;
import org.omnifaces.cdi.Param;

/** Purchases that a check held: which wait, what speaks against one, and what is decided. */
@Named
@RequestScoped
public class HeldDesk {

  private static final String PATH = "/operator/held-orders";

  @Inject @Param private String number;
  @Inject @Param private String cursor;
  @Inject private HeldOrders held;
  @Inject private CurrentCaller caller;
  @Inject private Language language;
  @Inject private Say say;

  private Page<ScreeningView> page;
  private HeldOrders.Look look;
  private String reason;

  public List<ScreeningView> getOrders() {
    return page().items();
  }

  public String getNext() {
    return page().next() == null ? null : Query.of(PATH).with("cursor", page().next()).toString();
  }

  public String getFirst() {
    return cursor == null ? null : PATH;
  }

  /** How many wait, for the rail; none for those whose business it is not. */
  public long getWaiting() {
    boolean theirs = caller.get().is(Role.FINANCE) || caller.get().is(Role.SUPPORT);
    return theirs ? look().waiting() : 0;
  }

  /** What checks thought of the purchase of this page, or null if nobody looked. */
  public ScreeningView getScreening() {
    return look().screening();
  }

  private HeldOrders.Look look() {
    if (look == null) {
      look = held.look(number);
    }
    return look;
  }

  /** True if the person may decide about it now. */
  public boolean isOpen() {
    return getScreening() != null && getScreening().open() && caller.get().is(Role.FINANCE);
  }

  /** True if it may go on: its money is there. */
  public boolean isReleasable() {
    return isOpen() && getScreening().isReleasable();
  }

  /** A reason in the reader's language. */
  public String say(Map<String, String> words) {
    return words.getOrDefault(language.getTag(), words.getOrDefault("en", ""));
  }

  public void release() {
    if (say.trying(() -> held.release(number))) {
      say.done("held.released", number);
    }
    look = null;
  }

  public void cancel() {
    if (say.trying(() -> held.cancel(number, reason))) {
      say.done("held.cancelled", number);
    }
    look = null;
  }

  private Page<ScreeningView> page() {
    if (page == null) {
      page = held.waiting(Paging.of(null, cursor));
    }
    return page;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
