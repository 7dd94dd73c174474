package org.halles.web.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.moderation.CaseFilter;
import org.halles.marketplace.moderation.CaseView;
import org.halles.marketplace.moderation.ModerationQueue;
import org.halles.marketplace.moderation.ReasonTemplate;
import org.halles.marketplace.moderation.ReasonTemplates;
import org.halles.marketplace.moderation.Risk;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.web.ui.Query;
import org.halles.web.ui.Words;
import org.omnifaces.cdi.Param;

/** The moderators' queue: what waits, filtered and sorted by the address. */
@Named
@RequestScoped
public class ModerationDesk {

  private static final String PATH = "/operator/moderation";

  /** So many at once, so that a page of them is a sitting's work. */
  private static final int SHOWN = 50;

  @Inject @Param private String kind;
  @Inject @Param private String risk;
  @Inject @Param private String who;
  @Inject @Param private String late;
  @Inject @Param private String sort;
  @Inject @Param private String vendor;
  @Inject @Param private String cursor;
  @Inject private ModerationQueue queue;
  @Inject private ReasonTemplates templates;
  @Inject private CurrentCaller current;
  @Inject private Words words;
  @Inject private Clock clock;

  private Page<CaseView> page;
  private List<ReasonTemplate> reasons;

  public List<CaseView> getCases() {
    return page().items();
  }

  public List<ReasonTemplate> getReasons() {
    if (reasons == null) {
      reasons = templates.list();
    }
    return reasons;
  }

  /** How long it waits, as people say it. */
  public String age(CaseView one) {
    return span(Duration.between(one.submittedAt(), clock.instant()));
  }

  /** How much time is left, or how late it is. */
  public String due(CaseView one) {
    Instant now = clock.instant();
    return one.late()
        ? words.of("moderation.late-by", span(Duration.between(one.dueAt(), now)))
        : words.of("moderation.due-in", span(Duration.between(now, one.dueAt())));
  }

  private String span(Duration span) {
    if (span.toHours() < 1) {
      return words.of("moderation.minutes", Math.max(0, span.toMinutes()));
    }
    return span.toHours() < 48
        ? words.of("moderation.hours", span.toHours())
        : words.of("moderation.days", span.toDays());
  }

  public boolean mine(CaseView one) {
    return one.assignedTo() != null && one.assignedTo().equals(current.get().accountId());
  }

  public String getKind() {
    return kind;
  }

  public String getRisk() {
    return risk;
  }

  public String getWho() {
    return who;
  }

  public String getLate() {
    return late;
  }

  public String getSort() {
    return sort;
  }

  public String getVendor() {
    return vendor;
  }

  public boolean isFiltered() {
    return !(blank(kind) && blank(risk) && blank(who) && blank(late) && blank(vendor));
  }

  public String getNext() {
    return page().next() == null ? null : address().with("cursor", page().next()).toString();
  }

  public String getFirst() {
    return cursor == null ? null : address().toString();
  }

  private Query address() {
    return Query.of(PATH)
        .with("kind", kind)
        .with("risk", risk)
        .with("who", who)
        .with("late", late)
        .with("vendor", vendor)
        .with("sort", sort);
  }

  private Page<CaseView> page() {
    if (page == null) {
      page = queue.list(filter(), Paging.of(SHOWN, cursor));
    }
    return page;
  }

  private CaseFilter filter() {
    return new CaseFilter(
        "change".equals(kind) ? Boolean.TRUE : "new".equals(kind) ? Boolean.FALSE : null,
        named(Risk.class, risk, null),
        "me".equals(who) ? current.get().accountId() : null,
        "nobody".equals(who),
        "true".equals(late),
        blank(vendor) ? null : vendor.strip(),
        named(CaseFilter.Sort.class, sort, CaseFilter.Sort.DUE));
  }

  private static <E extends Enum<E>> E named(Class<E> type, String name, E otherwise) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equalsIgnoreCase(name)) {
        return constant;
      }
    }
    return otherwise;
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }
}
