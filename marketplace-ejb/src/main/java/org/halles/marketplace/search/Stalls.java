package org.halles.marketplace.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Keys;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Row;
import org.halles.marketplace.shared.Texts;

/** The storefronts that have something on sale, each with some of it. */
@ApplicationScoped
public class Stalls {

  private static final String WITH_GOODS =
      """
      select v.slug, s.name, s.tagline, s.accent, s.logo_media, g.pictures
        from vendor v join storefront s on s.vendor_id = v.id
        cross join lateral (
          select array_agg(image_media) as pictures from (
            select l.image_media from listing l
             where l.vendor_id = v.id and l.status = 'LIVE' and l.image_media is not null
             order by l.live_at desc, l.id desc limit 3) newest) g
       where sells(v) and g.pictures is not null
      """;

  private Database database;

  protected Stalls() {}

  @Inject
  public Stalls(Database database) {
    this.database = database;
  }

  /** Those that came last. */
  @Allowed(Role.ANYONE)
  public List<Stall> newest(int count) {
    return database.list(
        WITH_GOODS + " order by v.created_at desc, v.id desc limit ?", Stalls::read, count);
  }

  /** All of them by name. */
  @Allowed(Role.ANYONE)
  public Page<Stall> list(Paging paging) {
    Optional<Keys> after = paging.keys(2);
    List<Stall> rows =
        database.list(
            WITH_GOODS
                + " and (lower(s.name), v.slug) > (?, ?) order by lower(s.name), v.slug limit ?",
            Stalls::read,
            after.map(keys -> keys.text(0)).orElse(""),
            after.map(keys -> keys.text(1)).orElse(""),
            paging.limit() + 1);
    return Page.of(
        rows,
        paging.limit(),
        last -> Paging.cursor(last.name().toLowerCase(Locale.ROOT), last.slug()));
  }

  private static Stall read(Row row) throws SQLException {
    return new Stall(
        row.text("slug"),
        row.text("name"),
        row.json("tagline", Texts.class),
        row.text("accent"),
        row.text("logo_media"),
        row.texts("pictures"));
  }
}
