package org.halles.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.halles.it.Answer;
import org.halles.it.Shop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens to a paid order besides parcels: money back, messages, papers. */
class AfterSaleIT {

  private JsonNode order;
  private JsonNode mine;
  private Shop vendor;
  private Shop other;

  @BeforeEach
  void buyFromTwo() {
    order = Purchase.of(2).pay("approved").expect(201).json();
    mine = order.path("vendorOrders").get(0);
    vendor = Shop.asOwnerOf(mine.path("vendor").path("slug").asText());
    other = Shop.asOwnerOf(order.path("vendorOrders").get(1).path("vendor").path("slug").asText());
  }

  @Test
  void aRefundNeedsAKeyAndIsMadeOnceUnderIt() {
    Map<String, Object> wanted = amount(100);
    assertThat(vendor.post(refunds(), wanted).expect(400).violatedFields())
        .containsExactly("Idempotency-Key");

    Shop once = vendor.withNewKey();
    JsonNode first = once.post(refunds(), wanted).expect(201).json();
    Answer again = once.post(refunds(), wanted).expect(201);

    assertThat(again.json()).isEqualTo(first);
    assertThat(again.header("Idempotency-Replayed")).contains("true");
    assertThat(vendor.get(refunds()).expect(200).json().path("items")).hasSize(1);
    assertThat(buyerSees().path("refundStatus").asText()).isEqualTo("PARTLY_REFUNDED");
    theBooksBalance();
  }

  @Test
  void aLineAndItsShippingGoBackAndNothingTwice() {
    JsonNode line = mine.path("lines").get(0);
    Map<String, Object> wanted =
        Map.of(
            "lines",
            List.of(Map.of("line", line.path("id").asText())),
            "shipping",
            true,
            "reason",
            "Broken");

    JsonNode refund = vendor.withNewKey().post(refunds(), wanted).expect(201).json();

    assertThat(refund.path("amount").path("minor").asLong())
        .isEqualTo(
            line.path("total").path("minor").asLong()
                + mine.path("shipping").path("minor").asLong());
    assertThat(vendor.withNewKey().post(refunds(), wanted).expect(400).violatedFields())
        .contains("lines[0].quantity");
    assertThat(vendor.withNewKey().post(refunds(), amount(99_999_999)).expect(422).problem())
        .isEqualTo("refund-too-large");
    theBooksBalance();
  }

  @Test
  void aCancelledOrderIsRefundedWholeAndTheOtherVendorGoesOn() {
    vendor.post(path("/cancel"), Map.of("reason", " ")).expect(400);
    other.post(path("/cancel"), Map.of("reason", "Not mine")).expect(404);

    JsonNode after =
        vendor.post(path("/cancel"), Map.of("reason", "Out of clay")).expect(200).json();

    assertThat(after.path("order").path("status").asText()).isEqualTo("CANCELLED");
    JsonNode refund = buyer("/refunds").expect(200).json().path("items").get(0);
    assertThat(refund.path("amount")).isEqualTo(mine.path("total"));
    assertThat(refund.path("reason").asText()).isEqualTo("Out of clay");
    assertThat(buyerSees().path("status").asText()).isEqualTo("PAID");
    assertThat(vendor.post(path("/cancel"), Map.of("reason", "Again")).expect(409).problem())
        .isEqualTo("nothing-to-cancel");
    theBooksBalance();
  }

  @Test
  void anOrderThatIsCalledOffIsNoLongerExpectedToArrive() {
    PaidOrder paid = PaidOrder.ofOneVendor();
    Shop reader = Shop.asGuest().with("Accept", "text/html");
    String before = reader.get(paid.page()).expect(200).body();

    Shop.asOwnerOf(paid.slug())
        .withNewKey()
        .post(
            "/api/v1/vendor/orders/" + paid.number() + "/cancel", Map.of("reason", "Out of clay."))
        .expect(200);
    String after = reader.get(paid.page()).expect(200).body();

    assertThat(before).contains("Arrivée prévue");
    assertThat(after).doesNotContain("Arrivée prévue").contains("Out of clay. · ");
  }

