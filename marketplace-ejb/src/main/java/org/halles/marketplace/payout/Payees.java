package org.halles.marketplace.payout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.halles.marketplace.shared.Database;

/** Who has signed up with which gateway, as it is remembered here. */
@ApplicationScoped
class Payees {

  private Database database;
  private Clock clock;

  protected Payees() {}

  @Inject
  Payees(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** By vendor, the first gateway by name that is ready to pay it. */
  Map<UUID, String> ready(Set<String> gateways) {
    Map<UUID, String> ways = new HashMap<>();
    database
        .list(
            "select vendor_id, gateway from payee where ready and gateway = any (?)"
                + " order by gateway",
            row -> Map.entry(row.uuid("vendor_id"), row.text("gateway")),
            (Object) gateways.toArray(String[]::new))
        .forEach(way -> ways.putIfAbsent(way.getKey(), way.getValue()));
    return ways;
  }

  /** The gateways a vendor has begun to sign up with. */
  @Transactional
  Set<String> begun(UUID vendor) {
    return new HashSet<>(
        database.list(
            "select gateway from payee where vendor_id = ?", row -> row.text("gateway"), vendor));
  }

  @Transactional
  void remember(UUID vendor, String gateway, boolean ready) {
    database.update(
        """
        insert into payee (vendor_id, gateway, ready, checked_at) values (?, ?, ?, ?)
        on conflict (vendor_id, gateway) do update
          set ready = excluded.ready, checked_at = excluded.checked_at
        """,
        vendor,
        gateway,
        ready,
        clock.instant());
  }

  @Transactional
  String countryOf(UUID vendor) {
    return database
        .find("select country from vendor where id = ?", row -> row.text("country"), vendor)
        .orElseThrow();
  }
}
