package org.halles.marketplace.search;

import jakarta.enterprise.context.ApplicationScoped;
import org.halles.marketplace.shared.Paging;

/** Finds what is on sale. */
@ApplicationScoped
public class Search {
  public Results find(ListingQuery query, Paging paging) {
    throw new UnsupportedOperationException("being written");
  }

  public Facets facets(ListingQuery query) {
    throw new UnsupportedOperationException("being written");
  }
}
