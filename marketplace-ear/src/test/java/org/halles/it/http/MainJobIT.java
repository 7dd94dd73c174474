package org.halles.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.halles.it.Answer;
import org.halles.it.Shop;
import org.junit.jupiter.api.Test;

/** One payment, three vendors, every cent explained. */
class MainJobIT {

  @Test
  void onePaymentIsSplitBetweenThreeVendorsToTheCent() {
    Purchase purchase = Purchase.of(3);
    JsonNode cart = purchase.view();
    long total = cart.path("totals").path("total").path("minor").asLong();

    JsonNode order = purchase.pay("approved").expect(201).json();

    assertThat(order.path("status").asText()).isEqualTo("PAID");
    assertThat(order.path("total").path("minor").asLong()).isEqualTo(total);
    assertThat(order.path("vendorOrders")).hasSize(3);
    assertThat(sum(order.path("vendorOrders"), "total")).isEqualTo(total);
    JsonNode lines = split(order);
    assertThat(sum(lines, "amount")).isEqualTo(total);
    assertThat(lines)
        .filteredOn(line -> line.path("kind").asText().equals("COMMISSION"))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line.path("trace").path("steps")).isNotEmpty());
  }

  @Test
  void theBuyerCanChooseHowEachVendorShips() {
    Purchase purchase = Purchase.of(3);
    JsonNode vendor =
        stream(purchase.view().path("vendors"))
            .filter(part -> part.path("shippingOptions").size() > 1)
            .findFirst()
            .orElseThrow();
    JsonNode options = vendor.path("shippingOptions");
    JsonNode dearest = options.get(options.size() - 1);

    JsonNode cart =
        purchase
            .buyer()
            .put(
                "/api/v1/carts/" + purchase.cart() + "/shipping",
                Map.of(
                    "vendorId", vendor.path("vendor").path("id").asText(),
                    "optionId", dearest.path("id").asText()))
            .expect(200)
            .json();

    JsonNode totals = cart.path("totals");
    assertThat(stream(cart.path("vendors")).map(part -> part.path("chosenShipping")))
        .anySatisfy(chosen -> assertThat(chosen.toString()).contains(dearest.path("id").asText()));
    assertThat(minor(totals, "total"))
        .isEqualTo(
            minor(totals, "items")
                + minor(totals, "shipping")
                + minor(totals, "buyerFee")
                + minor(totals, "taxAdded")
                - minor(totals, "discount"));
  }

  @Test
  void eachVendorSeesItsOwnOrderShipsItAndIsPaidWhenItArrives() {
    Purchase purchase = Purchase.of(2);
    JsonNode order = purchase.pay("approved").expect(201).json();
    JsonNode mine = order.path("vendorOrders").get(0);
    JsonNode theirs = order.path("vendorOrders").get(1);
    Shop vendor = Shop.asOwnerOf(mine.path("vendor").path("slug").asText());
    JsonNode before = euros(vendor);

    String number = mine.path("number").asText();
    vendor.get("/api/v1/vendor/orders/" + theirs.path("number").asText()).expect(404);
    JsonNode shipment =
        vendor
            .withNewKey()
            .post(
                "/api/v1/vendor/orders/" + number + "/shipments",
                Map.of("carrier", "La Poste", "trackingCode", "6A123"))
            .expect(201)
            .json();
    String parcel =
        shipment.has("shipments")
            ? shipment.path("shipments").get(0).path("id").asText()
            : shipment.path("id").asText();
    vendor
        .withNewKey()
        .post("/api/v1/vendor/orders/" + number + "/shipments/" + parcel + "/delivered", Map.of());

    assertThat(purchase.order(order).path("status").asText()).isEqualTo("PARTLY_SHIPPED");
    JsonNode after = euros(vendor);
    long released = minor(after, "available") - minor(before, "available");
    long repaid = minor(before, "debt") - minor(after, "debt"); // owed since another test
    assertThat(released).isPositive();
    assertThat(released + repaid).isEqualTo(minor(before, "pending") - minor(after, "pending"));
  }

  @Test
  void theBooksBalanceAfterAllThis() {
    Purchase.of(3).pay("approved").expect(201);

    JsonNode books = Shop.asOperator().get("/api/v1/operator/books").expect(200).json();

    assertThat(books.path("balanced").asBoolean()).as(books.toPrettyString()).isTrue();
    assertThat(stream(books.path("checks")).map(check -> check.path("id").asText()))
        .containsExactly(
            "I1", "I2", "I3", "I4", "I5", "I6", "I7", "I8", "I9", "I10", "I11", "I12", "I13", "I14",
            "I15", "I16", "I17", "I18", "I19", "I20", "I21", "I22", "I23");
    assertThat(books.path("checks").get(0).path("examined").asLong()).isPositive();
  }

  @Test
  void theSameKeyPlacesOneOrderAndASecondTabIsLedToIt() {
    Purchase purchase = Purchase.of(2);
    Shop sameKey = purchase.buyer().withNewKey();

    JsonNode first = purchase.pay("approved", sameKey).expect(201).json();
    Answer again = purchase.pay("approved", sameKey).expect(201);
    Answer otherTab = purchase.pay("approved");

    assertThat(again.header("Idempotency-Replayed")).contains("true");
    assertThat(again.json()).isEqualTo(first);
    assertThat(otherTab.expect(409).problem()).isEqualTo("cart-already-ordered");
    assertThat(otherTab.body()).contains(first.path("number").asText());
  }

  @Test
  void thePagesOfAPurchaseAskTheDatabaseAFixedNumberOfTimes() {
    // a vendor's first sale opens its ledger accounts
    Purchase.of(6).pay("approved").expect(201);
    Purchase three = Purchase.of(3);
    Purchase six = Purchase.of(6);

    int cartOfThree = roundTripsOfReading(three);
    int cartOfSix = roundTripsOfReading(six);
    int payingForThree = roundTrips(three.pay("approved").expect(201));
    int payingForSix = roundTrips(six.pay("approved").expect(201));

    assertThat(cartOfSix).isEqualTo(cartOfThree).isLessThanOrEqualTo(6);
    // quote and idempotency key included; the two transactions alone stay within 25
    assertThat(payingForSix).isLessThanOrEqualTo(payingForThree + 1).isLessThanOrEqualTo(31);
  }

  @Test
  void listsAndListingsCostAFewStatements() {
    Shop guest = Shop.asGuest();
    JsonNode items = guest.get("/api/v1/listings?limit=24").expect(200).json().path("items");
    String listing = items.get(0).path("id").asText();

    assertThat(roundTrips(guest.get("/api/v1/listings?limit=24"))).isLessThanOrEqualTo(4);
    assertThat(roundTrips(guest.get("/api/v1/listings/" + listing))).isLessThanOrEqualTo(5);
    assertThat(roundTrips(guest.get("/fr"))).isLessThanOrEqualTo(8);
  }

  /** At its least: every few seconds one reader asks besides whether the settings are still so. */
  private static int roundTripsOfReading(Purchase purchase) {
    return IntStream.range(0, 3)
        .map(time -> roundTrips(purchase.buyer().get("/api/v1/carts/" + purchase.cart())))
        .min()
        .orElseThrow();
  }

  private static int roundTrips(Answer answer) {
    return answer.databaseRoundTrips().orElseThrow(() -> new AssertionError("unsaid: " + answer));
  }

  private static JsonNode split(JsonNode order) {
    JsonNode split =
        Shop.asOperator()
            .get("/api/v1/operator/order-groups/" + order.path("number").asText() + "/split")
            .expect(200)
            .json();
    return split.isArray() ? split : split.has("items") ? split.path("items") : split.path("lines");
  }

  private static JsonNode euros(Shop vendor) {
    JsonNode balance = vendor.get("/api/v1/vendor/balance").expect(200).json();
    List<JsonNode> found = new ArrayList<>();
    balance.findParents("pending").forEach(found::add);
    return found.stream()
        .filter(node -> node.path("pending").path("currency").asText().equals("EUR"))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no balance in EUR: " + balance));
  }

  private static long minor(JsonNode node, String field) {
    return node.path(field).path("minor").asLong();
  }

  private static long sum(JsonNode nodes, String field) {
    return stream(nodes).mapToLong(node -> minor(node, field)).sum();
  }

  private static Stream<JsonNode> stream(JsonNode nodes) {
    return StreamSupport.stream(nodes.spliterator(), false);
  }
}
