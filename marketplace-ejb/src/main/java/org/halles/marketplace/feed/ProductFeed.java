package org.halles.marketplace.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Row;
import org.halles.marketplace.shared.Texts;

/**
 * What everybody can buy and have sent, of the whole market or of one shop: goods on sale with a
 * picture, at the public's price.
 */
@ApplicationScoped
public class ProductFeed {

  /** As many as one statement reads. */
  static final int PART = 500;

  private static final String NEXT =
      """
      select o.id, o.listing_id, o.options, o.condition, o.price_minor, o.currency,
             coalesce(o.gtin, va.gtin) as gtin, l.slug, l.title, l.description, l.image_media,
             l.attributes ->> 'brand' as brand, f.name as vendor,
             st.offer_id is null or st.quantity > 0 as available,
             exists (select 1 from offer other where other.listing_id = l.id and other.active
                        and other.id <> o.id) as several
        from offer o
        join listing l on l.id = o.listing_id
        join vendor v on v.id = l.vendor_id
        join storefront f on f.vendor_id = v.id
        left join variant va on va.id = o.variant_id
        left join stock st on st.offer_id = o.id
       where o.active and l.status = 'LIVE' and l.kind = 'GOODS' and not l.companies_only
         and sells(v) and not closed_on(current_date, v.closed_from, v.closed_to)
         and l.image_media is not null and o.id > ? %s
       order by o.id limit ?
      """;

  private static final UUID BEGINNING = new UUID(0, 0);

  private Database database;

  protected ProductFeed() {}

  @Inject
  ProductFeed(Database database) {
    this.database = database;
  }

  /** A shop that sells, by its name in addresses: the name it shows. */
  @Allowed(Role.ANYONE)
  public Optional<String> shop(String slug) {
    return database.find(
        """
        select f.name from vendor v join storefront f on f.vendor_id = v.id
         where v.slug = ? and sells(v)
        """,
        row -> row.text("name"),
        slug);
  }

  /**
   * The next part, in the order in which the offers were made; empty at the end.
   *
   * @param slug of the shop, or null for the whole market
   * @param after the last offer of the part before, or null to begin
   */
  @Allowed(Role.ANYONE)
  public List<FeedItem> next(String slug, UUID after) {
    UUID from = after == null ? BEGINNING : after;
    return slug == null
        ? database.list(NEXT.formatted(""), ProductFeed::read, from, PART)
        : database.list(
            NEXT.formatted("and o.vendor_id = (select id from vendor where slug = ?)"),
            ProductFeed::read,
            from,
            slug,
            PART);
  }

  private static FeedItem read(Row row) throws SQLException {
    return new FeedItem(
        row.uuid("id"),
        row.uuid("listing_id"),
        row.flag("several"),
        row.words("options"),
        row.text("slug"),
        row.json("title", Texts.class),
        row.json("description", Texts.class),
        row.text("image_media"),
        row.text("brand"),
        row.text("gtin"),
        row.text("condition"),
        row.money("price_minor"),
        row.flag("available"),
        row.text("vendor"));
  }
}
