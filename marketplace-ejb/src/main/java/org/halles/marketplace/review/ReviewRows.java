package org.halles.marketplace.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.identity.AccountErased;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Ordering;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Row;
import org.halles.marketplace.shared.Texts;

/** Reads reviews and keeps the ratings that follow from them. */
@ApplicationScoped
class ReviewRows {

  static final String COLUMNS =
      """
      r.id, r.order_line_id, r.listing_id, r.stars, r.author, r.text, r.written_at, r.edited_at,
      r.answer, r.answered_at, r.hidden_at, r.hidden_reason, l.title as line_title,
      li.slug as listing_slug, s.name as vendor_name
      """;

  static final String BESIDE =
      """
       join order_line l on l.id = r.order_line_id
       join listing li on li.id = r.listing_id
       join storefront s on s.vendor_id = r.vendor_id
      """;

  private Database database;

  protected ReviewRows() {}

  @Inject
  ReviewRows(Database database) {
    this.database = database;
  }

  Optional<ReviewView> find(UUID id) {
    return database.find(
        "select " + COLUMNS + " from review r" + BESIDE + " where r.id = ?", ReviewRows::view, id);
  }

  /** The newest first, of those for which a condition holds. */
  Page<ReviewView> page(String condition, Paging paging, Object... parameters) {
    UUID after = paging.keys(1).map(keys -> keys.uuid(0)).orElse(null);
    List<Object> all = new ArrayList<>(List.of(parameters));
    String beyond = "";
    if (after != null) {
      beyond = " and r.id < ?";
      all.add(after);
    }
    all.add(paging.limit() + 1);
    List<ReviewView> rows =
        database.list(
            "select "
                + COLUMNS
                + " from review r"
                + BESIDE
                + " where "
                + condition
                + beyond
                + " order by r.id desc limit ?",
            ReviewRows::view,
            all.toArray());
    return Page.of(rows, paging.limit(), last -> Paging.cursor(last.id()));
  }

  /** All, or those alone that are hidden. */
  Page<ReviewView> all(boolean hidden, ReviewSort sort, Paging paging) {
    Ordering<ReviewView> ordering = sort.ordering();
    List<Object> parameters = new ArrayList<>();
    String sql =
        "select "
            + COLUMNS
            + " from review r"
            + BESIDE
            + (hidden ? " where r.hidden_at is not null" : " where true")
            + ordering.after(paging, parameters)
            + ordering.orderBy();
    parameters.add(paging.limit() + 1);
    return ordering.page(database.list(sql, ReviewRows::view, parameters.toArray()), paging);
  }

  Rating ofListing(UUID listing) {
    return database
        .find(
            "select reviews, stars from listing_rating where listing_id = ?",
            row -> Rating.of(row.integer("reviews"), row.integer("stars")),
            listing)
        .orElse(Rating.NONE);
  }

  Rating ofVendor(UUID vendor) {
    return database
        .find(
            """
            select coalesce(sum(reviews), 0) as reviews, coalesce(sum(stars), 0) as stars
              from listing_rating where vendor_id = ?
            """,
            row -> Rating.of(row.integer("reviews"), row.integer("stars")),
            vendor)
        .orElse(Rating.NONE);
  }

  /** Until the transaction ends nobody else changes this listing's rating. */
  void lock(UUID listing, UUID vendor) {
    database.update(
        """
        insert into listing_rating as r (listing_id, vendor_id, reviews, stars) values (?, ?, 0, 0)
        on conflict (listing_id) do update set reviews = r.reviews
        """,
        listing,
        vendor);
  }

  /** Counts anew; {@link #lock} comes before. */
  void count(UUID listing) {
    database.update(
        """
        update listing_rating t set reviews = c.reviews, stars = c.stars
          from (select count(*) as reviews, coalesce(sum(stars), 0) as stars from review
                 where listing_id = ? and hidden_at is null) c
         where t.listing_id = ?
        """,
        listing,
        listing);
  }

  static ReviewView view(Row row) throws SQLException {
    return new ReviewView(
        row.uuid("id"),
        row.uuid("listing_id"),
        row.text("listing_slug"),
        row.json("line_title", Texts.class),
        row.text("vendor_name"),
        row.integer("stars"),
        row.text("author"),
        row.text("text"),
        row.instant("written_at"),
        row.instant("edited_at"),
        row.text("answer"),
        row.instant("answered_at"),
        row.instant("hidden_at") != null,
        row.text("hidden_reason"));
  }

  /** What a person wrote goes with the person; the stars stay, they say nothing of anybody. */
  void on(@Observes AccountErased erased) {
    database.update(
        """
        update review r set author = '—', text = null from order_group g
         where g.id = r.order_group_id and g.account_id = ?
        """,
        erased.accountId());
  }
}
