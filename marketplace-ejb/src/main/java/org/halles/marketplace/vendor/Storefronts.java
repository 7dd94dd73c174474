package org.halles.marketplace.vendor;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Keys;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Row;
import org.halles.marketplace.shared.Texts;

/** The public faces of the approved vendors. */
@ApplicationScoped
public class Storefronts {

  /** The columns that {@link #read} needs, of {@code vendor v} and {@code storefront s}. */
  public static final String COLUMNS =
      """
      v.id as vendor_id, v.slug as vendor_slug, v.kind as vendor_kind, v.country as vendor_country,
      v.closed_from, v.closed_to, s.closed_note, s.ground, s.theme,
      s.name as storefront_name, s.tagline, s.story, s.policies, s.trader, s.accent, s.logo_media,
      s.banner_media, s.version as storefront_version""";

  private static final String APPROVED =
      "select "
          + COLUMNS
          + " from vendor v join storefront s on s.vendor_id = v.id where v.status = 'APPROVED' ";

  private static final TypeReference<Map<String, Texts>> POLICIES = new TypeReference<>() {};

  private Database database;

  protected Storefronts() {}

  @Inject
  public Storefronts(Database database) {
    this.database = database;
  }

  /** The storefront of an approved vendor. */
  @Allowed(Role.ANYONE)
  public Optional<StorefrontView> find(String slug) {
    return slug.indexOf('\0') >= 0
        ? Optional.empty()
        : database.find(APPROVED + "and v.slug = ?", Storefronts::read, slug);
  }

  /** Those of some vendors, as far as they are approved. */
  @Allowed(Role.ANYONE)
  public List<StorefrontView> of(Collection<UUID> vendors) {
    return database.list(
        APPROVED + "and v.id = any (?)", Storefronts::read, (Object) vendors.toArray(UUID[]::new));
  }

  /** The address of the storefront that had this one before. */
  @Allowed(Role.ANYONE)
  public Optional<String> movedTo(String slug) {
    return slug.indexOf('\0') >= 0
        ? Optional.empty()
        : database.find(
            """
            select v.slug from former_slug f join vendor v on v.id = f.vendor_id
             where f.slug = ? and v.status = 'APPROVED'
            """,
            row -> row.text("slug"),
            slug);
  }

  /** All of them by name. */
  @Allowed(Role.ANYONE)
  public Page<StorefrontView> list(Paging paging) {
    Optional<Keys> after = paging.keys(2);
    List<StorefrontView> rows =
        database.list(
            APPROVED
                + "and (lower(s.name), v.slug) > (?, ?) order by lower(s.name), v.slug limit ?",
            Storefronts::read,
            after.map(keys -> keys.text(0)).orElse(""),
            after.map(keys -> keys.text(1)).orElse(""),
            paging.limit() + 1);
    return Page.of(
        rows,
        paging.limit(),
        last -> Paging.cursor(last.name().toLowerCase(Locale.ROOT), last.slug()));
  }

  private static Closure closure(Row row) throws SQLException {
    LocalDate from = row.day("closed_from");
    return from == null
        ? null
        : new Closure(from, row.day("closed_to"), row.json("closed_note", Texts.class));
  }

  /** Reads a storefront out of a row that has {@link #COLUMNS}. */
  public static StorefrontView read(Row row) throws SQLException {
    return new StorefrontView(
        row.uuid("vendor_id"),
        row.text("vendor_slug"),
        row.text("storefront_name"),
        row.one("vendor_kind", VendorKind.class),
        row.text("vendor_country"),
        row.json("tagline", Texts.class),
        row.json("story", Texts.class),
        row.json("policies", POLICIES),
        row.json("trader", Trader.class),
        row.text("accent"),
        row.text("ground"),
        row.text("theme"),
        row.text("logo_media"),
        row.text("banner_media"),
        closure(row),
        row.integer("storefront_version"));
  }
}
