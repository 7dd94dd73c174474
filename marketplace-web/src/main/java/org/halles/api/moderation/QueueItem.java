package org.halles.api.moderation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.api.catalog.OwnListing;
import org.halles.marketplace.catalog.ImageView;
import org.halles.marketplace.shared.Texts;

/**
 * A listing that waits, as its vendor sees it, and how it stands with the moderators.
 *
 * @param change the edit that waits, or null for a listing that was not on sale
 */
public record QueueItem(
    UUID id,
    UUID vendorId,
    String slug,
    String kind,
    String status,
    String reviewNote,
    Texts title,
    Texts description,
    UUID categoryId,
    Map<String, String> attributes,
    List<OwnListing.OwnOffer> variants,
    List<ImageView> images,
    Instant submittedAt,
    Instant liveAt,
    Instant updatedAt,
    OwnListing.Change change,
    Review review) {

  static QueueItem of(OwnListing own, Review review) {
    return new QueueItem(
        own.id(),
        own.vendorId(),
        own.slug(),
        own.kind(),
        own.status(),
        own.reviewNote(),
        own.title(),
        own.description(),
        own.categoryId(),
        own.attributes(),
        own.variants(),
        own.images(),
        own.submittedAt(),
        own.liveAt(),
        own.updatedAt(),
        own.change(),
        review);
  }
}
