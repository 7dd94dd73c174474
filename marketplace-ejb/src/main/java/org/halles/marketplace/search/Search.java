package org.halles.marketplace.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.halles.marketplace.catalog.Categories;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Keys;
import org.halles.marketplace.shared.Paging;

/**
 * Finds what is on sale. A page of hits is one statement; further ones only where the words were
 * found nowhere, and beginnings and spelling are compared instead.
 */
@ApplicationScoped
public class Search {

  private Hits hits;
  private FacetCounts counts;
  private Categories categories;

  protected Search() {}

  @Inject
  public Search(Hits hits, FacetCounts counts, Categories categories) {
    this.hits = hits;
    this.counts = counts;
    this.categories = categories;
  }

  /**
   * A page of hits.
   *
   * @throws org.halles.marketplace.shared.InvalidInput if a filter or the cursor is malformed
   */
  @Allowed(Role.ANYONE)
  public Results find(ListingQuery query, Paging paging) {
    Filter filter = Filter.of(query, categories.tree());
    Optional<Keys> after = paging.keys(3);
    if (after.isPresent()) {
      Matching matching = matching(after.get(), paging);
      return new Results(hits.page(filter, matching, after, paging.limit()), matching);
    }
    return firstPage(filter, paging.limit());
  }

  /** The ways to compare are tried until one finds something. */
  private Results firstPage(Filter filter, int limit) {
    Results results =
        new Results(hits.page(filter, Matching.EXACT, Optional.empty(), limit), Matching.EXACT);
    for (Matching further : List.of(Matching.BEGINNING, Matching.ALIKE)) {
      if (results.page().items().isEmpty() && further.suits(filter.words())) {
        results = new Results(hits.page(filter, further, Optional.empty(), limit), further);
      }
    }
    return results;
  }

  private static Matching matching(Keys keys, Paging paging) {
    try {
      return Matching.valueOf(keys.text(0));
    } catch (IllegalArgumentException unknown) {
      throw paging.malformedCursor();
    }
  }

  /** How the hits of these results divide; may be some seconds old. */
  @Allowed(Role.ANYONE)
  public Facets facets(ListingQuery query, Results results) {
    return counts.of(Filter.of(query, categories.tree()), results.matching());
  }
}
