package org.halles.marketplace.importing;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.halles.marketplace.catalog.ImageInput;
import org.halles.marketplace.catalog.KnownListing;
import org.halles.marketplace.catalog.ListingInput;
import org.halles.marketplace.catalog.VariantInput;
import org.halles.marketplace.shared.Texts;
import org.halles.marketplace.shared.Violation;
import org.halles.spi.CatalogField;

/**
 * An article of the file, laid over the listing it belongs to: what the file says counts, what it
 * does not say stays. Variants the file does not name stay too.
 */
final class ArticleDraft {

  private static final Pattern VARIANT =
      Pattern.compile("variants\\[(\\d+)]\\.?(orderQuantity\\.[a-zA-Z]+|[a-zA-Z]*).*");
  private static final Pattern TAG = Pattern.compile("[a-z]{2}");

  private static final Map<String, CatalogField> OF_VARIANT =
      Map.ofEntries(
          entry("sku", CatalogField.SKU),
          entry("options", CatalogField.OPTION),
          entry("price", CatalogField.PRICE),
          entry("priceBreaks", CatalogField.PRICE_BREAKS),
          entry("stock", CatalogField.STOCK),
          entry("places", CatalogField.STOCK_PLACES),
          entry("condition", CatalogField.CONDITION),
          entry("leadTimeDays", CatalogField.LEAD_TIME_DAYS),
          entry("weightGrams", CatalogField.WEIGHT_GRAMS),
          entry("gtin", CatalogField.GTIN),
          entry("shippingFee", CatalogField.SHIPPING_FEE),
          entry("orderQuantity.least", CatalogField.ORDER_LEAST),
          entry("orderQuantity.packSize", CatalogField.ORDER_PACK),
          entry("orderQuantity.most", CatalogField.ORDER_MOST));
  private static final Map<String, CatalogField> OF_LISTING =
      Map.of(
          "title", CatalogField.TITLE,
          "description", CatalogField.DESCRIPTION,
          "categoryId", CatalogField.CATEGORY,
          "kind", CatalogField.KIND,
          "attributes", CatalogField.ATTRIBUTE,
          "images", CatalogField.IMAGE);

  private final Said said;
  private final List<VariantDraft> variants;
  private final ImportSettings settings;
  private final CategoryGuess categories;
  private final FilePictures.Known pictures;
  private final List<ImportProblem> problems = new ArrayList<>();
  private List<VariantInput> asked = List.of();

  /**
   * @param pictures what is known of the addresses of pictures
   */
  ArticleDraft(
      Staging.StagedItem item,
      ImportSettings settings,
      CategoryGuess categories,
      FilePictures.Known pictures) {
    this.said = new Said(item.rows());
    this.settings = settings;
    this.categories = categories;
    this.pictures = pictures;
    this.variants = variants(item);
  }

  /** A product that has variants of its own beside itself is none of them. */
  private static List<VariantDraft> variants(Staging.StagedItem item) {
    List<VariantDraft> all =
        item.rows().stream()
            .filter(VariantDraft::speaksOfOne)
            .map(row -> new VariantDraft(item.article(), row))
            .toList();
    boolean chosen = all.stream().anyMatch(one -> !one.options().isEmpty());
    return all.stream()
        .filter(one -> !chosen || !one.options().isEmpty() || !one.sku().equals(item.article()))
        .toList();
  }

  List<String> skus() {
    return variants.stream().map(VariantDraft::sku).toList();
  }

  int firstRow() {
    return said.firstRow();
  }

  List<ImportProblem> problems() {
    return problems;
  }

  boolean isPublished() {
    return said.first(CatalogField.PUBLISHED)
        .map(at -> !Set.of("false", "0", "no", "non").contains(at.value().toLowerCase(Locale.ROOT)))
        .orElse(true);
  }

  /** The listing as it is from now on; of use only if no error was found. */
  ListingInput over(KnownListing known) {
    ListingInput before = known == null ? null : known.input();
    asked = merged(before);
    Texts title = texts(CatalogField.TITLE, before == null ? null : before.title());
    if (title.byLanguage().isEmpty()) {
      problems.add(Complaints.noTitle(said.firstRow(), "title"));
    }
    return new ListingInput(
        before == null
            ? said.first(CatalogField.KIND).map(Said.At::value).orElse(null)
            : before.kind(),
        title,
        texts(CatalogField.DESCRIPTION, before == null ? null : before.description()),
        category(before == null ? null : before.categoryId()),
        attributes(before == null ? Map.of() : before.attributes()),
        asked,
        images(before == null ? List.of() : before.images()));
  }

  /** The SKUs of which the file does not say how many there are. */
  Set<String> untold(ListingInput wanted) {
    Set<String> told =
        variants.stream()
            .filter(VariantDraft::tellsStock)
            .map(VariantDraft::sku)
            .collect(Collectors.toSet());
    return wanted.variants().stream()
        .map(VariantInput::sku)
        .filter(sku -> !told.contains(sku))
        .collect(Collectors.toSet());
  }

