package org.halles.it.http;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A paid order of one vendor.
 *
 * @param number of the vendor's part
 * @param slug of the vendor
 * @param page where its buyer follows it
 */
public record PaidOrder(String number, String slug, String page) {

  /** Bought by a guest just now. */
  public static PaidOrder ofOneVendor() {
    return paidWith("approved");
  }

  /** Bought by a guest whose bank refuses the first refund. */
  public static PaidOrder whoseFirstRefundIsRefused() {
    return paidWith("refund-refused");
  }

  private static PaidOrder paidWith(String token) {
    JsonNode order = Purchase.of(1).pay(token).expect(201).json();
    JsonNode part = order.path("vendorOrders").get(0);
    return new PaidOrder(
        part.path("number").asText(),
        part.path("vendor").path("slug").asText(),
        "/fr/orders/"
            + order.path("number").asText()
            + "?accessKey="
            + order.path("accessKey").asText());
  }

  /** Number of the whole purchase. */
  public String purchase() {
    return number.substring(0, number.lastIndexOf('-'));
  }

  /** Where its vendor looks after what comes back. */
  public String returns() {
    return "/vendor/" + slug + "/returns";
  }

  /** Where its vendor looks after orders. */
  public String desk() {
    return "/vendor/" + slug + "/orders";
  }
}
