package org.halles.marketplace.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.halles.marketplace.catalog.Categories;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Keys;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;

/**
 * Finds what is on sale. A page of hits is one statement; a second one only where the words were
 * found nowhere and spelling is compared instead.
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
    Matching matching = after.map(keys -> matching(keys, paging)).orElse(Matching.EXACT);
    Page<ListingCard> page = hits.page(filter, matching, after, paging.limit());
    boolean nothing = page.items().isEmpty() && after.isEmpty() && filter.words() != null;
    if (nothing) {
      matching = Matching.ALIKE;
      page = hits.page(filter, matching, after, paging.limit());
    }
    return new Results(page, matching == Matching.ALIKE);
  }

  private static Matching matching(Keys keys, Paging paging) {
    return switch (keys.text(0)) {
      case "EXACT" -> Matching.EXACT;
      case "ALIKE" -> Matching.ALIKE;
      default -> throw paging.malformedCursor();
    };
  }

  /** How the hits divide; may be some seconds old. */
  @Allowed(Role.ANYONE)
  public Facets facets(ListingQuery query, boolean guessed) {
    return counts.of(
        Filter.of(query, categories.tree()), guessed ? Matching.ALIKE : Matching.EXACT);
  }
}
