package org.halles.marketplace.catalog;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What a vendor wants of one listing.
 *
 * @param listingId which one; null for a new one
 * @param input everything it says from now on
 * @param publish true to hand a new one in at once
 * @param untold the SKUs of which nobody said how many there are: those on hand when it is stored
 *     stay, whatever the input read before
 */
public record WantedListing(
    UUID listingId, ListingInput input, boolean publish, Set<String> untold) {

  public WantedListing {
    untold = Set.copyOf(untold);
  }

  /** The same, kept as a draft if it is new. */
  public WantedListing unpublished() {
    return new WantedListing(listingId, input, false, untold);
  }

  /** What it says, with what is on hand now where nothing was told. */
  ListingInput over(Map<String, OnHand.Held> held) {
    return input.with(
        input.variants().stream()
            .map(
                variant ->
                    untold.contains(variant.sku()) && held.containsKey(variant.sku())
                        ? variant.counted(held.get(variant.sku()))
                        : variant)
            .toList());
  }
}
