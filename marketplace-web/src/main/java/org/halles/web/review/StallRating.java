package org.halles.web.review;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.review.Rating;
import org.halles.marketplace.review.Reviews;

/** How buyers rate a stall: {@code #{stallRating.of(vendor)}}. */
@Named
@RequestScoped
public class StallRating {

  @Inject private Reviews reviews;

  private final Map<UUID, Rating> known = new HashMap<>();

  public Rating of(UUID vendor) {
    return vendor == null
        ? Rating.NONE
        : known.computeIfAbsent(vendor, its -> reviews.ratingOfVendor(its));
  }
}
