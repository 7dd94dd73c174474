package org.halles.marketplace.importing;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.halles.marketplace.catalog.OrderQuantityInput;
import org.halles.marketplace.catalog.PriceBreakInput;
import org.halles.marketplace.catalog.PriceInput;
import org.halles.marketplace.catalog.VariantInput;
import org.halles.spi.CatalogFact;
import org.halles.spi.CatalogField;

/** One row that speaks of a variant, on its way to what the catalogue takes. */
final class VariantDraft {

  private static final int LONGEST_SKU = 100;

  private final int row;
  private final List<CatalogFact> facts;
  private final String sku;
  private final List<ImportProblem> problems = new ArrayList<>();

  VariantDraft(String article, Staging.StagedRow row) {
    this.row = row.row();
    this.facts = row.facts();
    this.sku = first(CatalogField.SKU).map(CatalogFact::value).orElseGet(() -> derived(article));
  }

  static boolean speaksOfOne(Staging.StagedRow row) {
    return row.facts().stream().anyMatch(fact -> fact.field().isOfVariant());
  }

  /** The same article and options make the same number, so a file without SKUs finds its own. */
  private String derived(String article) {
    StringBuilder number = new StringBuilder(article);
    options().values().forEach(value -> number.append('-').append(slug(value)));
    return number.length() > LONGEST_SKU ? number.substring(0, LONGEST_SKU) : number.toString();
  }

