package org.halles.marketplace.vendor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Keys;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Row;

/** All vendors and their storefronts. */
@ApplicationScoped
class Vendors {

  private static final String NEWEST_FIRST =
      """
      select * from vendor v
      where (?::text is null or v.status = ?)
        and (?::text is null or strpos(lower(v.name || ' ' || v.slug), lower(?)) > 0)
        and (?::timestamptz is null or (v.created_at, v.id) < (?::timestamptz, ?::uuid))
      order by v.created_at desc, v.id desc limit ?
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

  Page<VendorView> page(VendorStatus status, String words, Paging paging) {
    Optional<Keys> after = paging.keys(2);
    Instant at = after.map(keys -> keys.instant(0)).orElse(null);
    List<VendorView> rows =
        database.list(
            NEWEST_FIRST,
            Vendors::view,
            status,
            status,
            words,
            words,
            at,
            at,
            after.map(keys -> keys.uuid(1)).orElse(null),
            paging.limit() + 1);
    return Page.of(rows, paging.limit(), last -> Paging.cursor(last.createdAt(), last.id()));
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
