package org.halles.marketplace.audit;

import java.util.ArrayList;
import java.util.List;
import org.halles.marketplace.shared.Paging;

/** A filter and a page as SQL. */
record AuditQuery(String sql, List<Object> parameters) {

  static AuditQuery of(AuditFilter filter, Paging paging) {
    List<String> conditions = new ArrayList<>();
    List<Object> parameters = new ArrayList<>();
    add("subject_type = ?", filter.subjectType(), conditions, parameters);
    add("subject_id = ?", filter.subjectId(), conditions, parameters);
    add("actor_id = ?", filter.actorId(), conditions, parameters);
    add("vendor_id = ?", filter.vendorId(), conditions, parameters);
    add("action = ?", filter.action(), conditions, parameters);
    add("strpos(lower(actor), lower(?)) > 0", filter.actor(), conditions, parameters);
    add("at >= ?", filter.from(), conditions, parameters);
    add("at < ?", filter.until(), conditions, parameters);
    add("id < ?", after(paging), conditions, parameters);
    parameters.add(paging.limit() + 1);
    return new AuditQuery(
        "select * from audit_entry "
            + (conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions) + " ")
            + "order by id desc limit ?",
        parameters);
  }

  private static void add(
      String condition, Object value, List<String> conditions, List<Object> parameters) {
    if (value != null) {
      conditions.add(condition);
      parameters.add(value);
    }
  }

  private static Long after(Paging paging) {
    return paging
        .after()
        .map(
            keys -> {
              try {
                return Long.valueOf(keys.get(0));
              } catch (NumberFormatException foreign) {
                throw paging.malformedCursor();
              }
            })
        .orElse(null);
  }
}
