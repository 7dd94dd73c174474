package org.halles.marketplace.moderation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.halles.marketplace.shared.Keys;
import org.halles.marketplace.shared.Paging;

/** A filter and a page of the queue as SQL. */
record CaseQuery(String sql, List<Object> parameters) {

  /** Needs the instant of now once. */
  static final String COLUMNS =
      """
      select c.*, v.slug, v.name as vendor_name, a.name as assignee, l.image_media,
             coalesce(ch.after -> 'title', l.title) as shown_title,
             c.assigned_until > ? as assigned,
             (select count(*) from moderation_finding f
               where f.case_id = c.id and f.severity <> 'NOTE') as findings
        from moderation_case c
        join listing l on l.id = c.listing_id
        join vendor v on v.id = c.vendor_id
        left join listing_change ch on ch.id = c.change_id
        left join account a on a.id = c.assigned_to
       where c.status = 'WAITING'
      """;

  static CaseQuery of(CaseFilter filter, Paging paging, Instant now) {
    StringBuilder sql = new StringBuilder(COLUMNS);
    List<Object> parameters = new ArrayList<>(List.of(now));
    if (filter.change() != null) {
      sql.append(filter.change() ? " and c.change_id is not null" : " and c.change_id is null");
    }
    add(sql, parameters, " and c.risk = ?", filter.risk() == null ? null : filter.risk().ordinal());
    if (filter.assignedTo() != null) {
      add(sql, parameters, " and c.assigned_to = ?", filter.assignedTo());
      add(sql, parameters, " and c.assigned_until > ?", now);
    }
    add(
        sql,
        parameters,
        " and (c.assigned_until is null or c.assigned_until <= ?)",
        filter.free() ? now : null);
    add(sql, parameters, " and c.due_at < ?", filter.late() ? now : null);
    add(sql, parameters, " and v.slug = ?", filter.vendor());
    sorted(filter.sort(), paging, sql, parameters);
    parameters.add(paging.limit() + 1);
    return new CaseQuery(sql.append(" limit ?").toString(), parameters);
  }

  private static void sorted(
      CaseFilter.Sort sort, Paging paging, StringBuilder sql, List<Object> parameters) {
    Optional<Keys> after = paging.keys(3);
    if (after.isPresent()) {
      Keys keys = after.get();
      sql.append(
          switch (sort) {
            case DUE -> " and (c.due_at, c.id) > (?, ?)";
            case NEWEST -> " and (c.submitted_at, c.id) < (?, ?)";
            case RISK -> " and (-c.risk, c.due_at, c.id) > (-?::int, ?, ?)";
          });
      if (sort == CaseFilter.Sort.RISK) {
        parameters.add((int) keys.whole(0));
      }
      parameters.add(keys.instant(1));
      parameters.add(keys.uuid(2));
    }
    sql.append(
        switch (sort) {
          case DUE -> " order by c.due_at, c.id";
          case NEWEST -> " order by c.submitted_at desc, c.id desc";
          case RISK -> " order by c.risk desc, c.due_at, c.id";
        });
  }

  static String cursor(CaseFilter.Sort sort, CaseView last) {
    return Paging.cursor(
        last.risk().ordinal(),
        sort == CaseFilter.Sort.NEWEST ? last.submittedAt() : last.dueAt(),
        last.id());
  }

  private static void add(
      StringBuilder sql, List<Object> parameters, String condition, Object value) {
    if (value != null) {
      sql.append(condition);
      parameters.add(value);
    }
  }
}
