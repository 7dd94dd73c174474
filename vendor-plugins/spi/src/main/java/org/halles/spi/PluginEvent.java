package org.halles.spi;

import java.time.Instant;
import java.util.List;

/**
 * Something that happened on the marketplace, in the past tense: it is committed, nobody can veto
 * it, and no name or address of a buyer is in it. New kinds may come with a new minor version of
 * the SPI: leave out what you do not know.
 */
public sealed interface PluginEvent {

  /** The same each time this event is delivered; remember it to do things once. */
  String id();

  /** When it happened, UTC. */
  Instant at();

  /**
   * A vendor's part of a purchase.
   *
   * @param vendorId opaque
   * @param orderNumber of this part
   * @param items what the goods cost the buyer, tax included
   * @param total the same with shipping
   */
  record Part(String vendorId, String orderNumber, Money items, Money total) {}

  /** A purchase was paid; the vendors may begin. */
  record OrderPaid(String id, String number, Money total, List<Part> parts, Instant at)
      implements PluginEvent {

    public OrderPaid {
      parts = List.copyOf(parts);
    }
  }

  /**
   * The money of a purchase is held and will be taken later; the vendors may begin. {@link
   * OrderPaid} follows when it is taken, {@link OrderCancelled} of each part if it is not.
   *
   * @param until when the gateway lets it go
   */
  record OrderAuthorised(
      String id, String number, Money total, List<Part> parts, Instant until, Instant at)
      implements PluginEvent {

    public OrderAuthorised {
      parts = List.copyOf(parts);
    }
  }

  /** A vendor handed a parcel over. */
  record ShipmentSent(
      String id, String orderNumber, String carrier, String trackingCode, Instant at)
      implements PluginEvent {}

  /** A vendor's whole part arrived. */
  record OrderDelivered(String id, String orderNumber, Instant at) implements PluginEvent {}

  /**
   * A vendor's part will not be delivered.
   *
   * @param reason in words, or {@code authorisation-lapsed} if money that was held could not be
   *     taken
   */
  record OrderCancelled(String id, String vendorId, String orderNumber, String reason, Instant at)
      implements PluginEvent {}

  /** Money is on its way back to the buyer. */
  record BuyerRefunded(String id, String number, Money amount, String reason, Instant at)
      implements PluginEvent {}

  /** The operator approved, suspended, reinstated, rejected or closed a vendor. */
  record VendorDecided(String id, String vendorId, String decision, Instant at)
      implements PluginEvent {}

  /** A moderator's decision about a listing stands. */
  record ListingReviewed(String id, String listingId, String vendorId, String outcome, Instant at)
      implements PluginEvent {}

  /** A vendor's money has arrived. */
  record PayoutPaid(String id, String vendorId, Money amount, Instant at) implements PluginEvent {}
}
