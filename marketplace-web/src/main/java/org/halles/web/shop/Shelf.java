package org.halles.web.shop;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;
import org.halles.marketplace.catalog.CategoryTree;
import org.halles.marketplace.search.Facets;
import org.halles.marketplace.search.Facets.Facet;
import org.halles.marketplace.search.Sort;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;
import org.halles.web.ui.Amounts;
import org.halles.web.ui.Labels;
import org.halles.web.ui.Language;
import org.halles.web.ui.Words;

/** Makes links of what narrows a list: facets, chips, orders. */
@RequestScoped
class Shelf {

  private Language language;
  private Words words;
  private Labels labels;

  protected Shelf() {}

  @Inject
  Shelf(Language language, Words words, Labels labels) {
    this.language = language;
    this.words = words;
    this.labels = labels;
  }

  List<Choice> categories(SearchState state, Facets facets, CategoryTree tree) {
    return facets.categories().stream()
        .map(
            facet ->
                new Choice(
                    nameOf(facet.value(), tree),
                    state.with("category", facet.value()),
                    facet.count(),
                    false))
        .toList();
  }

  List<Choice> vendors(SearchState state, Facets facets) {
    return state.has("vendor") || facets.vendors().size() < 2
        ? List.of()
        : choices("vendor", facets.vendors(), state, Facet::label);
  }

  List<Choice> conditions(SearchState state, Facets facets) {
    return state.has("condition") || facets.conditions().size() < 2
        ? List.of()
        : choices("condition", facets.conditions(), state, this::condition);
  }

  List<Choice> kinds(SearchState state, Facets facets) {
    return state.has("kind") || facets.kinds().size() < 2
        ? List.of()
        : choices("kind", facets.kinds(), state, this::kind);
  }

  /** An attribute and what it divides the goods into. */
  public record Said(String title, List<Choice> choices) {}

  private static final int MOST_ATTRIBUTES = 6;
  private static final int MOST_VALUES = 8;

  /** Attributes that divide what is found and are not chosen yet. */
  List<Said> said(SearchState state, Facets facets) {
    return facets.said().stream()
        .filter(said -> !state.has(SearchState.SAID + said.attribute()))
        .filter(said -> said.values().size() > 1)
        .limit(MOST_ATTRIBUTES)
        .map(said -> new Said(labels.of(said.attribute()), values(state, said)))
        .toList();
  }

  private List<Choice> values(SearchState state, Facets.Said said) {
    return choices(
        SearchState.SAID + said.attribute(),
        said.values().stream().limit(MOST_VALUES).toList(),
        state,
        facet -> labels.value(said.attribute(), facet.value()));
  }

  /** Price bands; none once somebody has set a price. */
  List<Choice> prices(SearchState state, Facets facets) {
    if (state.has("min") || state.has("max") || facets.prices().size() < 2) {
      return List.of();
    }
    CurrencyCode currency = currency(state, facets);
    return facets.prices().stream().map(facet -> band(state, facet, currency)).toList();
  }

  /** Other currencies that the goods are sold in; none where there is but one, or one is chosen. */
  List<Choice> currencies(SearchState state, Facets facets) {
    return state.currency().isPresent() || facets.currencies().size() < 2
        ? List.of()
        : facets.currencies().stream()
            .map(
                facet ->
                    new Choice(
                        nameOf(CurrencyCode.of(facet.value())),
                        state.withCurrency(facet.value()),
                        facet.count(),
                        false))
            .toList();
  }

  private String nameOf(CurrencyCode currency) {
    return Currency.getInstance(currency.value()).getDisplayName(language.getLocale());
  }

  /** The sign before or behind the amounts people type. */
  String sign(SearchState state, Facets facets) {
    return Currency.getInstance(currency(state, facets).value()).getSymbol(language.getLocale());
  }

  /** What prices are typed in: what the address says, else what most of the goods cost. */
  CurrencyCode currency(SearchState state, Facets facets) {
    return state
        .currency()
        .orElseGet(
            () ->
                CurrencyCode.of(
                    facets.currencies().isEmpty() ? "EUR" : facets.currencies().get(0).value()));
  }

