package org.halles.marketplace.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.halles.spi.Money;

/**
 * A request as everybody may read it.
 *
 * @param number by which people speak of it
 * @param budget for all of it, or null
 * @param currency of the offers on it
 * @param signature how the buyer is called in public
 * @param images media ids
 * @param bids how many offers stand
 * @param closesAt from then on nobody makes an offer
 */
public record RequestView(
    UUID id,
    String number,
    RequestKind kind,
    String title,
    String description,
    UUID category,
    int quantity,
    Money budget,
    String currency,
    LocalDate wantedBy,
    String country,
    String city,
    List<String> images,
    String signature,
    RequestStatus status,
    int bids,
    Instant openedAt,
    Instant closesAt) {

  /** Its first picture, or null. */
  public String image() {
    return images.isEmpty() ? null : images.get(0);
  }

  boolean takesBids(Instant now) {
    return status == RequestStatus.OPEN && closesAt.isAfter(now);
  }
}
