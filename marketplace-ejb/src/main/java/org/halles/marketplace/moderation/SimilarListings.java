package org.halles.marketplace.moderation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Row;
import org.halles.marketplace.shared.Texts;
import org.halles.spi.ListingFacts;

/**
 * Listings that have a picture or much of their title in common with another one: on sale, or
 * waiting for it.
 */
@ApplicationScoped
class SimilarListings {

  /**
   * The first step says only which titles are near, and is asked for no more than the second one
   * compares: a catalogue of a hundred thousand articles that are called alike costs no more than
   * one of some hundreds. It stands apart so that the planner does not take few for "soon found by
   * reading everything".
   */
  static final String FIND =
      """
      with near as materialized (
        select t.id, t.search_words from listing t
         where fold(?) <% t.search_words and t.status in ('LIVE', 'SUBMITTED') and t.id <> ?)
      select l.id, l.vendor_id = ? as own, l.title, l.description,
             array(select i.media_id from listing_image i where i.listing_id = l.id) as pictures
        from listing l
       where l.id <> ? and l.status in ('LIVE', 'SUBMITTED') and l.id in (
         (select c.id from (select id, search_words from near limit 200) c
           order by word_similarity(fold(?), c.search_words) desc limit 12)
         union (select i.listing_id from listing_image i where i.media_id = any(?) limit 12))
       limit 20
      """;

  private Database database;

  protected SimilarListings() {}

  @Inject
  SimilarListings(Database database) {
    this.database = database;
  }

  /**
   * What looks like this listing, without itself.
   *
   * @param media its pictures
   */
  List<ListingFacts.Similar> to(UUID listing, UUID vendor, String title, List<String> media) {
    return database.list(
        FIND,
        SimilarListings::similar,
        title,
        listing,
        vendor,
        listing,
        title,
        media.toArray(String[]::new));
  }

  private static ListingFacts.Similar similar(Row row) throws SQLException {
    Texts title = row.json("title", Texts.class);
    Texts description = row.json("description", Texts.class);
    return new ListingFacts.Similar(
        row.uuid("id").toString(),
        row.flag("own"),
        title.in("fr"),
        Stream.concat(
                title.byLanguage().values().stream(),
                description.byLanguage().values().stream().map(PlainText::of))
            .collect(Collectors.joining(" ")),
        row.texts("pictures"));
  }
}
