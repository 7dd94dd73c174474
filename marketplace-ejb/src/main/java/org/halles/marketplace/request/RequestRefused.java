package org.halles.marketplace.request;

import java.util.Map;
import org.halles.marketplace.shared.Refusal;

/** A request or an offer on it stands otherwise than somebody thought. */
public final class RequestRefused extends Refusal {

  private static final long serialVersionUID = 1L;

  private RequestRefused(Kind kind, String code, String message, Map<String, Object> facts) {
    super(kind, code, message, facts);
  }

  static RequestRefused notOpen(RequestStatus status) {
    return new RequestRefused(
        Kind.CONFLICT,
        "request-not-open",
        "the request takes no offers and no choice any more",
        Map.of("status", status.name()));
  }

  static RequestRefused tooManyOpen(int most) {
    return new RequestRefused(
        Kind.UNPROCESSABLE,
        "too-many-requests-open",
        "at most " + most + " requests may be open at once: close one first",
        Map.of("most", most));
  }

  static RequestRefused tooMany(String what, int most, long retryAfterSeconds) {
    return new RequestRefused(
        Kind.TOO_MANY,
        "too-many-" + what,
        "at most " + most + " " + what + " in this time: wait a while",
        Map.of("retryAfterSeconds", retryAfterSeconds));
  }

  static RequestRefused own() {
    return new RequestRefused(
        Kind.UNPROCESSABLE,
        "own-request",
        "this is a request of one of your own people: nobody bids on their own request",
        Map.of());
  }

  static RequestRefused closedCategory() {
    return new RequestRefused(
        Kind.UNPROCESSABLE,
        "request-category-closed",
        "this vendor may not sell in the category of the request",
        Map.of());
  }

  static RequestRefused accepted() {
    return new RequestRefused(
        Kind.CONFLICT,
        "bid-accepted",
        "the buyer has accepted this offer: it stands as it is",
        Map.of());
  }

  static RequestRefused noBid() {
    return new RequestRefused(
        Kind.CONFLICT, "bid-not-open", "this offer does not stand any more", Map.of());
  }

  static RequestRefused changed(BidView now) {
    return new RequestRefused(
        Kind.CONFLICT,
        "bid-changed",
        "the vendor has changed this offer: look at it again and accept it anew",
        Map.of("revision", now.revision(), "total", now.total()));
  }

  static RequestRefused ranOut(BidView bid) {
    return new RequestRefused(
        Kind.CONFLICT,
        "bid-ran-out",
        "this offer was valid until " + bid.validUntil() + ": ask the vendor to renew it",
        Map.of("validUntil", bid.validUntil().toString()));
  }

  static RequestRefused notSelling() {
    return new RequestRefused(
        Kind.CONFLICT,
        "bidder-not-selling",
        "this vendor does not sell at the moment: its offer cannot be accepted",
        Map.of());
  }

  static RequestRefused beingPaid() {
    return new RequestRefused(
        Kind.CONFLICT,
        "request-being-paid",
        "what was agreed is being paid at this moment: wait for the outcome",
        Map.of());
  }
}
