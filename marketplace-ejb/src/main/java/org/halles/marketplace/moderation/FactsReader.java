package org.halles.marketplace.moderation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
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

  private Reviewing reviewing;
  private Categories categories;
  private Database database;
  private SimilarListings similar;

  protected FactsReader() {}

  @Inject
  FactsReader(
      Reviewing reviewing, Categories categories, Database database, SimilarListings similar) {
    this.reviewing = reviewing;
    this.categories = categories;
    this.database = database;
    this.similar = similar;
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
        similar.to(
            listingId,
            listing.vendorId(),
            shown.title().in("fr"),
            shown.images().stream().map(ImageInput::media).toList()));
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

  private static Map<String, String> plain(Texts markup) {
    Map<String, String> plain = new LinkedHashMap<>();
    if (markup != null) {
      markup.byLanguage().forEach((language, html) -> plain.put(language, PlainText.of(html)));
    }
    return plain;
  }
}