  private static String slug(String value) {
    return Normalizer.normalize(value.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
        .replaceAll("[^\\p{L}\\p{N}]+", "-");
  }

  int row() {
    return row;
  }

  String sku() {
    return sku;
  }

  List<ImportProblem> problems() {
    return problems;
  }

  Map<String, String> options() {
    Map<String, String> options = new LinkedHashMap<>();
    facts.stream()
        .filter(fact -> fact.field() == CatalogField.OPTION)
        .forEach(fact -> options.putIfAbsent(fact.name(), fact.value()));
    return options;
  }

  String column(CatalogField field) {
    return first(field).map(CatalogFact::column).orElse(field.name().toLowerCase(Locale.ROOT));
  }

  String value(CatalogField field) {
    return first(field).map(CatalogFact::value).orElse(null);
  }

  private Optional<CatalogFact> first(CatalogField field) {
    return facts.stream().filter(fact -> fact.field() == field).findFirst();
  }

  /**
   * The variant as it is from now on.
   *
   * @param known as it is; null for a new one
   */
  VariantInput over(VariantInput known, String usualCurrency) {
    String currency =
        first(CatalogField.CURRENCY)
            .map(fact -> fact.value().toUpperCase(Locale.ROOT))
            .orElse(known == null ? usualCurrency : known.price().currency());
    Map<String, String> options = new LinkedHashMap<>(known == null ? Map.of() : known.options());
    options.putAll(options());
    return new VariantInput(
        sku,
        options,
        price(CatalogField.PRICE, currency, known == null ? null : known.price(), known == null),
        sum(known),
        said(CatalogField.CONDITION, known == null ? null : known.condition()),
        figure(
            CatalogField.LEAD_TIME_DAYS,
            Figures::whole,
            known == null ? null : known.leadTimeDays()),
        figure(
            CatalogField.WEIGHT_GRAMS,
            Figures::rounded,
            known == null ? null : known.weightGrams()),
        said(CatalogField.GTIN, known == null ? null : known.gtin()),
        price(
            CatalogField.SHIPPING_FEE, currency, known == null ? null : known.shippingFee(), false),
        steps(currency, known == null ? null : known.priceBreaks()),
        places(known),
        orders(known == null ? null : known.orderQuantity()));
  }

  /** How many are sold at once: what the row does not say stays. */
  private OrderQuantityInput orders(OrderQuantityInput known) {
    boolean told =
        facts.stream()
            .anyMatch(
                fact ->
                    fact.field() == CatalogField.ORDER_LEAST
                        || fact.field() == CatalogField.ORDER_PACK
                        || fact.field() == CatalogField.ORDER_MOST);
    return told
        ? new OrderQuantityInput(
            figure(CatalogField.ORDER_LEAST, Figures::whole, known == null ? null : known.least()),
            figure(
                CatalogField.ORDER_PACK, Figures::whole, known == null ? null : known.packSize()),
            figure(CatalogField.ORDER_MOST, Figures::whole, known == null ? null : known.most()))
        : known;
  }

  /** Who tells where units lie need not tell their sum, which places that are off do not add to. */
  private Integer sum(VariantInput known) {
    Integer told = stock(known == null ? null : known.stock());
    Optional<CatalogFact> places = first(CatalogField.STOCK_PLACES);
    if (places.isEmpty()) {
      return told;
    }
    boolean agree =
        PlacesCell.read(places.get().value())
            .map(units -> units.values().stream().mapToLong(one -> one).sum())
            .filter(sum -> told == null || sum.intValue() == told)
            .isPresent();
    if (!agree && first(CatalogField.STOCK).isPresent()) {
      problems.add(Complaints.placesCount(row, column(CatalogField.STOCK), String.valueOf(told)));
    }
    return null;
  }

  boolean tellsStock() {
    return first(CatalogField.STOCK).isPresent() || first(CatalogField.STOCK_PLACES).isPresent();
  }

  /** Where they lie; who tells another sum only leaves it to the marketplace. */
  private Map<String, Integer> places(VariantInput known) {
    boolean sumOnly = known == null || first(CatalogField.STOCK).isPresent();
    return first(CatalogField.STOCK_PLACES)
        .map(
            fact ->
                read(
                    fact,
                    PlacesCell::read,
                    (column, value) -> Complaints.places(row, column, value),
                    Map.<String, Integer>of()))
        .orElse(sumOnly ? null : known.places());
  }

  private List<PriceBreakInput> steps(String currency, List<PriceBreakInput> otherwise) {
    return first(CatalogField.PRICE_BREAKS)
        .map(
            fact ->
                read(
                    fact,
                    value -> PriceSteps.read(value, currency),
                    (column, value) -> Complaints.steps(row, column, value),
                    otherwise))
        .filter(steps -> !steps.isEmpty())
        .orElseGet(() -> first(CatalogField.PRICE_BREAKS).isPresent() ? null : otherwise);
  }

  private String said(CatalogField field, String otherwise) {
    return first(field).map(CatalogFact::value).orElse(otherwise);
  }

  private PriceInput price(
      CatalogField field, String currency, PriceInput otherwise, boolean needed) {
    Optional<CatalogFact> fact = first(field);
    if (fact.isEmpty()) {
      if (needed) {
        problems.add(Complaints.noPrice(row, column(field)));
      }
      return otherwise;
    }
    return read(
        fact.get(),
        value -> Figures.amount(value, currency),
        (column, value) -> Complaints.price(row, column, value, currency),
        otherwise);
  }

  private Integer stock(Integer otherwise) {
    Integer stock = figure(CatalogField.STOCK, Figures::whole, otherwise);
    if (stock != null && stock < 0) {
      problems.add(Complaints.oversold(row, column(CatalogField.STOCK), value(CatalogField.STOCK)));
      return 0;
    }
    return stock;
  }

  private Integer figure(
      CatalogField field, Function<String, Optional<Integer>> reading, Integer otherwise) {
    return first(field)
        .map(
            fact ->
                read(
                    fact,
                    reading,
                    (column, value) -> Complaints.whole(row, column, value),
                    otherwise))
        .orElse(otherwise);
  }

  private <T> T read(
      CatalogFact fact,
      Function<String, Optional<T>> reading,
      BiFunction<String, String, ImportProblem> complaint,
      T otherwise) {
    Optional<T> value = reading.apply(fact.value());
    if (value.isEmpty()) {
      problems.add(complaint.apply(fact.column(), fact.value()));
    }
    return value.orElse(otherwise);
  }
}
