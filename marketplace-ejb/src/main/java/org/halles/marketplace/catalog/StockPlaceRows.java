package org.halles.marketplace.catalog;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Ids;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Row;

/** The rows of stock places, and of what lies there. */
@ApplicationScoped
class StockPlaceRows {

  /** What lies where of offer {@code o}, by code; nothing where its vendor named no place. */
  static final String PLACES_OF_O =
      """
      (select json_object_agg(p.code, ps.quantity order by p.position, p.id)::text
         from place_stock ps join stock_place p on p.id = ps.place_id
        where ps.offer_id = o.id)
      """;

  private static final TypeReference<LinkedHashMap<String, Integer>> UNITS =
      new TypeReference<>() {};

  private static final String ALL =
      """
      select p.*, coalesce((select sum(s.quantity)
                              from place_stock s join offer o on o.id = s.offer_id and o.active
                             where s.place_id = p.id), 0) as units
        from stock_place p where p.vendor_id = ?
      """;

  /** Where units of an offer lie, by code. */
  record Lying(UUID offer, Map<String, Integer> units) {}

  private Database database;

  protected StockPlaceRows() {}

  @Inject
  StockPlaceRows(Database database) {
    this.database = database;
  }

  /** What {@link #PLACES_OF_O} found; null where no place was named. */
  static Map<String, Integer> units(Row row, String column) throws SQLException {
    return row.json(column, UNITS);
  }

  List<StockPlace> of(UUID vendor) {
    return database.list(ALL + " order by p.position, p.id", StockPlaceRows::read, vendor);
  }

  /** The same without counting what lies there. */
  List<StockPlace> named(UUID vendor) {
    return database.list(
        "select p.*, 0 as units from stock_place p where p.vendor_id = ? order by position, id",
        StockPlaceRows::read,
        vendor);
  }

  /** The same, while nobody else changes them. */
  List<StockPlace> locked(UUID vendor) {
    database.find("select 1 from vendor where id = ? for no key update", row -> 1, vendor);
    return named(vendor);
  }

  StockPlace get(UUID vendor, UUID id) {
    return database
        .find(ALL + " and p.id = ?", StockPlaceRows::read, vendor, id)
        .orElseThrow(() -> new NotFound("stock place", id));
  }

