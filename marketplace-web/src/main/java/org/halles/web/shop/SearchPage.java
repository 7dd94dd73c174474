package org.halles.web.shop;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.halles.marketplace.catalog.Categories;
import org.halles.marketplace.catalog.CategoryTree;
import org.halles.marketplace.catalog.CategoryView;
import org.halles.marketplace.search.Crates;
import org.halles.marketplace.search.Facets;
import org.halles.marketplace.search.Results;
import org.halles.marketplace.search.Search;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Paging;
import org.halles.web.ui.Language;

/** What was found for the words and filters in the address; also the page of a category. */
@Named
@RequestScoped
public class SearchPage {

  private Search search;
  private Categories categories;
  private Crates crates;
  private Goods goods;
  private Shelf shelf;
  private Language language;
  private HttpServletRequest request;

  private SearchState state;
  private CategoryTree tree;
  private CategoryView category;
  private Results results;
  private Facets facets;

  protected SearchPage() {}

  @Inject
  SearchPage(
      Search search,
      Categories categories,
      Crates crates,
      Goods goods,
      Shelf shelf,
      Language language,
      HttpServletRequest request) {
    this.search = search;
    this.categories = categories;
    this.crates = crates;
    this.goods = goods;
    this.shelf = shelf;
    this.language = language;
    this.request = request;
  }

  /** The search page; a category without words is led to its own page. */
  public void open() throws IOException {
    read();
    if (category != null && !state.has("q")) {
      PublicPage.movedTo(state.after(null));
      return;
    }
    find();
  }

  /** A category's page. */
  public void openCategory() throws IOException {
    read();
    if (category == null) {
      PublicPage.notFound();
    } else if (state.has("q")) {
      PublicPage.movedTo(state.after(null));
    } else {
      find();
    }
  }

  private void read() {
    state = SearchState.of(request, language);
    tree = categories.tree();
    category = state.has("category") ? tree.find(state.get("category")).orElse(null) : null;
  }

  /** A malformed filter or cursor finds nothing, and the page says how to go on. */
  private void find() throws IOException {
    try {
      results = search.find(state.query(), Paging.of(null, request.getParameter("cursor")));
      facets = search.facets(state.query(), results);
      PublicPage.keepForAMoment();
    } catch (InvalidInput malformed) {
      PublicPage.notFound();
    }
  }

  public String getWords() {
    return state.get("q");
  }

  /** True if words or filters are in the address. */
  public boolean isNarrowed() {
    return !getChips().isEmpty();
  }

  public long getHits() {
    return facets.hits();
  }

  /** False if there are more hits than were counted. */
  public boolean isExact() {
    return facets.exact();
  }

  /** True if nothing had these words and the hits are only spelt alike. */
  public boolean isGuessed() {
    return results.guessed() && !results.page().items().isEmpty();
  }

  public List<Good> getGoods() {
    return goods.of(results.page().items());
  }

  public List<Choice> getChips() {
    return shelf.chips(state, tree, vendorName());
  }

  private String vendorName() {
    return facets.vendors().stream()
        .filter(vendor -> vendor.value().equals(state.get("vendor")))
        .map(Facets.Facet::label)
        .findFirst()
        .orElse(null);
  }

  public List<Choice> getSorts() {
    return shelf.sorts(state);
  }

  public List<Choice> getCategories() {
    return shelf.categories(state, facets, tree);
  }

  public List<Choice> getVendors() {
    return shelf.vendors(state, facets);
  }

  public List<Choice> getPrices() {
    return shelf.prices(state, facets);
  }

  public List<Choice> getCurrencies() {
    return shelf.currencies(state, facets);
  }

  /** What the amounts typed are in. */
  public String getCurrency() {
    return shelf.currency(state, facets).value();
  }

  public String getCurrencySign() {
    return shelf.sign(state, facets);
  }

  public List<Choice> getConditions() {
    return shelf.conditions(state, facets);
  }

  /** What is said about the goods: a heading for each attribute that divides them. */
  public List<Shelf.Said> getSaid() {
    return shelf.said(state, facets);
  }

  public List<Choice> getKinds() {
    return shelf.kinds(state, facets);
  }

  /** What the forms on the page carry along, so that they change one part and keep the others. */
  public List<Map.Entry<String, String>> carriedBut(String... own) {
    List<Map.Entry<String, String>> carried = new ArrayList<>();
    state
        .all()
        .forEach(
            (part, value) -> {
              boolean inPath = part.equals("category") && !state.has("q");
              if (!inPath && !List.of(own).contains(part)) {
                carried.add(Map.entry(part, value));
              }
            });
    return carried;
  }

  /** The amounts typed. */
  public String getMin() {
    return state.get("min");
  }

  public String getMax() {
    return state.get("max");
  }

  /** Where the page's forms lead. */
  public String getAction() {
    return state.has("q") || category == null
        ? language.getPath() + "/search"
        : language.getPath() + "/c/" + category.slug();
  }

  public String getNext() {
    String next = results.page().next();
    return next == null ? null : state.after(next);
  }

  public String getFirst() {
    return request.getParameter("cursor") == null ? null : state.after(null);
  }

  /** The categories above this one, from the top. */
  public List<Choice> getPath() {
    return category == null
        ? List.of()
        : tree.pathTo(category).stream()
            .map(
                above ->
                    new Choice(
                        above.name().in(language.getTag()),
                        above.equals(category) ? null : language.getPath() + "/c/" + above.slug(),
                        null,
                        above.equals(category)))
            .toList();
  }

  public String getCategoryName() {
    return category == null ? null : category.name().in(language.getTag());
  }

  /** The categories directly below this one. */
  public List<CrateCard> getCrates() {
    return crates.below(category).stream()
        .map(crate -> CrateCard.of(crate, language.getTag()))
        .toList();
  }
}
