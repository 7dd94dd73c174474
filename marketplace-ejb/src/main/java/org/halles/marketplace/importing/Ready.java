package org.halles.marketplace.importing;

import java.util.List;
import java.util.UUID;
import org.halles.marketplace.catalog.ListingVerdict;
import org.halles.marketplace.catalog.WantedListing;

/** An article in which nothing was found wrong, so that it may be stored. */
record Ready(int no, ArticleDraft draft, WantedListing wanted, ListingVerdict verdict) {

  /** What becomes of it, if it is stored. */
  Settled done() {
    return done(wanted.listingId());
  }

  Settled done(UUID id) {
    Outcome outcome =
        wanted.listingId() == null
            ? Outcome.CREATED
            : verdict.changes().isEmpty() ? Outcome.UNCHANGED : Outcome.UPDATED;
    return new Settled(no, outcome, id, verdict.changes(), draft.problems());
  }

  /** What becomes of it, if it was refused after all. */
  Settled failed() {
    return new Settled(no, Outcome.FAILED, wanted.listingId(), List.of(), draft.problems());
  }

  /** The same as a draft. */
  Ready unpublished() {
    return new Ready(no, draft, wanted.unpublished(), verdict);
  }
}
