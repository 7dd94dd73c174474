package org.halles.web.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.refund.RefusedRefund;
import org.halles.marketplace.refund.RefusedRefunds;
import org.halles.marketplace.shared.BusinessCalendar;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.web.ui.Query;
import org.halles.web.ui.Say;
import org.omnifaces.cdi.Param;

/** Money that gateways refused to give back, and what finance does about it. */
@Named
@RequestScoped
public class RefusedRefundDesk {

  private static final String PATH = "/operator/refunds";

  @Inject @Param private String cursor;
  @Inject private RefusedRefunds refused;
  @Inject private CurrentCaller caller;
  @Inject private Clock clock;
  @Inject private Say say;

  private final Map<String, String> faults = new HashMap<>();
  private Page<RefusedRefund> page;
  private String chosen;
  private String sentOn;
  private String bankReference;
  private String note;

  public List<RefusedRefund> getRefunds() {
    return page().items();
  }

  /** True for those who may decide about money. */
  public boolean isTheirs() {
    return caller.get().is(Role.FINANCE);
  }

  public void retry(RefusedRefund one) {
    if (say.trying(() -> refused.retry(one.id()))) {
      say.done("giveback.retried");
    }
    page = null;
  }

  /** It was sent from our own bank account. */
  public void transferred() {
    if (say.trying(
        faults, () -> refused.transferred(UUID.fromString(chosen), day(), bankReference))) {
      say.done("giveback.transferred");
      bankReference = null;
      page = null;
    }
  }

  /** Nothing more is tried. */
  public void close() {
    if (say.trying(faults, () -> refused.close(UUID.fromString(chosen), note))) {
      say.done("giveback.closed");
      note = null;
      page = null;
    }
  }

  private LocalDate day() {
    try {
      return getSentOn().isBlank() ? null : LocalDate.parse(getSentOn());
    } catch (DateTimeParseException odd) {
      return null;
    }
  }

  public String getNext() {
    return page().next() == null ? null : Query.of(PATH).with("cursor", page().next()).toString();
  }

  public String getFirst() {
    return cursor == null ? null : PATH;
  }

  private Page<RefusedRefund> page() {
    if (page == null) {
      page = refused.list(Paging.of(null, cursor));
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

  public String getSentOn() {
    return sentOn == null ? BusinessCalendar.dayOf(clock.instant()).toString() : sentOn;
  }

  public void setSentOn(String sentOn) {
    this.sentOn = sentOn;
  }

  public String getBankReference() {
    return bankReference;
  }

  public void setBankReference(String bankReference) {
    this.bankReference = bankReference;
  }

  public String getNote() {
    return note;
  }

  public void setNote(String note) {
    this.note = note;
  }
}