  private Choice band(SearchState state, Facet facet, CurrencyCode currency) {
    String[] ends = facet.value().split("-", -1);
    Money from = Money.of(Long.parseLong(ends[0]), currency);
    // bands end just below where the next begins; people read the round number
    Money next = ends[1].isEmpty() ? null : Money.of(Long.parseLong(ends[1]) + 1, currency);
    String label =
        next == null
            ? words.of("price.above", shown(from))
            : from.isZero()
                ? words.of("price.below", shown(next))
                : words.of("price.between", shown(from), shown(next));
    return new Choice(
        label,
        state.withPrices(from.isZero() ? null : typed(from), below(next), currency),
        facet.count(),
        false);
  }

  private static String typed(Money amount) {
    return amount.toDecimal().stripTrailingZeros().toPlainString();
  }

  /** The last price below this one; a whole number includes its cents. */
  private static String below(Money next) {
    if (next == null) {
      return null;
    }
    BigDecimal end = next.toDecimal();
    return end.stripTrailingZeros().scale() <= 0
        ? end.subtract(BigDecimal.ONE).setScale(0).toPlainString()
        : next.minus(Money.of(1, next.currency())).toDecimal().toPlainString();
  }

  private String shown(Money amount) {
    return Amounts.rounded(amount, language.getLocale());
  }

  private List<Choice> choices(
      String part, List<Facet> facets, SearchState state, Function<Facet, String> label) {
    return facets.stream()
        .map(
            facet ->
                new Choice(
                    label.apply(facet), state.with(part, facet.value()), facet.count(), false))
        .toList();
  }

  /** What is chosen, each with the address that leaves it out. */
  List<Choice> chips(SearchState state, CategoryTree tree, String vendorName) {
    List<Choice> chips = new ArrayList<>();
    chip(chips, state, "q", words.of("search.title.words", state.get("q")));
    if (state.has("q")) {
      // without words the category is the page itself
      chip(chips, state, "category", nameOf(state.get("category"), tree));
    }
    chip(chips, state, "vendor", vendorName == null ? state.get("vendor") : vendorName);
    chip(chips, state, "min", words.of("price.above", amount(state, "min")));
    chip(chips, state, "max", words.of("price.upto", amount(state, "max")));
    if (!state.has("min") && !state.has("max")) {
      // where there are prices, they say their currency
      chip(
          chips,
          state,
          SearchState.CURRENCY,
          state.currency().map(this::nameOf).orElse(state.get(SearchState.CURRENCY)));
    }
    chip(chips, state, "condition", words.orElse("condition." + state.get("condition"), "?"));
    state
        .said()
        .forEach(
            (code, value) ->
                chip(
                    chips,
                    state,
                    SearchState.SAID + code,
                    labels.of(code) + words.get("facet.colon") + labels.value(code, value)));
    chip(chips, state, "kind", words.orElse("kind." + state.get("kind"), "?"));
    return chips;
  }

  private String amount(SearchState state, String part) {
    return state.amount(part).map(this::shown).orElse(state.get(part));
  }

  private static void chip(List<Choice> chips, SearchState state, String part, String label) {
    if (state.has(part)) {
      chips.add(new Choice(label, state.without(part), null, true));
    }
  }

  /** The orders there are; the best match only where there are words to match. */
  List<Choice> sorts(SearchState state) {
    Sort usual = state.has("q") ? Sort.RELEVANCE : Sort.NEWEST;
    String chosen = state.has("sort") ? state.get("sort") : usual.word();
    return Arrays.stream(Sort.values())
        .filter(sort -> sort != Sort.RELEVANCE || state.has("q"))
        .map(
            sort ->
                new Choice(
                    words.get("sort." + sort.word()),
                    sort.word(),
                    null,
                    sort.word().equals(chosen)))
        .toList();
  }

  private String nameOf(String slug, CategoryTree tree) {
    return slug == null
        ? null
        : tree.find(slug).map(found -> found.name().in(language.getTag())).orElse(slug);
  }

  private String condition(Facet facet) {
    return words.orElse("condition." + facet.value(), facet.value());
  }

  private String kind(Facet facet) {
    return words.orElse("kind." + facet.value(), facet.value());
  }
}
