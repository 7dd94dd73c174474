package org.halles.marketplace.request;

import java.util.List;
import java.util.Optional;

/**
 * A request as its buyer reads it, and whoever runs the marketplace.
 *
 * @param reason why it was taken down, or null
 * @param orderNumber the purchase that came of it, or null
 * @param bids the cheapest first
 * @param messages with all vendors, oldest first
 */
public record OwnRequest(
    RequestView request,
    String reason,
    String orderNumber,
    List<BidView> bids,
    List<RequestMessage> messages) {

  /** The offer that was accepted. */
  public Optional<BidView> accepted() {
    return bids.stream().filter(bid -> bid.status() == BidStatus.ACCEPTED).findFirst();
  }
}
