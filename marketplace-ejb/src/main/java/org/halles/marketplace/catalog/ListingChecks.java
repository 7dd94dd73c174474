package org.halles.marketplace.catalog;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.Texts;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;

/** Goes through a listing as it was sent and names everything that is wrong with it. */
final class ListingChecks {

  /** Variants of one listing. */
  static final int MOST_VARIANTS = 200;

  private static final int MOST_ATTRIBUTES = 50;
  private static final int MOST_IMAGES = 20;
  private static final Pattern MEDIA = Pattern.compile("[0-9a-f]{64}");

  private final Checklist checklist;
  private final CategoryTree categories;

  ListingChecks(Checklist checklist, CategoryTree categories) {
    this.checklist = checklist;
    this.categories = categories;
  }

  /** The listing, if the checklist is clean afterwards; else of no use. */
  CheckedListing check(ListingInput input) {
    Texts title = checklist.texts("title", input.title(), 200, true);
    Texts description = checklist.texts("description", input.description(), 20_000, false);
    return new CheckedListing(
        checklist.choice("kind", input.kind(), ListingKind.class, ListingKind.GOODS),
        title,
        Description.clean(description),
        category(input.categoryId()),
        checklist.words("attributes", input.attributes(), MOST_ATTRIBUTES),
        variants(input.variants()),
        images(input.images()));
  }

  private CategoryView category(String idOrSlug) {
    if (idOrSlug == null || idOrSlug.isBlank()) {
      checklist.reject("categoryId", "is missing: give a category's id or slug", null);
      return null;
    }
    CategoryView found = categories.find(idOrSlug.strip()).orElse(null);
    if (found == null) {
      checklist.reject("categoryId", "is no category: see /api/v1/categories", idOrSlug);
    }
    return found;
  }

  private List<CheckedVariant> variants(List<VariantInput> given) {
    if (given == null || given.isEmpty()) {
      checklist.reject("variants", "is empty: give at least one, with sku and price", null);
      return List.of();
    }
    if (given.size() > MOST_VARIANTS) {
      checklist.reject("variants", "may be at most " + MOST_VARIANTS, given.size());
      return List.of();
    }
    List<CheckedVariant> checked = new ArrayList<>();
    Set<String> skus = new HashSet<>();
    Set<String> currencies = new HashSet<>();
    for (int index = 0; index < given.size(); index++) {
      String path = "variants[" + index + "]";
      if (given.get(index) == null) {
        checklist.reject(path, "is null: leave it out", null);
        continue;
      }
      CheckedVariant variant = variant(path, given.get(index));
      if (!skus.add(variant.sku())) {
        checklist.reject(path + ".sku", "is there twice: each variant has its own", variant.sku());
      }
      if (variant.price() != null && currencies.add(variant.price().currency().value())) {
        oneCurrency(path, currencies, variant.price().currency());
      }
      checked.add(variant);
    }
    return checked;
  }

  private void oneCurrency(String path, Set<String> currencies, CurrencyCode currency) {
    if (currencies.size() > 1) {
      checklist.reject(
          path + ".price.currency", "differs from the other variants': use one", currency);
    }
  }

  private CheckedVariant variant(String path, VariantInput given) {
    PriceChecks prices = new PriceChecks(checklist);
    Money price = prices.price(path + ".price", given.price());
    return new CheckedVariant(
        checklist.text(path + ".sku", given.sku(), 100),
        checklist.words(path + ".options", given.options(), 10),
        price,
        stock(prices, path + ".stock", given),
        checklist.choice(path + ".condition", given.condition(), Condition.class, Condition.NEW),
        checklist.number(path + ".leadTimeDays", given.leadTimeDays(), 0, 365, 1),
        checklist.number(path + ".weightGrams", given.weightGrams(), 0, 10_000_000, 0),
        gtin(path + ".gtin", given.gtin()),
        prices.fee(path + ".shippingFee", given.shippingFee(), given.price()),
        new PriceBreakChecks(checklist).check(path + ".priceBreaks", given.priceBreaks(), price),
        prices.places(path + ".places", given.places()),
        new OrderQuantityChecks(checklist).check(path + ".orderQuantity", given.orderQuantity()));
  }

  private static Integer stock(PriceChecks prices, String path, VariantInput given) {
    return given.places() == null || given.places().isEmpty()
        ? prices.stock(path, given.stock())
        : prices.sum(path, given.stock());
  }

  private Gtin gtin(String field, String given) {
    if (given == null || given.isBlank()) {
      return null;
    }
    String fault = Gtin.fault(given);
    if (fault != null) {
      checklist.reject(field, fault, given);
    }
    return Gtin.parse(given).orElse(null);
  }

  private List<ImageView> images(List<ImageInput> given) {
    List<ImageView> checked = new ArrayList<>();
    if (given == null) {
      return checked;
    }
    if (given.size() > MOST_IMAGES) {
      checklist.reject("images", "may be at most " + MOST_IMAGES, given.size());
      return checked;
    }
    for (int index = 0; index < given.size(); index++) {
      String path = "images[" + index + "]";
      ImageInput image = given.get(index) == null ? new ImageInput(null, null) : given.get(index);
      String media =
          checklist.pattern(path + ".media", image.media(), MEDIA, "the id of an uploaded file");
      checked.add(new ImageView(media, checklist.texts(path + ".alt", image.alt(), 300, false)));
    }
    return checked;
  }
}
