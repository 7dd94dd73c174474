package org.halles.marketplace.request;

import java.util.List;

/**
 * A request as one vendor reads it.
 *
 * @param bid the vendor's own offer, or null
 * @param messages between the buyer and this vendor, oldest first; empty in lists
 */
public record SeenRequest(RequestView request, BidView bid, List<RequestMessage> messages) {}
