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

  /**
   * As many of the newest matches are ranked. A word that half the market has would otherwise be
   * ranked half the market long, for a page that nobody leafs through.
   */
  private static final int RANKED = 500;

  /** What a card shows of the hits of one page; {@code %s} is the order. */
  private static final String CARDS =
      """
      select h.key, l.id, l.slug, l.kind, l.title, l.vendor_id, l.category_id, l.price_from_minor,
             l.price_to_minor, l.currency, l.image_media, v.slug as vendor_slug,
             s.name as vendor_name, m.min_days, m.max_days, a.available, a.lead_days,
             coalesce(t.reviews, 0) as reviews, coalesce(t.stars, 0) as stars
        from hit h
        join listing l on l.id = h.id
        join vendor v on v.id = l.vendor_id
        join storefront s on s.vendor_id = l.vendor_id
        left join listing_rating t on t.listing_id = l.id
        left join lateral (
          select bool_or(st.offer_id is null or st.quantity > 0) as available,
                 min(o.lead_time_days) as lead_days
            from offer o left join stock st on st.offer_id = o.id
           where o.listing_id = l.id and o.active) a on true
        left join lateral (
          select sm.min_days, sm.max_days from shipping_method sm
           where sm.vendor_id = l.vendor_id
             and (sm.countries = '{}' or v.country = any (sm.countries))
           order by sm.price_minor, sm.position limit 1) m on l.kind = 'GOODS'
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
    String hits =
        sort == Sort.RELEVANCE
            ? ranked(filter, matching, after, parameters)
            : sorted(filter, matching, after, parameters);
    // a limit that the planner knows when it plans: as a parameter, it would plan at every request
    String sql =
        "with hit as ("
            + hits
            + " limit "
            + (limit + 1)
            + ") "
            + CARDS.formatted(order(sort, "h.key", "h.id"));
    List<Hit> found = database.list(sql, this::read, parameters.toArray());
    return Page.of(
            found, limit, last -> Paging.cursor(matching.name(), last.key(), last.card().id()))
        .map(Hit::card);
  }

  /** The best of the newest matches. */
  private static String ranked(
      Filter filter, Matching matching, Optional<Keys> after, List<Object> parameters) {
    String candidates =
        "select l.id, l.search, q.wanted"
            + matches(filter, matching, parameters)
            + " order by l.live_at desc, l.id desc limit "
            + RANKED;
    String key = matching.rank();
    String beyond = after.isEmpty() ? "" : " where (" + key + ", c.id) < (?, ?)";
    bindLast(after, parameters);
    return "select c.id, "
        + key
        + " as key from ("
        + candidates
        + ") c"
        + beyond
        + " order by key desc, c.id desc";
  }

  /** The matches in the order of a column. */
  private static String sorted(
      Filter filter, Matching matching, Optional<Keys> after, List<Object> parameters) {
    Sort sort = filter.sort();
    String matches = matches(filter, matching, parameters);
    String beyond = after.isEmpty() ? "" : " and " + beyond(sort);
    bindLast(after, parameters);
    return "select l.id, "
        + sort.key()
        + " as key"
        + matches
        + beyond
        + " order by "
        + order(sort, column(sort), "l.id");
  }

  private static String matches(Filter filter, Matching matching, List<Object> parameters) {
    boolean worded = filter.words() != null;
    return " from listing l join vendor v on v.id = l.vendor_id"
        + (worded ? ", " + matching.from(filter.words(), parameters) : "")
        + " where "
        + filter.conditions(parameters, worded ? " and " + matching.condition() : "");
  }

  private static void bindLast(Optional<Keys> after, List<Object> parameters) {
    after.ifPresent(
        keys -> {
          parameters.add(keys.whole(1));
          parameters.add(keys.uuid(2));
        });
  }

  /** The index on the newest is on the column itself. */
  private static String column(Sort sort) {
    return sort == Sort.NEWEST ? "l.live_at" : sort.key();
  }

  private static String beyond(Sort sort) {
    String last = sort == Sort.NEWEST ? "'epoch'::timestamptz + ? * interval '1 microsecond'" : "?";
    String sign = sort.descending() ? " < (" : " > (";
    return "(" + column(sort) + ", l.id)" + sign + last + ", ?)";
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
            most == null ? null : Integer.valueOf(most + lead),
            row.integer("reviews"),
            row.integer("stars"));
    return new Hit(card, row.whole("key"));
  }
}