  private List<VariantInput> merged(ListingInput before) {
    Map<String, VariantInput> bySku = new LinkedHashMap<>();
    if (before != null) {
      before.variants().forEach(variant -> bySku.put(variant.sku(), variant));
    }
    Map<String, VariantDraft> drafts = new LinkedHashMap<>();
    for (VariantDraft draft : variants) {
      if (drafts.putIfAbsent(draft.sku(), draft) != null) {
        problems.add(Complaints.twice(draft.row(), draft.column(CatalogField.SKU), draft.sku()));
      }
      bySku.put(draft.sku(), draft.over(bySku.get(draft.sku()), settings.currency()));
      problems.addAll(draft.problems());
    }
    if (bySku.isEmpty()) {
      problems.add(Complaints.noVariant(said.firstRow()));
    }
    return List.copyOf(bySku.values());
  }

  private Texts texts(CatalogField field, Texts before) {
    Map<String, String> texts =
        new LinkedHashMap<>(before == null ? Map.of() : before.byLanguage());
    Map<String, String> fresh = new LinkedHashMap<>();
    for (Said.At at : said.all(field)) {
      String name = at.fact().name().toLowerCase(Locale.ROOT);
      fresh.putIfAbsent(TAG.matcher(name).matches() ? name : settings.language(), at.value());
    }
    texts.putAll(fresh);
    return new Texts(texts);
  }

  private String category(String before) {
    Optional<Said.At> at = said.first(CatalogField.CATEGORY);
    if (at.isEmpty()) {
      return before == null ? categories.otherwise() : before;
    }
    String written = at.get().value();
    if (before != null
        && !settings.categories().containsKey(written)
        && categories.mayMean(written, before)) {
      return before;
    }
    return categories
        .of(written)
        .orElseGet(
            () -> {
              String chosen = before == null ? categories.otherwise() : before;
              if (before == null) {
                problems.add(
                    Complaints.category(at.get().row(), at.get().fact().column(), written, chosen));
              }
              return chosen;
            });
  }

  /** What varies is no attribute, though some layouts list it as one. */
  private Map<String, String> attributes(Map<String, String> before) {
    Set<String> varying =
        asked.stream()
            .flatMap(variant -> variant.options().keySet().stream())
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    Map<String, String> attributes = new LinkedHashMap<>(before);
    Map<String, String> fresh = new LinkedHashMap<>();
    for (Said.At at : said.all(CatalogField.ATTRIBUTE)) {
      if (!varying.contains(at.fact().name().toLowerCase(Locale.ROOT))) {
        fresh.putIfAbsent(at.fact().name(), at.value());
      }
    }
    attributes.putAll(fresh);
    return attributes;
  }

  /** Only whole rows of pictures replace each other: a picture that cannot be had removes none. */
  private List<ImageInput> images(List<ImageInput> before) {
    Map<String, ImageInput> known = new LinkedHashMap<>();
    before.forEach(image -> known.put(image.media(), image));
    Map<String, ImageInput> wanted = new LinkedHashMap<>();
    boolean all = true;
    for (Said.At at : said.all(CatalogField.IMAGE)) {
      Optional<String> media = pictures.media(at.value());
      all &= media.isPresent();
      if (media.isEmpty()) {
        problems.add(pictures.complaint(at.row(), at.fact().column(), at.value()));
      }
      media.ifPresent(id -> wanted.putIfAbsent(id, image(id, at.fact().name(), known.get(id))));
    }
    if (wanted.isEmpty()) {
      return before;
    }
    if (!all) {
      known.forEach(wanted::putIfAbsent);
    }
    return List.copyOf(wanted.values());
  }

  private ImageInput image(String media, String alt, ImageInput before) {
    Texts words = before == null || before.alt() == null ? Texts.NONE : before.alt();
    if (alt.isEmpty() || alt.equals(words.in(settings.language()))) {
      return new ImageInput(media, words);
    }
    Map<String, String> told = new LinkedHashMap<>(words.byLanguage());
    told.put(settings.language(), alt);
    return new ImageInput(media, new Texts(told));
  }

  /** What the catalogue refuses, told by row and column. */
  ImportProblem located(Violation violation) {
    Matcher variant = VARIANT.matcher(violation.field());
    if (variant.matches()) {
      String sku = asked.get(Integer.parseInt(variant.group(1))).sku();
      for (VariantDraft draft : variants) {
        if (draft.sku().equals(sku)) {
          CatalogField field = OF_VARIANT.getOrDefault(variant.group(2), CatalogField.SKU);
          String value = told(draft, field, violation);
          return field == CatalogField.STOCK_PLACES
              ? Complaints.refusedPlace(
                  draft.row(), draft.column(field), value, violation.message())
              : Complaints.refused(draft.row(), draft.column(field), value, violation.message());
        }
      }
    }
    String name = violation.field().replaceAll("[.\\[].*", "");
    Optional<Said.At> at = Optional.ofNullable(OF_LISTING.get(name)).flatMap(said::first);
    return Complaints.refused(
        at.map(Said.At::row).orElse(said.firstRow()),
        at.map(found -> found.fact().column()).orElse(violation.field()),
        violation.value() != null ? violation.value() : at.map(Said.At::value).orElse(null),
        violation.message());
  }

  private static String told(VariantDraft draft, CatalogField field, Violation violation) {
    return draft.value(field) != null ? draft.value(field) : violation.value();
  }
}
