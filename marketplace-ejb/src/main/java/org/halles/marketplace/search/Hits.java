package org.halles.marketplace.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.halles.marketplace.catalog.Categories;
import org.halles.marketplace.catalog.CategoryView;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Keys;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Row;
import org.halles.marketplace.shared.Texts;
import org.halles.marketplace.vendor.VendorCard;

/**
 * Reads one page of hits by one statement: first the ids of the page, then, for these few only,
 * what a card shows.
 */
@ApplicationScoped
class Hits {

  /** What a card shows of the hits of one page; {@code %s} is the order. */
  private static final String CARDS =
      """
      select h.*, v.slug as vendor_slug, s.name as vendor_name, m.min_days, m.max_days, a.available,
             a.lead_days
        from hit h
        join vendor v on v.id = h.vendor_id
        join storefront s on s.vendor_id = h.vendor_id
        left join lateral (
          select bool_or(st.offer_id is null or st.quantity > 0) as available,
                 min(o.lead_time_days) as lead_days
            from offer o left join stock st on st.offer_id = o.id
           where o.listing_id = h.id and o.active) a on true
        left join lateral (
          select sm.min_days, sm.max_days from shipping_method sm
           where sm.vendor_id = h.vendor_id
             and (sm.countries = '{}' or v.country = any (sm.countries))
           order by sm.price_minor, sm.position limit 1) m on h.kind = 'GOODS'
       order by %s
      """;

  private record Hit(ListingCard card, long key) {}

  private Database database;
  private Categories categories;

  protected Hits() {}

  @Inject
  Hits(Database database, Categories categories) {
    this.database = database;
    this.categories = categories;
  }

  Page<ListingCard> page(Filter filter, Matching matching, Optional<Keys> after, int limit) {
    List<Object> parameters = new ArrayList<>();
    Sort sort = filter.sort();
    boolean worded = filter.words() != null;
    String key = sort == Sort.RELEVANCE ? matching.rank() : sort.key();
    String joined = worded ? ", " + matching.from(filter.words(), parameters) : "";
    String where = filter.conditions(parameters) + (worded ? " and " + matching.condition() : "");
    if (after.isPresent()) {
      where += " and " + beyond(sort, key);
      parameters.add(after.get().whole(1));
      parameters.add(after.get().uuid(2));
    }
    parameters.add(limit + 1);
    List<Hit> found =
        database.list(
            "with hit as (select l.id, l.slug, l.kind, l.title, l.vendor_id, l.category_id,"
                + " l.price_from_minor, l.price_to_minor, l.currency, l.image_media, "
                + key
                + " as key from listing l join vendor v on v.id = l.vendor_id"
                + joined
                + " where "
                + where
                + " order by "
                + order(sort, orderKey(sort, key), "l.id")
                + " limit ?) "
                + CARDS.formatted(order(sort, "h.key", "h.id")),
            this::read,
            parameters.toArray());
    return Page.of(
            found, limit, last -> Paging.cursor(matching.name(), last.key(), last.card().id()))
        .map(Hit::card);
  }

  /** The index on the newest is on the column itself. */
  private static String orderKey(Sort sort, String key) {
    return sort == Sort.NEWEST ? "l.live_at" : key;
  }

  private static String beyond(Sort sort, String key) {
    String last = sort == Sort.NEWEST ? "'epoch'::timestamptz + ? * interval '1 microsecond'" : "?";
    String sign = sort.descending() ? " < (" : " > (";
    return "(" + orderKey(sort, key) + ", l.id)" + sign + last + ", ?)";
  }

  private static String order(Sort sort, String key, String id) {
    String direction = sort.descending() ? " desc" : "";
    return key + direction + ", " + id + direction;
  }

  private Hit read(Row row) throws SQLException {
    Integer lead = row.integerOrNull("lead_days");
    Integer least = row.integerOrNull("min_days");
    Integer most = row.integerOrNull("max_days");
    String category = categories.find(row.uuid("category_id")).map(CategoryView::slug).orElse(null);
    ListingCard card =
        new ListingCard(
            row.uuid("id"),
            row.text("slug"),
            row.text("kind"),
            row.json("title", Texts.class),
            new VendorCard(row.uuid("vendor_id"), row.text("vendor_slug"), row.text("vendor_name")),
            row.uuid("category_id"),
            category,
            row.money("price_from_minor"),
            row.whole("price_from_minor") != row.whole("price_to_minor"),
            row.text("image_media"),
            row.flag("available"),
            least == null ? null : Integer.valueOf(least + lead),
            most == null ? null : Integer.valueOf(most + lead));
    return new Hit(card, row.whole("key"));
  }
}
