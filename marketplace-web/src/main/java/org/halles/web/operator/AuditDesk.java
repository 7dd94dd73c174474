package org.halles.web.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.audit.AuditExport;
import org.halles.marketplace.audit.AuditFilter;
import org.halles.marketplace.audit.AuditView;
import org.halles.marketplace.shared.BusinessCalendar;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.web.ui.Language;
import org.halles.web.ui.Query;
import org.halles.web.ui.Words;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;

/** What was changed, by whom, and how it was before. */
@Named
@RequestScoped
public class AuditDesk {

  private static final String PATH = "/operator/audit";

  @Inject
  @Param(name = "type")
  private String type;

  @Inject
  @Param(name = "subject")
  private String subject;

  @Inject @Param private String action;
  @Inject @Param private String actor;
  @Inject @Param private String from;
  @Inject @Param private String until;
  @Inject @Param private String cursor;
  @Inject private Audit audit;
  @Inject private AuditExport export;
  @Inject private Words words;
  @Inject private Language language;

  private Page<AuditView> page;

  public List<AuditView> getEntries() {
    return page().items();
  }

  /** The fields that differ between before and after, each with its way: {@code scope.category}. */
  public List<Differences.Difference> differences(AuditView entry) {
    return entry == null
        ? List.of()
        : new Differences(words, language.getLocale()).between(entry.before(), entry.after());
  }

  /** What may be looked for among the deeds: the code of each, and its words. */
  public Collection<Map.Entry<String, String>> getDeeds() {
    return words.under("action.").entrySet();
  }

  /** What deeds are done to: the code of each kind, and its words. */
  public Collection<Map.Entry<String, String>> getKinds() {
    return words.under("subject.").entrySet();
  }

  public String getSubject() {
    return subject;
  }

  public String getNext() {
    return page().next() == null ? null : address().with("cursor", page().next()).toString();
  }

  public String getFirst() {
    return cursor == null ? null : address().toString();
  }

  private Query address() {
    return Query.of(PATH)
        .with("type", type)
        .with("subject", subject)
        .with("action", action)
        .with("actor", actor)
        .with("from", from)
        .with("until", until);
  }

  private AuditFilter filter() {
    return new AuditFilter(
        given(type),
        given(subject),
        null,
        null,
        given(action),
        given(actor),
        day(from, 0),
        day(until, 1));
  }

  private static String given(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  /** The beginning of a business day; what is no day narrows nothing. */
  private static Instant day(String text, int later) {
    try {
      return text == null || text.isBlank()
          ? null
          : LocalDate.parse(text).plusDays(later).atStartOfDay(BusinessCalendar.zone()).toInstant();
    } catch (DateTimeException noDay) {
      return null;
    }
  }

  /** True if something narrows the log. */
  public boolean isNarrowed() {
    return !address().toString().equals(PATH);
  }

  /** The log as it is narrowed, as a file. */
  public void download() throws IOException {
    Faces.sendFile("halles-audit.csv", true, out -> export.write(filter(), out));
  }

  public String getType() {
    return type;
  }

  public String getAction() {
    return action;
  }

  public String getActor() {
    return actor;
  }

  public String getFrom() {
    return from;
  }

  public String getUntil() {
    return until;
  }

  private Page<AuditView> page() {
    if (page == null) {
      page = audit.list(filter(), Paging.of(50, cursor));
    }
    return page;
  }
}
