package org.halles.marketplace.catalog;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Packs;
import org.halles.marketplace.shared.PriceLadder;
import org.halles.marketplace.shared.Row;
import org.halles.marketplace.shared.Texts;
import org.halles.marketplace.shared.Violation;
import org.halles.marketplace.vendor.StorefrontView;
import org.halles.marketplace.vendor.Storefronts;
import org.halles.spi.Money;

/** What buyers read about one listing: two statements, whatever it holds. */
@ApplicationScoped
public class Listings {

  /** What the vendor's cheapest way to ship promises; {@code %s} is where to. */
  private static final String PROMISE =
      """
      left join lateral (
        select m.min_days, m.max_days, m.mode, m.price_minor as ship_minor, m.currency as ship_currency
          from shipping_method m
         where m.vendor_id = v.id and (m.countries = '{}' or %s = any (m.countries))
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
          + PROMISE.formatted("v.country")
          + " where l.id = ? and l.status = 'LIVE' and sells(v)";

  /**
   * All offers of the product, and in which place the best of each listing stands. Points are whole
   * numbers: what is rounded away is decided by the price.
   */
  private static final String OFFERS =
      "with sold as (select o.*, st.quantity as stock, l.slug as listing_slug, l.kind,"
          + " l.companies_only, v.slug as vendor_slug, s.name as vendor_name, m.*, b.lowest_minor,"
          + " row_number() over (partition by l.id order by coalesce(st.quantity, 1) = 0,"
          + " o.price_minor, o.position, o.id) as nth"
          + " from listing l join offer o on o.listing_id = l.id and o.active"
          + " join vendor v on v.id = l.vendor_id join storefront s on s.vendor_id = v.id"
          + " left join stock st on st.offer_id = o.id "
          + PROMISE.formatted("coalesce(?::text, v.country)")
          + LOWERED
          + " where l.product_id = ? and l.status = 'LIVE' and sells(v)"
          + " and (not l.companies_only or l.id = ?)), "
          + """
          known as (
            select s.id, s.listing_id, s.currency, s.stock as units,
                   s.price_minor + case when s.mode = 'flat' and s.ship_currency = s.currency
                                        then s.ship_minor else 0 end as total_minor,
                   s.max_days + s.lead_time_days as days,
                   case when coalesce(s.stock, 1) = 0 then 2
                        when ?::text is not null and s.kind = 'GOODS' and s.min_days is null then 1
                        else 0 end as way,
                   coalesce(t.reviews, 0) as reviews, coalesce(t.stars, 0) as stars
              from sold s
              left join lateral (select sum(r.reviews) as reviews, sum(r.stars) as stars
                                   from listing_rating r where r.vendor_id = s.vendor_id) t on true
             where s.nth = 1 and not s.companies_only),
          measured as (
            select k.*, min(k.currency) over () = max(k.currency) over () as comparable,
                   min(k.total_minor) filter (where k.way = 0) over () as least_minor,
                   min(k.days) filter (where k.way = 0) over () as least_days
              from known k),
          pointed as (
            select m.*,
                   least(1000, 1000 * coalesce(m.least_minor, m.total_minor) / m.total_minor)
                     as price_points,
                   coalesce(least(1000, 1000 * (coalesce(m.least_days, m.days) + 1) / (m.days + 1)), 0)
                     as delivery_points,
                   coalesce(least(m.units, 10) * 100, 1000) as stock_points,
                   1000 * (m.stars + 15) / (5 * (m.reviews + 5)) as rating_points
              from measured m),
          weighed as (
            select p.*, w.price as price_weight, w.delivery as delivery_weight,
                   w.stock as stock_weight, w.rating as rating_weight,
                   w.price * p.price_points + w.delivery * p.delivery_points
                     + w.stock * p.stock_points + w.rating * p.rating_points as points
              from pointed p cross join offer_ranking w),
          placed as (
            select g.*, g.points / (price_weight + delivery_weight + stock_weight + rating_weight)
                     as score,
                   row_number() over (order by way, points desc, total_minor, days nulls last,
                                      listing_id) as place
              from weighed g)
          select s.*, g.place, g.comparable, g.total_minor, g.days, g.way, g.price_points::int,
                 g.delivery_points::int, g.stock_points::int, g.rating_points::int, g.score::int,
                 g.price_weight, g.delivery_weight, g.stock_weight, g.rating_weight
            from (select s.* from sold s left join placed g on g.id = s.id
                   order by s.listing_id <> ?, g.place nulls last, s.price_minor, s.id
                   limit 300) s
            left join placed g on g.id = s.id
           order by s.listing_id <> ?, case when s.listing_id = ? then s.position end,
                    s.price_minor, s.id
          """;

  private static final Set<String> COUNTRIES =
      Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

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
    return detail(id, null);
  }

  /**
   * The same, where offers are compared with what it costs to ship them to a country.
   *
   * @param country ISO 3166-1 alpha-2, or null: each vendor's own
   * @throws org.halles.marketplace.shared.InvalidInput if there is no such country
   */
  @Allowed(Role.ANYONE)
  public Optional<ListingDetail> detail(UUID id, String country) {
    if (country != null && !COUNTRIES.contains(country)) {
      throw new InvalidInput(
          new Violation("country", "must be an ISO 3166 country code such as FR", country));
    }
    return database.find(LISTING, this::read, id).map(found -> withOffers(found, country));
  }

  private ListingDetail withOffers(Found found, String country) {
    ListingDetail bare = found.detail();
    List<OfferView> own = new ArrayList<>();
    List<ListingDetail.OtherOffer> others = new ArrayList<>();
    Map<UUID, Money> lowestBefore = new HashMap<>();
    Ranking ranking = new Ranking(country);
    database.list(
        OFFERS,
        row -> {
          ranking.add(row);
          if (row.wholeOrNull("lowest_minor") != null) {
            lowestBefore.put(row.uuid("id"), row.money("lowest_minor"));
          }
          return row.uuid("listing_id").equals(bare.id())
              ? own.add(offer(row))
              : others.add(other(row));
        },
        country,
        clock.instant(),
        found.productId(),
        bare.id(),
        country,
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
        lowestBefore,
        others.isEmpty() ? null : ranking.offers(bare.id()));
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
            Map.of(),
            null);
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

  static ListingDetail.Delivery delivery(Row row) throws SQLException {
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
