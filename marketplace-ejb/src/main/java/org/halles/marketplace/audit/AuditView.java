package org.halles.marketplace.audit;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.shared.Json;
import org.halles.marketplace.shared.Row;

/**
 * One change.
 *
 * @param actorId null for the platform itself
 * @param actor an e-mail, {@code system}, or {@code erased}
 * @param actingFor the vendor whose portal the operator saw when doing it, or null
 * @param vendorId whose thing was changed, or null
 * @param before null if it did not exist
 * @param after null if it no longer exists
 */
public record AuditView(
    long id,
    Instant at,
    UUID actorId,
    String actor,
    UUID actingFor,
    String action,
    String subjectType,
    String subjectId,
    UUID vendorId,
    Map<String, Object> before,
    Map<String, Object> after) {

  static AuditView of(Row row) throws SQLException {
    return new AuditView(
        row.whole("id"),
        row.instant("at"),
        row.uuid("actor_id"),
        row.text("actor"),
        row.uuid("acting_for"),
        row.text("action"),
        row.text("subject_type"),
        row.text("subject_id"),
        row.uuid("vendor_id"),
        data(row.text("before")),
        data(row.text("after")));
  }

  /** Lists are shown under a name, as the rest is. */
  @SuppressWarnings("unchecked")
  private static Map<String, Object> data(String json) {
    if (json == null) {
      return null;
    }
    return (Map<String, Object>)
        Noted.plain(
            json.startsWith("{")
                ? Json.readData(json)
                : Map.of("value", Json.read(json, Object.class)));
  }
}
