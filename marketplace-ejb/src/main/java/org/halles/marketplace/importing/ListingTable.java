package org.halles.marketplace.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.halles.marketplace.catalog.Cataloguing;
import org.halles.marketplace.catalog.Categories;
import org.halles.marketplace.catalog.CategoryTree;
import org.halles.marketplace.catalog.CategoryView;
import org.halles.marketplace.catalog.ImageView;
import org.halles.marketplace.catalog.ListingStatus;
import org.halles.marketplace.catalog.OfferView;
import org.halles.marketplace.catalog.VendorListing;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.plugin.FormatDoor;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Packs;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.PriceBreak;
import org.halles.marketplace.shared.Texts;
import org.halles.marketplace.vendor.Needs;
import org.halles.marketplace.vendor.Permission;
import org.halles.marketplace.vendor.VendorScope;
import org.halles.spi.CatalogArticle;
import org.halles.spi.CatalogShape;

/**
 * A vendor's listings as a table in any layout there is, written page by page. What was put away is
 * left out. The same file handed in again changes nothing.
 */
@ApplicationScoped
public class ListingTable {

  private static final String SHAPE =
      """
      select coalesce((select array_agg(distinct k order by k)
                from listing l, jsonb_object_keys(l.attributes) k
               where l.vendor_id = ? and l.status <> 'ARCHIVED'), '{}') as attributes,
             coalesce((select array_agg(distinct k order by k)
                from offer o, jsonb_object_keys(o.options) k
               where o.vendor_id = ? and o.active), '{}') as options,
             coalesce((select max((select count(*) from jsonb_object_keys(l.attributes)))
                from listing l where l.vendor_id = ? and l.status <> 'ARCHIVED'), 0) as most_attributes,
             coalesce((select max((select count(distinct k) from offer o,
                    jsonb_object_keys(o.options) k where o.listing_id = l.id and o.active))
                from listing l where l.vendor_id = ? and l.status <> 'ARCHIVED'), 0) as most_options,
             coalesce((select max((select count(*) from listing_image i where i.listing_id = l.id))
                from listing l where l.vendor_id = ? and l.status <> 'ARCHIVED'), 0) as most_images
      """;

  private Layouts layouts;
  private Cataloguing cataloguing;
  private Categories categories;
  private Database database;

  protected ListingTable() {}

  @Inject
  ListingTable(Layouts layouts, Cataloguing cataloguing, Categories categories, Database database) {
    this.layouts = layouts;
    this.cataloguing = cataloguing;
    this.categories = categories;
    this.database = database;
  }

  /**
   * Writes the table.
   *
   * @param format the layout
   * @param language of texts, where the layout has room for one only
   * @param site the address of this marketplace, for pictures
   */
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.CATALOGUE_READ)
  public void write(
      VendorScope scope, String format, String language, String site, OutputStream out)
      throws IOException {
    FormatDoor.Writing writing = layouts.get(format).write(shape(scope.vendorId(), language));
    CategoryTree tree = categories.tree();
    try (CsvFile file = CsvFile.to(out)) {
      file.row(writing.header());
      Page<VendorListing> page;
      String cursor = null;
      do {
        page = cataloguing.list(scope, null, Paging.of(Paging.MOST, cursor));
        writing
            .rows(
                page.items().stream()
                    .filter(listing -> listing.status() != ListingStatus.ARCHIVED)
                    .filter(listing -> !listing.variants().isEmpty())
                    .map(listing -> article(listing, tree, language, site))
                    .toList())
            .forEach(file::row);
        cursor = page.next();
      } while (cursor != null);
    }
  }

  private CatalogShape shape(UUID vendor, String language) {
    return database
        .find(
            SHAPE,
            row ->
                new CatalogShape(
                    language,
                    List.of("fr", "en"),
                    row.texts("attributes"),
                    row.texts("options"),
                    row.integer("most_attributes"),
                    row.integer("most_options"),
                    row.integer("most_images")),
            vendor,
            vendor,
            vendor,
            vendor,
            vendor)
        .orElseThrow();
  }

  private static CatalogArticle article(
      VendorListing listing, CategoryTree tree, String language, String site) {
    CategoryView category = tree.find(listing.categoryId()).orElse(null);
    String id = listing.id().toString();
    return new CatalogArticle(
        listing.slug() + "-" + id.substring(id.length() - 8),
        code(listing.kind()),
        listing.title().byLanguage(),
        listing.description().byLanguage(),
        category == null ? "" : category.slug(),
        category == null
            ? List.of()
            : tree.pathTo(category).stream().map(one -> one.name().in(language)).toList(),
        listing.status() != ListingStatus.DRAFT,
        listing.attributes(),
        listing.variants().stream().map(ListingTable::variant).toList(),
        listing.images().stream().map(image -> image(image, language, site)).toList());
  }

  private static CatalogArticle.Variant variant(OfferView offer) {
    return new CatalogArticle.Variant(
        offer.sku(),
        new LinkedHashMap<>(offer.options()),
        offer.price(),
        offer.stock(),
        code(offer.condition()),
        offer.leadTimeDays(),
        offer.weightGrams(),
        offer.gtin(),
        offer.shippingFee(),
        offer.priceBreaks().stream()
            .collect(
                Collectors.toMap(
                    PriceBreak::from, PriceBreak::price, (one, other) -> one, LinkedHashMap::new)),
        offer.places() == null ? Map.of() : offer.places(),
        orders(offer.orders()));
  }

  private static CatalogArticle.Orders orders(Packs packs) {
    return new CatalogArticle.Orders(
        packs.least() == 1 ? null : packs.least(),
        packs.size() == 1 ? null : packs.size(),
        packs.most() == Packs.MOST ? null : packs.most());
  }

  private static CatalogArticle.Image image(ImageView image, String language, String site) {
    Texts alt = image.alt() == null ? Texts.NONE : image.alt();
    Map<String, String> words = alt.byLanguage();
    return new CatalogArticle.Image(
        site + "/media/" + image.media(), words.getOrDefault(language, ""));
  }

  private static String code(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
