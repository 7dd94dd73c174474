package org.halles.web.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.notice.ComplaintView;
import org.halles.marketplace.notice.Complaints;
import org.halles.marketplace.notice.NoticeDecision;
import org.halles.marketplace.notice.NoticeDesk;
import org.halles.marketplace.notice.NoticeSort;
import org.halles.marketplace.notice.NoticeView;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.web.ui.Query;
import org.halles.web.ui.Say;
import org.halles.web.ui.Sorts;
import org.omnifaces.cdi.Param;

/** The notices that wait and those that were decided, and the complaints about decisions. */
@Named
@RequestScoped
public class NoticeList {

  private static final String PATH = "/operator/notices";

  @Inject @Param private String show;
  @Inject @Param private String sort;
  @Inject @Param private String cursor;

  @Inject
  @Param(name = "notice")
  private String chosen;

  @Inject private NoticeDesk desk;
  @Inject private Complaints complaints;
  @Inject private Say say;

  private Page<NoticeView> notices;
  private Page<ComplaintView> complained;

  private String restriction = "none";
  private String ground = "terms";
  private String facts;
  private String groundReference;
  private boolean automated;
  private final Map<UUID, Boolean> reversals = new HashMap<>();
  private final Map<UUID, String> answers = new HashMap<>();

  /** {@code open}, {@code all} or {@code complaints}. */
  public String getShow() {
    return "all".equals(show) || "complaints".equals(show) ? show : "open";
  }

  public boolean isComplaintsShown() {
    return getShow().equals("complaints");
  }

  public List<NoticeView> getNotices() {
    return notices().items();
  }

  public List<ComplaintView> getComplaints() {
    return complained().items();
  }

  /** The statement's form is filled in beside one notice at a time. */
  public void decide(UUID id) {
    NoticeDecision decision =
        new NoticeDecision(restriction, facts, ground, groundReference, automated);
    if (say.trying(() -> desk.decide(id, decision))) {
      say.done("notice.decided");
      notices = null;
    }
  }

  public void answer(UUID id) {
    if (say.trying(
        () -> complaints.decide(id, Boolean.TRUE.equals(reversals.get(id)), answers.get(id)))) {
      say.done("notice.answered");
      complained = null;
    }
  }

  public NoticeView getChosen() {
    return chosen == null || chosen.isBlank() ? null : desk.get(UUID.fromString(chosen));
  }

  public String getNext() {
    String next = isComplaintsShown() ? complained().next() : notices().next();
    return next == null ? null : getSorts().address().with("cursor", next).toString();
  }

  public String getFirst() {
    return cursor == null ? null : getSorts().address().toString();
  }

  /** How notices are sorted: those that wait by their target time, if nothing else is asked. */
  public Sorts<NoticeSort> getSorts() {
    boolean waiting = getShow().equals("open");
    return Sorts.of(
        NoticeSort.class,
        sort,
        waiting ? NoticeSort.DUE : NoticeSort.NEWEST,
        () -> Query.of(PATH).with("show", getShow()));
  }

  private Page<NoticeView> notices() {
    if (notices == null) {
      notices = desk.list(getShow().equals("open"), getSorts().getChosen(), Paging.of(25, cursor));
    }
    return notices;
  }

  private Page<ComplaintView> complained() {
    if (complained == null) {
      complained = complaints.list(true, Paging.of(25, cursor));
    }
    return complained;
  }

  public String getRestriction() {
    return restriction;
  }

  public void setRestriction(String restriction) {
    this.restriction = restriction;
  }

  public String getGround() {
    return ground;
  }

  public void setGround(String ground) {
    this.ground = ground;
  }

  public String getFacts() {
    return facts;
  }

  public void setFacts(String facts) {
    this.facts = facts;
  }

  public String getGroundReference() {
    return groundReference;
  }

  public void setGroundReference(String groundReference) {
    this.groundReference = groundReference;
  }

  public boolean isAutomated() {
    return automated;
  }

  public void setAutomated(boolean automated) {
    this.automated = automated;
  }

  /** Whether the first decision is undone, by complaint. */
  public Map<UUID, Boolean> getReversals() {
    return reversals;
  }

  /** What was written about each complaint. */
  public Map<UUID, String> getAnswers() {
    return answers;
  }
}
