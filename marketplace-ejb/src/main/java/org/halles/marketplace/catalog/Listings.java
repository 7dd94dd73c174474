package org.halles.marketplace.catalog;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Packs;
import org.halles.marketplace.shared.PriceLadder;
import org.halles.marketplace.shared.Row;
import org.halles.marketplace.shared.Texts;
import org.halles.marketplace.vendor.StorefrontView;
import org.halles.marketplace.vendor.Storefronts;
import org.halles.spi.Money;

/** What buyers read about one listing: two statements, whatever it holds. */
@ApplicationScoped
public class Listings {

  /** What the vendor's cheapest way to ship within its own country promises. */
  private static final String PROMISE =
      """
      left join lateral (
        select m.min_days, m.max_days, m.mode, m.price_minor as ship_minor, m.currency as ship_currency
          from shipping_method m
         where m.vendor_id = v.id and (m.countries = '{}' or v.country = any (m.countries))
         order by m.price_minor, m.position limit 1) m on l.kind = 'GOODS'
      """;

  /** What an offer cost at least in the thirty days before it was lowered, not long ago. */
  private static final String LOWERED =
      """
      left join lateral (
        select min(f.price_minor) as lowest_minor
          from offer_former_price f,
               (select max(until) as last from offer_former_price where offer_id = o.id) c
         where f.offer_id = o.id and f.currency = o.currency
           and f.until > c.last - interval '30 days' and c.last > ?::timestamptz - interval '30 days'
        having min(f.price_minor) > o.price_minor) b on true
      """;

  private static final String LISTING =
      "select l.id, l.slug, l.kind, l.title, l.description, l.category_id, l.attributes,"
          + " l.companies_only, exists (select 1 from offer co where co.listing_id = l.id"
          + " and co.active and has_company_terms(co)) as company_prices,"
          + " l.product_id, (select coalesce(jsonb_agg(jsonb_build_object('media', i.media_id,"
          + " 'alt', i.alt) order by i.position), '[]') from listing_image i"
          + " where i.listing_id = l.id) as images, m.*, "
          + Storefronts.COLUMNS
          + " from listing l join vendor v on v.id = l.vendor_id"
          + " join storefront s on s.vendor_id = v.id "
          + PROMISE
          + " where l.id = ? and l.status = 'LIVE' and sells(v)";

  private static final String OFFERS =
      "select o.*, st.quantity as stock, l.slug as listing_slug, v.slug as vendor_slug,"
          + " s.name as vendor_name, m.*, b.lowest_minor"
          + " from listing l join offer o on o.listing_id = l.id and o.active"
          + " join vendor v on v.id = l.vendor_id join storefront s on s.vendor_id = v.id"
          + " left join stock st on st.offer_id = o.id "
          + PROMISE
          + LOWERED
          + " where l.product_id = ? and l.status = 'LIVE' and sells(v)"
          + " and (not l.companies_only or l.id = ?)"
          + " order by l.id <> ?, case when l.id = ? then o.position end, o.price_minor, o.id"
          + " limit 300";

  private static final TypeReference<List<ImageView>> IMAGES = new TypeReference<>() {};

  private record Found(ListingDetail detail, UUID productId) {}

  private Database database;
  private Categories categories;
  private Clock clock;

  protected Listings() {}

  @Inject
  public Listings(Database database, Categories categories, Clock clock) {
    this.database = database;
    this.categories = categories;
    this.clock = clock;
  }

  /** A listing on sale; empty if there is none or its vendor may not sell. */
  @Allowed(Role.ANYONE)
  public Optional<ListingDetail> detail(UUID id) {
    return database.find(LISTING, this::read, id).map(this::withOffers);
  }

  private ListingDetail withOffers(Found found) {
    ListingDetail bare = found.detail();
    List<OfferView> own = new ArrayList<>();
    List<ListingDetail.OtherOffer> others = new ArrayList<>();
    Map<UUID, Money> lowestBefore = new HashMap<>();
    database.list(
        OFFERS,
        row -> {
          if (row.wholeOrNull("lowest_minor") != null) {
            lowestBefore.put(row.uuid("id"), row.money("lowest_minor"));
          }
          return row.uuid("listing_id").equals(bare.id())
              ? own.add(offer(row))
              : others.add(other(row));
        },
        clock.instant(),
        found.productId(),
        bare.id(),
        bare.id(),
        bare.id());
    return new ListingDetail(
        bare.id(),
        bare.slug(),
        bare.kind(),
        bare.title(),
        bare.description(),
        bare.category(),
        bare.attributes(),
        bare.images(),
        bare.storefront(),
        own,
        others,
        bare.delivery(),
        bare.companyPrices(),
        bare.companiesOnly(),
        lowestBefore);
  }

  private Found read(Row row) throws SQLException {
    StorefrontView storefront = Storefronts.read(row);
    ListingDetail bare =
        new ListingDetail(
            row.uuid("id"),
            row.text("slug"),
            row.one("kind", ListingKind.class),
            row.json("title", Texts.class),
            row.json("description", Texts.class),
            categories.find(row.uuid("category_id")).orElse(null),
            row.words("attributes"),
            row.json("images", IMAGES),
            storefront,
            List.of(),
            List.of(),
            delivery(row),
            row.flag("company_prices"),
            row.flag("companies_only"),
            Map.of());
    return new Found(bare, row.uuid("product_id"));
  }

  private static ListingDetail.OtherOffer other(Row row) throws SQLException {
    return new ListingDetail.OtherOffer(
        row.uuid("listing_id"),
        row.text("listing_slug"),
        row.text("vendor_slug"),
        row.text("vendor_name"),
        offer(row),
        delivery(row));
  }

  static OfferView offer(Row row) throws SQLException {
    return new OfferView(
        row.uuid("id"),
        row.text("sku"),
        row.words("options"),
        row.money("price_minor"),
        row.one("condition", Condition.class),
        row.integer("lead_time_days"),
        row.integer("weight_grams"),
        row.text("gtin"),
        row.wholeOrNull("shipping_fee_minor") == null ? null : row.money("shipping_fee_minor"),
        row.integerOrNull("stock"),
        row.integer("version"),
        PriceLadder.of(row.money("price_minor"), row.text("price_breaks")).breaks(),
        Packs.of(
            row.integerOrNull("order_least"),
            row.integerOrNull("order_pack"),
            row.integerOrNull("order_most")));
  }

  private static ListingDetail.Delivery delivery(Row row) throws SQLException {
    if (row.integerOrNull("min_days") == null) {
      return null;
    }
    return new ListingDetail.Delivery(
        row.integer("min_days"),
        row.integer("max_days"),
        "flat".equals(row.text("mode"))
            ? Money.of(row.whole("ship_minor"), row.text("ship_currency"))
            : null);
  }
}
