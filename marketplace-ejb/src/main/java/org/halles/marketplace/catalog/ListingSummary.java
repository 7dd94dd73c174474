package org.halles.marketplace.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.UUID;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.vendor.StorefrontRenamed;

/**
 * What lists and the search read of a listing, kept in its row: the cheapest and the dearest price,
 * the conditions, the first picture, the words. Written in the transaction of the change, so that a
 * new price is found at once.
 */
@ApplicationScoped
class ListingSummary {

  private static final String PRICES =
      """
      update listing l
         set (price_from_minor, price_to_minor, currency, conditions) =
             (select min(o.price_minor), max(o.price_minor), min(o.currency),
                     coalesce(array_agg(distinct o.condition), '{}')
                from offer o where o.listing_id = l.id and o.active)
       where l.id = ?
      """;

  /** Titles weigh most, then seller, category and numbers, then attributes, then the story. */
  private static final String WORDS =
      """
      with facts as (
        select l.id, l.title, l.description, v.name as seller,
               (select string_agg(value, ' ') from jsonb_each_text(l.title)) as titles,
               (select string_agg(value, ' ') from jsonb_each_text(l.attributes)) as attributes,
               (select string_agg(concat_ws(' ', o.sku, ltrim(o.gtin, '0')), ' ')
                  from offer o where o.listing_id = l.id and o.active) as numbers,
               (select string_agg(p.name ->> 'fr', ' ') from category p
                 where p.slug = any (c.path)) as crates_fr,
               (select string_agg(p.name ->> 'en', ' ') from category p
                 where p.slug = any (c.path)) as crates_en,
               (select media_id from listing_image i
                 where i.listing_id = l.id order by position limit 1) as picture
          from listing l join vendor v on v.id = l.vendor_id
          join category c on c.id = l.category_id
         where l.id = ? or l.vendor_id = ?
      )
      update listing l
         set image_media = f.picture,
             search_words = fold(concat_ws(' ', f.titles, f.seller, f.crates_fr, f.crates_en)),
             search =
               setweight(to_tsvector('halles_simple', coalesce(f.titles, '')), 'A')
               || setweight(to_tsvector('halles_fr', coalesce(f.titles, '')), 'A')
               || setweight(to_tsvector('halles_en', coalesce(f.titles, '')), 'A')
               || setweight(to_tsvector('halles_fr',
                    concat_ws(' ', f.seller, f.crates_fr, f.numbers)), 'B')
               || setweight(to_tsvector('halles_en',
                    concat_ws(' ', f.seller, f.crates_en)), 'B')
               || setweight(to_tsvector('halles_fr', coalesce(f.attributes, '')), 'C')
               || setweight(to_tsvector('halles_en', coalesce(f.attributes, '')), 'C')
               || setweight(to_tsvector('halles_fr', coalesce(f.description ->> 'fr', '')), 'D')
               || setweight(to_tsvector('halles_en', coalesce(f.description ->> 'en', '')), 'D')
        from facts f where f.id = l.id
      """;

  private Database database;

  protected ListingSummary() {}

  @Inject
  ListingSummary(Database database) {
    this.database = database;
  }

  /** After a change of prices. */
  void prices(UUID listingId) {
    database.update(PRICES, listingId);
  }

  /** After a change of anything else too. */
  void everything(UUID listingId) {
    prices(listingId);
    database.update(WORDS, listingId, null);
  }

  void on(@Observes StorefrontRenamed renamed) {
    database.update(WORDS, null, renamed.vendorId());
  }
}