  UUID insert(UUID vendor, String code, StockPlaceInput place) {
    UUID id = Ids.next();
    database.update(
        "update stock_place set position = position + 1 where vendor_id = ? and position >= ?",
        vendor,
        place.position());
    database.update(
        """
        insert into stock_place (id, vendor_id, code, name, line1, line2, postal_code, city,
                                 country, position, active)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        id,
        vendor,
        code,
        place.name(),
        place.line1(),
        place.line2(),
        place.postalCode(),
        place.city(),
        place.country(),
        place.position(),
        place.active());
    return id;
  }

  void update(UUID vendor, UUID id, int before, StockPlaceInput place) {
    int now = place.position();
    database.update(
        """
        update stock_place set position = position + sign(?::int - ?::int)::int
         where vendor_id = ? and position between least(?::int, ?) and greatest(?::int, ?)
        """,
        before,
        now,
        vendor,
        before,
        now,
        before,
        now);
    database.update(
        """
        update stock_place set name = ?, line1 = ?, line2 = ?, postal_code = ?, city = ?,
               country = ?, position = ?, active = ? where id = ?
        """,
        place.name(),
        place.line1(),
        place.line2(),
        place.postalCode(),
        place.city(),
        place.country(),
        now,
        place.active(),
        id);
  }

  /**
   * Everything the vendor counts has a row at its new place; all of it lies at the first one. The
   * caller holds the vendor: nothing new is counted meanwhile.
   */
  void spread(UUID vendor, UUID place, boolean first) {
    if (first) {
      holdCounts(vendor);
    }
    database.findPatiently(
        """
        with made as (
          insert into place_stock (offer_id, place_id, quantity)
          select s.offer_id, ?::uuid, case when ? then s.quantity else 0 end
            from stock s join offer o on o.id = s.offer_id where o.vendor_id = ?
          returning 1
        )
        select count(*) as n from made
        """,
        row -> row.whole("n"),
        place,
        first,
        vendor);
  }

  /** Nobody buys or counts anything of the vendor's meanwhile. */
  private void holdCounts(UUID vendor) {
    database.listPatiently(
        """
        select 1 from stock s join offer o on o.id = s.offer_id where o.vendor_id = ?
         order by s.offer_id for no key update of s
        """,
        row -> true,
        vendor);
  }

  /**
   * Takes a place away, if it was never needed; the caller holds the vendor.
   *
   * @param only true if there is no other: then what lies there is counted as before
   */
  boolean remove(UUID vendor, UUID id, boolean only) {
    holdCounts(vendor);
    boolean used =
        database
            .findPatiently(
                """
                select exists (select 1 from stock_taking where place_id = ?)
                       or not ? and exists (select 1 from place_stock
                                             where place_id = ? and quantity > 0) as used
                """,
                row -> row.flag("used"),
                id,
                only,
                id)
            .orElseThrow();
    if (used) {
      return false;
    }
    database.findPatiently(
        """
        with gone as (delete from place_stock where place_id = ? returning 1)
        select count(*) as n from gone
        """,
        row -> row.whole("n"),
        id);
    database.update(
        """
        update stock_place p set position = p.position - 1
          from stock_place gone
         where gone.id = ? and p.vendor_id = ? and p.position > gone.position
        """,
        id,
        vendor);
    return database.update("delete from stock_place where id = ?", id) == 1;
  }

  /** What lies there is for sale from now on, or not. */
  void turn(UUID place, boolean on) {
    database.listPatiently(
        """
        select 1 from stock s join place_stock p on p.offer_id = s.offer_id where p.place_id = ?
         order by s.offer_id for no key update of s
        """,
        row -> true,
        place);
    database.findPatiently(
        """
        with turned as (
          update stock s
             set quantity = s.quantity + case when ? then p.quantity else - p.quantity end
            from place_stock p where p.place_id = ? and s.offer_id = p.offer_id and p.quantity > 0
          returning 1
        )
        select count(*) as n from turned
        """,
        row -> row.whole("n"),
        on,
        place);
  }

  /**
   * Where units of the offers with these numbers lie; nobody buys them or counts them meanwhile.
   */
  Map<String, Lying> lying(UUID vendor, Collection<String> skus) {
    Map<String, Lying> lying = new HashMap<>();
    database.find("select 1 from vendor where id = ? for share", row -> 1, vendor);
    database.list(
        """
        select 1 from stock s join offer o on o.id = s.offer_id
         where o.vendor_id = ? and o.sku = any(?) and o.active
         order by s.offer_id for no key update of s
        """,
        row -> true,
        vendor,
        skus.toArray(String[]::new));
    database.list(
        """
        select o.id, o.sku,
               (select json_object_agg(p.code, ps.quantity)::text from place_stock ps
                  join stock_place p on p.id = ps.place_id where ps.offer_id = o.id) as places
          from offer o where o.vendor_id = ? and o.sku = any(?) and o.active
        """,
        row -> {
          Map<String, Integer> units = units(row, "places");
          return lying.put(
              row.text("sku"), new Lying(row.uuid("id"), units == null ? Map.of() : units));
        },
        vendor,
        skus.toArray(String[]::new));
    return lying;
  }

  /** Those of these offers that nobody counts. */
  List<UUID> uncounted(Collection<UUID> offers) {
    return offers.isEmpty()
        ? List.of()
        : database.list(
            """
            select o.id from offer o
             where o.id = any(?) and not exists (select 1 from stock s where s.offer_id = o.id)
            """,
            row -> row.uuid("id"),
            (Object) offers.toArray(UUID[]::new));
  }

  private static StockPlace read(Row row) throws SQLException {
    return new StockPlace(
        row.uuid("id"),
        row.text("code"),
        row.text("name"),
        row.text("line1"),
        row.text("line2"),
        row.text("postal_code"),
        row.text("city"),
        row.text("country"),
        row.integer("position"),
        row.flag("active"),
        row.whole("units"));
  }
}
