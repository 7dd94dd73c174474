package org.halles.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.halles.it.Answer;
import org.halles.it.Shop;
import org.junit.jupiter.api.Test;

/** Coupons from the console to the split, over the public contract. */
class PromotionsIT {

  private static final Shop FINANCE = Shop.asFinance();

  @Test
  void aCouponOfThePlatformLeavesTheVendorsWhatTheyAsked() {
    String code = coupon(Map.of("basisPoints", 1000, "buyerLimit", 1));
    Purchase purchase = Purchase.of(2);
    long before = minor(purchase.view().path("totals").path("total"));

    JsonNode cart = enter(purchase, code.toLowerCase(Locale.ROOT)).expect(200).json();
    JsonNode totals = cart.path("totals");
    long discount = minor(totals.path("discount"));
    assertThat(discount).isPositive();
    assertThat(minor(totals.path("total"))).isEqualTo(before - discount);
    assertThat(minor(reduction(cart, code).path("amount"))).isEqualTo(discount);

    JsonNode order = purchase.pay("approved").expect(201).json();
    assertThat(minor(order.path("total"))).isEqualTo(before - discount);
    JsonNode split = split(order);
    assertThat(sum(split, "PLATFORM_PROMOTION")).isEqualTo(discount);
    assertThat(stream(split).mapToLong(leg -> minor(leg.path("amount"))).sum() - 2 * discount)
        .isEqualTo(before - discount);

    Purchase again = Purchase.of(1);
    assertThat(enter(again, code).expect(422).problem()).isEqualTo("coupon-used");
  }

  @Test
  void whatStandsInTheWayOfACodeIsSaid() {
    String dear =
        coupon(
            Map.of(
                "amount", Map.of("minor", 500, "currency", "EUR"),
                "minimum", Map.of("minor", 90_000_000, "currency", "EUR")));
    String later = coupon(Map.of("basisPoints", 500, "startsAt", "2099-01-01T00:00:00Z"));
    Purchase purchase = Purchase.of(1);

    JsonNode kept = reduction(enter(purchase, dear).expect(200).json(), dear);
    assertThat(kept.path("reason").asText()).isEqualTo("minimum");
    assertThat(minor(kept.path("missing"))).isPositive();
    assertThat(enter(purchase, later).expect(422).problem()).isEqualTo("coupon-not-started");
    assertThat(enter(purchase, "NOBODYS-" + random()).expect(422).problem())
        .isEqualTo("coupon-unknown");
    assertThat(enter(purchase, " ").expect(400).violatedFields()).isNotEmpty();

    Shop buyer = purchase.buyer();
    JsonNode without =
        buyer.delete("/api/v1/carts/" + purchase.cart() + "/coupons/" + dear).expect(200).json();
    assertThat(without.path("reductions")).isEmpty();
  }

  @Test
  void everythingThatIsWrongWithAPromotionIsSaidAtOnce() {
    Answer refused =
        FINANCE.post(
            "/api/v1/operator/promotions",
            Map.of(
                "code",
                "é!",
                "basisPoints",
                9_999,
                "platformBasisPoints",
                10_001,
                "target",
                "category",
                "targets",
                List.of("no-such-category"),
                "totalLimit",
                0));

    assertThat(refused.expect(400).violatedFields())
        .contains("code", "title", "basisPoints", "platformBasisPoints", "targets", "totalLimit");
  }

  @Test
  void aVendorSharesACampaignOnlyIfItAgreesToThatVersion() {
    String code = "IT-" + random();
    JsonNode campaign =
        FINANCE
            .post(
                "/api/v1/operator/promotions",
                Map.of(
                    "code",
                    code,
                    "title",
                    Map.of("fr", "Ensemble", "en", "Together"),
                    "basisPoints",
                    1000,
                    "platformBasisPoints",
                    2500))
            .expect(201)
            .json();
    String id = campaign.path("id").asText();
    Shop owner = Shop.asOwnerOf(SitePages.STALL);
    String membership = "/api/v1/vendor/campaigns/" + id + "/membership";

    assertThat(owner.put(membership + "?version=7", Map.of()).expect(409).problem())
        .isEqualTo("promotion-changed");
    owner.put(membership + "?version=0", Map.of()).expect(200);
    JsonNode joined =
        stream(owner.get("/api/v1/vendor/campaigns?limit=100").expect(200).json().path("items"))
            .filter(one -> one.path("id").asText().equals(id))
            .findFirst()
            .orElseThrow();
    assertThat(joined.path("joined").asBoolean()).isTrue();
    owner.delete(membership).expect(200);
    FINANCE.post("/api/v1/operator/promotions/" + id + "/end", Map.of()).expect(200);
    assertThat(owner.put(membership + "?version=1", Map.of()).expect(422).problem())
        .isEqualTo("promotion-ended");
  }

  /** A code of its own for each test; none applies to carts of others by itself. */
  private static String coupon(Map<String, Object> terms) {
    String code = "IT-" + random();
    Map<String, Object> body = new HashMap<>(terms);
    body.put("code", code);
    body.put("title", Map.of("fr", "Essai", "en", "Trial"));
    FINANCE.post("/api/v1/operator/promotions", body).expect(201);
    return code;
  }

  private static Answer enter(Purchase purchase, String code) {
    return purchase
        .buyer()
        .post("/api/v1/carts/" + purchase.cart() + "/coupons", Map.of("code", code));
  }

  private static JsonNode reduction(JsonNode cart, String code) {
    return stream(cart.path("reductions"))
        .filter(one -> one.path("code").asText().equals(code))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode split(JsonNode order) {
    return Shop.asOperator()
        .get("/api/v1/operator/order-groups/" + order.path("number").asText() + "/split")
        .expect(200)
        .json()
        .path("lines");
  }

  private static long sum(JsonNode legs, String kind) {
    return stream(legs)
        .filter(leg -> leg.path("kind").asText().equals(kind))
        .mapToLong(leg -> minor(leg.path("amount")))
        .sum();
  }

  private static long minor(JsonNode money) {
    return money.path("minor").asLong();
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static String random() {
    return UUID.randomUUID().toString().substring(0, 13).toUpperCase(Locale.ROOT);
  }
}
