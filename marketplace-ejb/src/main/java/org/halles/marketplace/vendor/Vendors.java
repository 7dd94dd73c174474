package org.halles.marketplace.vendor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Ordering;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Row;

/** All vendors and their storefronts. */
@ApplicationScoped
class Vendors {

  private static final String LIST =
      """
      select * from vendor v
      where (?::text is null or v.status = ?)
        and (?::text is null or strpos(lower(v.name || ' ' || v.slug), lower(?)) > 0)
      """;

  private EntityManager entities;
  private Database database;

  protected Vendors() {}

  @Inject
  Vendors(EntityManager entities, Database database) {
    this.entities = entities;
    this.database = database;
  }

  Vendor get(UUID id) {
    return Optional.ofNullable(entities.find(Vendor.class, id))
        .orElseThrow(() -> new NotFound("vendor", id));
  }

  Optional<Vendor> find(String slug) {
    return entities
        .createQuery("select v from Vendor v where v.slug = :slug", Vendor.class)
        .setParameter("slug", slug)
        .getResultStream()
        .findFirst();
  }

  /** The vendor that has this address, or had it before. */
  Optional<Vendor> findEver(String slug) {
    return find(slug)
        .or(
            () ->
                database
                    .find(
                        "select vendor_id from former_slug where slug = ?",
                        row -> row.uuid("vendor_id"),
                        slug)
                    .map(this::get));
  }

  Storefront storefront(UUID vendorId) {
    return entities.find(Storefront.class, vendorId);
  }

  /** True if the address is, or was, that of another vendor. */
  boolean isTaken(String slug, UUID by) {
    return database
        .find(
            """
            select 1 from (select id, slug from vendor union all
                           select vendor_id, slug from former_slug) s
             where s.slug = ? and s.id <> ?
            """,
            row -> true,
            slug,
            by)
        .isPresent();
  }

  /** Remembers an address that a vendor leaves; the one it moves to is none of its former ones. */
  void leave(String slug, String forSlug, UUID vendorId, Instant now) {
    database.update("delete from former_slug where slug = ? and vendor_id = ?", forSlug, vendorId);
    database.update(
        "insert into former_slug (slug, vendor_id, left_at) values (?, ?, ?)", slug, vendorId, now);
  }

  void add(Vendor vendor, Storefront storefront) {
    entities.persist(vendor);
    entities.flush();
    entities.persist(storefront);
    entities.flush();
  }

  /** Writes what was changed now, so that a version in an answer is the stored one. */
  void flush() {
    entities.flush();
  }

  Page<VendorView> page(VendorStatus status, String words, VendorSort sort, Paging paging) {
    Ordering<VendorView> ordering = sort.ordering();
    List<Object> parameters = new ArrayList<>(Arrays.asList(status, status, words, words));
    String sql = LIST + ordering.after(paging, parameters) + ordering.orderBy();
    parameters.add(paging.limit() + 1);
    return ordering.page(database.list(sql, Vendors::view, parameters.toArray()), paging);
  }

  private static VendorView view(Row row) throws SQLException {
    return new VendorView(
        row.uuid("id"),
        row.text("slug"),
        row.text("name"),
        row.one("kind", VendorKind.class),
        row.text("country"),
        row.one("status", VendorStatus.class),
        row.flag("trusted"),
        row.flag("operated"),
        row.text("plugin_id"),
        row.text("reason"),
        row.instant("created_at"),
        row.integer("version"));
  }
}
