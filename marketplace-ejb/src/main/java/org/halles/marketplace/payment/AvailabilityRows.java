package org.halles.marketplace.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Row;
import org.halles.spi.CurrencyCode;

/** Where gateways are offered, in the caller's transaction. */
@ApplicationScoped
class AvailabilityRows {

  private static final String SELECT =
      """
      select a.gateway, a.countries, a.currencies, a.vendors::text[] as vendors, array(select v.slug from vendor v where v.id = any (a.vendors) order by v.slug)
               as slugs
        from gateway_availability a
      """;

  private Database database;
  private Clock clock;

  protected AvailabilityRows() {}

  @Inject
  AvailabilityRows(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** What stands in the database about one gateway. */
  record Stored(String gateway, Availability availability, List<String> slugs) {
    static final Stored EVERYWHERE = new Stored(null, Availability.EVERYWHERE, List.of());
  }

  Map<String, Stored> all() {
    Map<String, Stored> all = new HashMap<>();
    database.list(SELECT, AvailabilityRows::read).forEach(row -> all.put(row.gateway(), row));
    return all;
  }

  Availability of(String gateway) {
    return database
        .find(SELECT + " where a.gateway = ?", AvailabilityRows::read, gateway)
        .orElse(Stored.EVERYWHERE)
        .availability();
  }

  void write(String gateway, Availability where) {
    database.update(
        """
        insert into gateway_availability (gateway, countries, currencies, vendors, changed_at)
        values (?, ?, ?, ?, ?)
        on conflict (gateway) do update set countries = excluded.countries,
          currencies = excluded.currencies, vendors = excluded.vendors,
          changed_at = excluded.changed_at
        """,
        gateway,
        where.countries().toArray(String[]::new),
        where.currencies().stream().map(CurrencyCode::value).toArray(String[]::new),
        where.vendors().toArray(UUID[]::new),
        clock.instant());
  }

  List<UUID> unknownVendors(List<UUID> vendors) {
    return database.list(
        """
        select wanted.id from unnest(?::uuid[]) as wanted (id)
         where not exists (select 1 from vendor where vendor.id = wanted.id)
        """,
        row -> row.uuid("id"),
        (Object) vendors.toArray(UUID[]::new));
  }

  private static Stored read(Row row) throws SQLException {
    return new Stored(
        row.text("gateway"),
        new Availability(
            row.texts("countries"),
            row.texts("currencies").stream().map(CurrencyCode::of).toList(),
            row.texts("vendors").stream().map(UUID::fromString).toList()),
        row.texts("slugs"));
  }
}
