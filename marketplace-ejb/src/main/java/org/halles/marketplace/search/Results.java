package org.halles.marketplace.search;

import org.halles.marketplace.shared.Page;

/** What was found, and how it was looked for. Only {@link Search} makes it. */
public final class Results {

  private final Page<ListingCard> page;
  private final Matching matching;

  Results(Page<ListingCard> page, Matching matching) {
    this.page = page;
    this.matching = matching;
  }

  /** A part of the hits. */
  public Page<ListingCard> page() {
    return page;
  }

  /** True if nothing had these words and the hits are only spelt alike. */
  public boolean guessed() {
    return matching == Matching.ALIKE;
  }

  Matching matching() {
    return matching;
  }
}
