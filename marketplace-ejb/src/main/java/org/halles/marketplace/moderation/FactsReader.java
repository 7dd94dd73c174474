package org.halles.marketplace.moderation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.catalog.Categories;
import org.halles.marketplace.catalog.CategoryView;
import org.halles.marketplace.catalog.ImageInput;
import org.halles.marketplace.catalog.ListingInput;
import org.halles.marketplace.catalog.PriceInput;
import org.halles.marketplace.catalog.Reviewing;
import org.halles.marketplace.catalog.VariantInput;
import org.halles.marketplace.catalog.VendorListing;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Row;
import org.halles.marketplace.shared.Texts;
import org.halles.spi.ListingFacts;
import org.halles.spi.Money;

/** What the checks may know of a listing: itself, its category's prices, what looks like it. */
@ApplicationScoped
class FactsReader {

  /** Enough offers to know a category's prices by. */
  private static final int SAMPLE = 5_000;

  private static final String PRICES =
      """
      select count(*) as n, percentile_disc(0.25) within group (order by price_minor) as lower,
             percentile_disc(0.5) within group (order by price_minor) as median,
             percentile_disc(0.75) within group (order by price_minor) as upper
        from (select o.price_minor from listing l join offer o on o.listing_id = l.id and o.active
               where l.category_id = ? and l.status = 'LIVE' and l.vendor_id <> ?
                 and o.currency = ? order by l.live_at desc, l.id desc limit ?) sample
      having count(*) > 0
      """;

  private static final String SIMILAR =
      """
      select l.id, l.vendor_id = ? as own, l.title, l.description,
             array(select i.media_id from listing_image i where i.listing_id = l.id) as pictures
        from listing l
       where l.id <> ? and l.status in ('LIVE', 'SUBMITTED') and l.id in (
         (select t.id from listing t where fold(?) <% t.search_words
           order by word_similarity(fold(?), t.search_words) desc limit 12)
         union (select i.listing_id from listing_image i where i.media_id = any(?) limit 12))
       limit 20
      """;

  private Reviewing reviewing;
  private Categories categories;
  private Database database;

  protected FactsReader() {}

  @Inject
  FactsReader(Reviewing reviewing, Categories categories, Database database) {
    this.reviewing = reviewing;
    this.categories = categories;
    this.database = database;
  }

  @Transactional
  public ListingFacts read(UUID listingId) {
    VendorListing listing = reviewing.get(listingId);
    ListingInput shown = reviewing.proposed(listingId);
    UUID category = UUID.fromString(shown.categoryId());
    return new ListingFacts(
        listingId.toString(),
        listing.vendorId().toString(),
        listing.change() == null ? List.of() : listing.change().fields(),
        shown.kind(),
        shown.title().byLanguage(),
        plain(shown.description()),
        categories.find(category).map(CategoryView::path).orElse(List.of()),
        shown.attributes(),
        shown.variants().stream().map(FactsReader::variant).toList(),
        shown.images().stream().map(FactsReader::image).toList(),
        prices(category, listing.vendorId(), shown.variants().get(0).price().currency()),
        similar(listing, shown));
  }

  private static ListingFacts.Variant variant(VariantInput variant) {
    PriceInput price = variant.price();
    return new ListingFacts.Variant(
        variant.sku(),
        variant.options(),
        Money.of(price.minor(), price.currency()),
        variant.condition(),
        variant.gtin());
  }

  private static ListingFacts.Image image(ImageInput image) {
    return new ListingFacts.Image(image.media(), image.alt().byLanguage());
  }

  private ListingFacts.CategoryPrices prices(UUID category, UUID vendor, String currency) {
    return database
        .find(
            PRICES,
            row ->
                new ListingFacts.CategoryPrices(
                    row.integer("n"),
                    Money.of(row.whole("lower"), currency),
                    Money.of(row.whole("median"), currency),
                    Money.of(row.whole("upper"), currency)),
            category,
            vendor,
            currency,
            SAMPLE)
        .orElse(null);
  }

  private List<ListingFacts.Similar> similar(VendorListing listing, ListingInput shown) {
    String title = shown.title().in("fr");
    return database.list(
        SIMILAR,
        FactsReader::similar,
        listing.vendorId(),
        listing.id(),
        title,
        title,
        shown.images().stream().map(ImageInput::media).toArray(String[]::new));
  }

  private static ListingFacts.Similar similar(Row row) throws SQLException {
    Texts title = row.json("title", Texts.class);
    Map<String, String> story = plain(row.json("description", Texts.class));
    return new ListingFacts.Similar(
        row.uuid("id").toString(),
        row.flag("own"),
        title.in("fr"),
        String.join(" ", title.byLanguage().values()) + " " + String.join(" ", story.values()),
        row.texts("pictures"));
  }

  private static Map<String, String> plain(Texts markup) {
    Map<String, String> plain = new LinkedHashMap<>();
    if (markup != null) {
      markup.byLanguage().forEach((language, html) -> plain.put(language, PlainText.of(html)));
    }
    return plain;
  }
}
