package org.halles.it.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.halles.it.Answer;
import org.halles.it.Shop;

/**
 * A paid order of one vendor.
 *
 * @param number of the vendor's part
 * @param slug of the vendor
 * @param page where its buyer follows it
 */
public record PaidOrder(String number, String slug, String page) {

  private static final String BANK = "/api/v1/sandbox-gateway/chargebacks";

  /** Bought by a guest just now. */
  public static PaidOrder ofOneVendor() {
    return paidWith("approved");
  }

  /** Bought by a guest whose bank refuses the first refund. */
  public static PaidOrder whoseFirstRefundIsRefused() {
    return paidWith("refund-refused");
  }

  /** Bought by a guest who pays in cash, of a vendor that takes it from now on; it has left. */
  public static PaidOrder toCollectInCash() {
    Purchase purchase = Purchase.of(1);
    Shop vendor = Shop.asOwnerOf(purchase.view().at("/vendors/0/vendor/slug").asText());
    cash(vendor, true);
    PaidOrder order = of(purchase.pay("cash", "cash", purchase.buyer().withNewKey()));
    vendor
        .post(
            "/api/v1/vendor/orders/" + order.number() + "/shipments",
            Map.of("carrier", "Colissimo", "trackingCode", "6A125"))
        .expect(201);
    return order;
  }

  /** Nobody is offered to pay in cash any more. */
  public void noMoreCash() {
    cash(Shop.asOwnerOf(slug), false);
  }

  /**
   * Bought by a guest who withdrew and has its price as store credit, which then the guest's bank
   * took back as well, for good.
   */
  public static PaidOrder givenBackTwice() {
    Purchase purchase = Purchase.of(1);
    Answer answer = purchase.pay("approved");
    PaidOrder paid = of(answer);
    withdraw(purchase, answer.json());
    Shop bank = Shop.asFinance();
    JsonNode taken = bank.post(BANK, Map.of("orderGroup", paid.purchase())).expect(201).json();
    bank.post(BANK + "/" + taken.path("reference").asText(), Map.of("outcome", "lost")).expect(200);
    return paid;
  }

  private static void withdraw(Purchase purchase, JsonNode order) {
    String path =
        "/api/v1/order-groups/%s/withdrawals?accessKey=%s"
            .formatted(order.path("number").asText(), order.path("accessKey").asText());
    Map<String, Object> all =
        Map.of(
            "vendorOrder",
            order.at("/vendorOrders/0/number").asText(),
            "name",
            "Léa Marchal",
            "refundTo",
            "credit",
            "lines",
            List.of(Map.of("line", order.at("/vendorOrders/0/lines/0/id").asText())));
    purchase.buyer().post(path, all).expect(201);
  }

  private static void cash(Shop vendor, boolean taken) {
    List<?> countries = taken ? List.of("FR") : List.of();
    List<?> limits = taken ? List.of(Map.of("minor", 500_000, "currency", "EUR")) : List.of();
    Shop.asFinance()
        .put(
            "/api/v1/operator/cash-terms",
            Map.of("offered", taken, "countries", countries, "limits", limits))
        .expect(200);
    vendor.put("/api/v1/vendor/cash", Map.of("taken", taken)).expect(200);
  }

  private static PaidOrder paidWith(String token) {
    return of(Purchase.of(1).pay(token));
  }

  private static PaidOrder of(Answer paid) {
    JsonNode order = paid.expect(201).json();
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
