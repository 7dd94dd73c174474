package org.halles.marketplace.payout;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Json;
import org.halles.marketplace.shared.Row;

/** How vendors are paid, as stored. */
@ApplicationScoped
class Policies {

  static final String COLUMNS =
      "pol.rhythm, pol.minimum, pol.requested_at, pol.blocked_reason, pol.version as policy_version";

  private Database database;

  protected Policies() {}

  @Inject
  Policies(Database database) {
    this.database = database;
  }

  static PayoutPolicy read(Row row) throws SQLException {
    Rhythm rhythm = row.one("rhythm", Rhythm.class);
    return rhythm == null
        ? PayoutPolicy.USUAL
        : new PayoutPolicy(
            rhythm,
            row.json("minimum", new TypeReference<Map<String, Long>>() {}),
            row.instant("requested_at"),
            row.text("blocked_reason"),
            row.integer("policy_version"));
  }

  public PayoutPolicy of(UUID vendor) {
    return database
        .find(
            "select " + COLUMNS + " from payout_policy pol where vendor_id = ?",
            Policies::read,
            vendor)
        .orElse(PayoutPolicy.USUAL);
  }

  public void write(UUID vendor, PayoutPolicy policy) {
    database.update(
        """
        insert into payout_policy (vendor_id, rhythm, minimum, requested_at, blocked_reason)
        values (?, ?, ?::jsonb, ?, ?)
        on conflict (vendor_id) do update
           set rhythm = excluded.rhythm, minimum = excluded.minimum,
               requested_at = excluded.requested_at, blocked_reason = excluded.blocked_reason,
               version = payout_policy.version + 1
        """,
        vendor,
        policy.rhythm(),
        Json.write(policy.minimum()),
        policy.requestedAt(),
        policy.blockedReason());
  }

  /** The kinds of requirements a vendor must still meet before it is paid. */
  public List<String> missingOf(UUID vendor) {
    return database
        .find(
            "select payout_missing from vendor where id = ?",
            row -> row.texts("payout_missing"),
            vendor)
        .orElse(List.of());
  }

  /** Requests are met by the run that pays. */
  public void met(UUID vendor) {
    database.update("update payout_policy set requested_at = null where vendor_id = ?", vendor);
  }
}
