package org.halles.web.shop;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.halles.marketplace.catalog.CategoryTree;
import org.halles.marketplace.search.Facets;
import org.halles.marketplace.search.Facets.Facet;
import org.halles.marketplace.search.Sort;
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
    return facets.prices().stream().map(facet -> band(state, facet)).toList();
  }

  private Choice band(SearchState state, Facet facet) {
    String[] ends = facet.value().split("-", -1);
    String from = euros(ends[0]);
    String to = ends[1].isEmpty() ? null : euros(ends[1]);
    String label =
        to == null
            ? words.of("price.above", sign(from))
            : from.equals("0")
                ? words.of("price.below", sign(next(to)))
                : words.of("price.between", sign(from), sign(next(to)));
    return new Choice(
        label, state.withPrices(from.equals("0") ? null : from, to), facet.count(), false);
  }

  private static String euros(String cents) {
    return String.valueOf(Long.parseLong(cents) / 100);
  }

  /** Bands end just below where the next begins; people read the round number. */
  private static String next(String whole) {
    return String.valueOf(Long.parseLong(whole) + 1);
  }

  private String sign(String whole) {
    return Amounts.text(Money.of(Long.parseLong(whole) * 100, "EUR"), language.getLocale())
        .replaceFirst("[.,]00", "");
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
    chip(chips, state, "min", words.of("price.above", amount(state.get("min"))));
    chip(chips, state, "max", words.of("price.upto", amount(state.get("max"))));
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

  private String amount(String typed) {
    return typed != null && typed.matches("\\d{1,7}") ? sign(typed) : typed + " €";
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