  @Test
  void theOperatorGivesTheRestOfAPurchaseBack() {
    String all = "/api/v1/operator/order-groups/" + order.path("number").asText() + "/refunds";
    Map<String, Object> whole = Map.of("amount", order.path("total"), "reason", "Lost at sea");
    Shop.asOwnerOf(mine.path("vendor").path("slug").asText())
        .withNewKey()
        .post(all, whole)
        .expect(403);

    Shop.asFinance().withNewKey().post(all, whole).expect(201);

    assertThat(buyerSees().path("refundStatus").asText()).isEqualTo("REFUNDED");
    theBooksBalance();
  }

  @Test
  void buyerAndVendorWriteEachOtherAndCardNumbersAreMasked() {
    String asBuyer =
        "/api/v1/order-groups/"
            + order.path("number").asText()
            + "/messages?vendorOrder="
            + number();
    Map<String, String> text = Map.of("text", "My card is 4242 4242 4242 4242, phone 0612345678");
    Shop.asGuest().post(asBuyer, text).expect(404);

    JsonNode asked = Shop.asGuest().post(asBuyer + key(), text).expect(201).json();
    vendor.post(path("/messages"), Map.of("text", "Never send it")).expect(201);

    assertThat(asked.path("body").asText()).isEqualTo("My card is •••• 4242, phone 0612345678");
    JsonNode thread = Shop.asGuest().get(asBuyer + key()).expect(200).json().path("items");
    assertThat(thread)
        .extracting(one -> one.path("author").asText())
        .containsExactly("BUYER", "VENDOR");
    other.get(path("/messages")).expect(404);
    JsonNode inbox = vendor.get("/api/v1/vendor/messages").expect(200).json().path("items");
    assertThat(inbox).anySatisfy(one -> assertThat(one.path("unread").asInt()).isPositive());
  }

  @Test
  void severalOrdersLeaveAtOnceAndEachSaysHowItWent() {
    Map<String, Object> wanted =
        Map.of(
            "carrier",
            "Colissimo",
            "orders",
            List.of(
                Map.of("number", number(), "trackingCode", "6A1"),
                Map.of("number", "H-NONE-0000-1")));

    JsonNode results =
        vendor.post("/api/v1/vendor/shipments", wanted).expect(200).json().path("results");

    assertThat(results.get(0).path("shipment").path("trackingUrl").asText())
        .startsWith("https://www.laposte.fr/")
        .endsWith("6A1");
    assertThat(results.get(1).path("problem").asText()).isEqualTo("not-found");
  }

  @Test
  void aPackingSlipIsAPdfOfOnesOwnOrdersOnly() {
    String slips = "/api/v1/vendor/packing-slips?number=" + number();

    Answer slip = vendor.get(slips).expect(200);

    assertThat(slip.header("Content-Type")).contains("application/pdf");
    assertThat(slip.body()).startsWith("%PDF-");
    other.get(slips).expect(404);
  }

  @Test
  void theLogIsExportedWithoutFormulas() {
    vendor.withNewKey().post(refunds(), amount(1)).expect(201);

    Answer log = Shop.asOperator().get("/api/v1/operator/audit/export?action=refund-order");

    assertThat(log.expect(200).body().lines().toList())
        .hasSizeGreaterThan(1)
        .noneMatch(line -> line.matches(".*(^|,)[=+@-].*"));
    vendor.get("/api/v1/operator/audit/export").expect(403);
  }

  private static Map<String, Object> amount(long minor) {
    return Map.of("amount", Map.of("minor", minor, "currency", "EUR"), "reason", "Goodwill");
  }

  private String number() {
    return mine.path("number").asText();
  }

  private String path(String rest) {
    return "/api/v1/vendor/orders/" + number() + rest;
  }

  private String refunds() {
    return path("/refunds");
  }

  private String key() {
    return "&accessKey=" + order.path("accessKey").asText();
  }

  private Answer buyer(String rest) {
    return Shop.asGuest()
        .get(
            "/api/v1/order-groups/"
                + order.path("number").asText()
                + rest
                + "?accessKey="
                + order.path("accessKey").asText());
  }

  private JsonNode buyerSees() {
    return buyer("").expect(200).json();
  }

  private static void theBooksBalance() {
    JsonNode books = Shop.asFinance().get("/api/v1/operator/books").expect(200).json();
    assertThat(books.path("balanced").asBoolean()).as("%s", books).isTrue();
  }
}
