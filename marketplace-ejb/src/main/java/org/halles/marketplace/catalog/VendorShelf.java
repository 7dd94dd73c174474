package org.halles.marketplace.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Row;
import org.halles.marketplace.shared.Texts;
import org.halles.marketplace.vendor.Needs;
import org.halles.marketplace.vendor.Permission;
import org.halles.marketplace.vendor.VendorScope;

/** A vendor's offers as a long table: filtered, ordered and cut in the database. */
@ApplicationScoped
public class VendorShelf {

  private static final int MOST_ROWS = 200;
  private static final int FARTHEST = 1_000_000;

  private static final String FROM =
      """
       from offer o join listing l on l.id = o.listing_id
       left join stock s on s.offer_id = o.id
      where o.vendor_id = ? and o.active
        and (?::text is null or l.status = ?)
        and (?::text is null or o.sku ilike ? or l.title ->> 'fr' ilike ? or l.title ->> 'en' ilike ?)
      """;

  private Database database;

  protected VendorShelf() {}

  @Inject
  public VendorShelf(Database database) {
    this.database = database;
  }

  /** How many offers there are to page through. */
  @Needs(Permission.CATALOGUE_READ)
  @Allowed(Role.SIGNED_IN)
  public int count(VendorScope scope, ShelfQuery query) {
    return database
        .find(
            "select count(*) as many" + FROM,
            row -> row.integer("many"),
            parameters(scope, query).toArray())
        .orElseThrow();
  }

  /**
   * A part of them.
   *
   * @throws org.halles.marketplace.shared.InvalidInput if the order or the part is malformed
   */
  @Needs(Permission.CATALOGUE_READ)
  @Allowed(Role.SIGNED_IN)
  public List<ShelfRow> rows(VendorScope scope, ShelfQuery query, int offset, int limit) {
    Checklist checklist = new Checklist();
    ShelfQuery.Order order =
        checklist.choice("sort", query.order(), ShelfQuery.Order.class, ShelfQuery.Order.UPDATED);
    int from = checklist.number("offset", offset, 0, FARTHEST, 0);
    int many = checklist.number("limit", limit, 1, MOST_ROWS, 1);
    checklist.done();
    String direction = query.descending() ? " desc" : "";
    List<Object> parameters = parameters(scope, query);
    parameters.add(from);
    parameters.add(many);
    return database.list(
        "select o.*, s.quantity as stock, "
            + StockPlaceRows.PLACES_OF_O
            + " as places, l.slug, l.title, l.status, l.review_note, l.image_media,"
            + " l.updated_at, exists (select 1 from listing_change c where c.listing_id = l.id"
            + " and c.status = 'SUBMITTED') as change_waits"
            + FROM
            + " order by "
            + order.column
            + direction
            + ", o.id"
            + direction
            + " offset ? limit ?",
        VendorShelf::read,
        parameters.toArray());
  }

  private static List<Object> parameters(VendorScope scope, ShelfQuery query) {
    String status = query.status() == null ? null : query.status().name();
    String words = query.words() == null ? "" : query.words().replace("\0", "").strip();
    String like =
        words.isEmpty()
            ? null
            : "%" + words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    List<Object> parameters = new ArrayList<>();
    parameters.add(scope.vendorId());
    parameters.add(status);
    parameters.add(status);
    parameters.add(like);
    parameters.add(like);
    parameters.add(like);
    parameters.add(like);
    return parameters;
  }

  private static ShelfRow read(Row row) throws SQLException {
    return new ShelfRow(
        row.uuid("listing_id"),
        row.text("slug"),
        row.json("title", Texts.class),
        row.one("status", ListingStatus.class),
        row.text("review_note"),
        row.flag("change_waits"),
        row.text("image_media"),
        Listings.offer(row).lying(StockPlaceRows.units(row, "places")),
        row.instant("updated_at"));
  }
}
