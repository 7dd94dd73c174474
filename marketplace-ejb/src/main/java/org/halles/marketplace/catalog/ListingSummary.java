package org.halles.marketplace.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.UUID;
import org.halles.marketplace.attribute.AttributeDefined;
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

  /**
   * Titles weigh most, then seller, category and numbers, then attributes, then the story. Values
   * that the dictionary of attributes knows are found by their words in either language. Words that
   * were not in use before are kept apart, for whoever mistypes them.
   */
  private static final String WORDS =
      """
      with facts as (
        select l.id, l.description, as_typed(v.name) as seller,
               (select string_agg(as_typed(value), ' ') from jsonb_each_text(l.title)) as titles,
               said.fr as said_fr, said.en as said_en,
               (select string_agg(concat_ws(' ', o.sku, ltrim(o.gtin, '0')), ' ')
                  from offer o where o.listing_id = l.id and o.active) as numbers,
               (select string_agg(as_typed(p.name ->> 'fr'), ' ') from category p
                 where p.slug = any (c.path)) as crates_fr,
               (select string_agg(as_typed(p.name ->> 'en'), ' ') from category p
                 where p.slug = any (c.path)) as crates_en,
               (select media_id from listing_image i
                 where i.listing_id = l.id order by position limit 1) as picture,
               said.facets
          from listing l join vendor v on v.id = l.vendor_id
          join category c on c.id = l.category_id
          cross join lateral (
            select string_agg(as_typed(coalesce(t.label ->> 'fr', part)), ' ') as fr,
                   string_agg(as_typed(coalesce(t.label ->> 'en', part)), ' ') as en,
                   coalesce(array_agg(distinct a.code || '=' || part)
                     filter (where a.code is not null and length(part) between 1 and 80),
                     '{}') as facets
              from (select key, value from jsonb_each_text(l.attributes)
                    union
                    select e.key, e.value from offer o, jsonb_each_text(o.options) e
                     where o.listing_id = l.id and o.active) e
              left join attribute a on a.code = e.key
              cross join lateral unnest(case when a.several
                  then regexp_split_to_array(e.value, '\\s*,\\s*')
                  else array[e.value] end) as part
              left join attribute_value t on t.attribute_code = e.key and t.code = part) said
         where %s
      ), written as (
      update listing l
         set image_media = f.picture, facets = f.facets,
             search_words = fold(concat_ws(' ', f.titles, f.seller, f.crates_fr, f.crates_en)),
             search =
               setweight(to_tsvector('halles_simple', coalesce(f.titles, '')), 'A')
               || setweight(to_tsvector('halles_fr', coalesce(f.titles, '')), 'A')
               || setweight(to_tsvector('halles_en', coalesce(f.titles, '')), 'A')
               || setweight(to_tsvector('halles_fr',
                    concat_ws(' ', f.seller, f.crates_fr, f.numbers)), 'B')
               || setweight(to_tsvector('halles_en',
                    concat_ws(' ', f.seller, f.crates_en)), 'B')
               || setweight(to_tsvector('halles_fr', coalesce(f.said_fr, '')), 'C')
               || setweight(to_tsvector('halles_en', coalesce(f.said_en, '')), 'C')
               || setweight(to_tsvector('halles_fr', as_typed(coalesce(f.description ->> 'fr', ''))), 'D')
               || setweight(to_tsvector('halles_en', as_typed(coalesce(f.description ->> 'en', ''))), 'D')
        from facts f where f.id = l.id
      returning l.search_words
      )
      insert into search_word
      select distinct word
        from written, regexp_split_to_table(written.search_words, '[^[:alnum:]]+') word
       where length(word) between 3 and 40 order by word
      on conflict do nothing
      """;

  private static final String OF_ONE = WORDS.formatted("l.id = ?");
  private static final String OF_VENDOR = WORDS.formatted("l.vendor_id = ?");
  private static final String OF_CATEGORIES = WORDS.formatted("l.category_id = any (?)");
  private static final String OF_ATTRIBUTE =
      WORDS.formatted(
          "jsonb_exists(l.attributes, ?) or l.id in"
              + " (select o.listing_id from offer o where jsonb_exists(o.options, ?))");

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
    database.update(OF_ONE, listingId);
  }

  /** Several listings are on this product from now on: lists show the best of them. */
  void share(UUID productId) {
    database.update(
        """
        update listing set shared = true
         where product_id = ? and not shared
           and (select count(*) from listing where product_id = ?) > 1
        """,
        productId,
        productId);
  }

  /** After these categories were renamed or moved. */
  void ofCategories(Collection<UUID> categories) {
    database.update(OF_CATEGORIES, (Object) categories.toArray(UUID[]::new));
  }

  void on(@Observes StorefrontRenamed renamed) {
    database.update(OF_VENDOR, renamed.vendorId());
  }

  void on(@Observes AttributeDefined defined) {
    database.update(OF_ATTRIBUTE, defined.code(), defined.code());
  }
}
