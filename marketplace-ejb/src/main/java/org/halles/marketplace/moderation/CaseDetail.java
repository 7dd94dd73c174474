package org.halles.marketplace.moderation;

import java.util.List;
import org.halles.marketplace.catalog.ListingInput;
import org.halles.marketplace.catalog.VendorListing;

/**
 * All a moderator needs to decide.
 *
 * @param waiting the case, or null if nothing waits
 * @param proposed the listing as buyers would see it
 * @param history what was decided before, newest first
 */
public record CaseDetail(
    CaseView waiting,
    VendorListing listing,
    ListingInput proposed,
    List<FindingView> findings,
    List<DecisionView> history,
    List<NoteView> notes) {}
