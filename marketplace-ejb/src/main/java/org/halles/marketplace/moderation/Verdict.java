package org.halles.marketplace.moderation;

import org.halles.marketplace.catalog.VendorListing;

/** A decision and the listing after it. */
public record Verdict(VendorListing listing, DecisionView decision) {}
