package org.halles.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.it.Answer;
import org.halles.it.Shop;
import org.junit.jupiter.api.Test;

/** Gift cards from the desk to the till and back, over the public contract. */
class GiftCardsIT {

  private static final Shop FINANCE = Shop.asFinance();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Test
  void aCardPaysItsPartTheGatewayTheRestAndAllOfItGoesBack() {
    JsonNode card = card(100);
    Purchase purchase = Purchase.of(2);
    long total = minor(purchase.view().path("totals").path("total"));

    JsonNode plan = enter(purchase, card.path("code").asText()).expect(200).json();
    assertThat(minor(plan.path("paid"))).isEqualTo(100);
    assertThat(minor(plan.path("left"))).isEqualTo(total - 100);
    assertThat(pay(purchase, Map.of("credit", eur(99))).expect(409).problem())
        .isEqualTo("credit-not-enough");

    JsonNode order = pay(purchase, Map.of("credit", eur(100))).expect(201).json();
    assertThat(purchase.order(order).path("payments")).hasSize(2);
    assertThat(left(card)).isZero();

    FINANCE
        .withNewKey()
        .post(
            "/api/v1/operator/order-groups/" + order.path("number").asText() + "/refunds",
            Map.of("amount", eur(total), "reason", "All of it"))
        .expect(201);
    Instant end = Instant.now().plus(PATIENCE);
    while (left(card) == 0 && Instant.now().isBefore(end)) {
      Thread.onSpinWait();
    }
    assertThat(left(card)).isEqualTo(100);
    JsonNode moved =
        FINANCE
            .get("/api/v1/operator/store-credits/" + id(card) + "/movements")
            .expect(200)
            .json()
            .path("items");
    assertThat(moved)
        .extracting(one -> one.path("kind").asText())
        .containsExactly("RETURNED", "USED", "ISSUED");
  }

  @Test
  void anOrderThatACardPaysWhollyNeedsNoGateway() {
    JsonNode card = card(90_000);
    Purchase purchase = Purchase.of(1);
    long total = minor(purchase.view().path("totals").path("total"));
    assertThat(pay(purchase, Map.of()).expect(400).violatedFields()).containsExactly("payment");
    enter(purchase, card.path("code").asText().toLowerCase()).expect(200);

    JsonNode order = pay(purchase, Map.of()).expect(201).json();

    assertThat(order.path("status").asText()).isEqualTo("PAID");
    assertThat(left(card)).isEqualTo(90_000 - total);
  }

  @Test
  void aCardIsTakenOutAgainAndABlockedOneIsRefused() {
    JsonNode card = card(500);
    Purchase purchase = Purchase.of(1);
    String credits = "/api/v1/carts/" + purchase.cart() + "/credits";
    enter(purchase, card.path("code").asText()).expect(200);

    JsonNode without = purchase.buyer().delete(credits + "/" + id(card)).expect(200).json();
    assertThat(without.path("credits")).isEmpty();

    FINANCE.post("/api/v1/operator/store-credits/" + id(card) + "/block", Map.of()).expect(200);
    assertThat(enter(purchase, card.path("code").asText()).expect(422).problem())
        .isEqualTo("gift-card-blocked");
    assertThat(enter(purchase, "not a code").expect(422).problem()).isEqualTo("gift-card-unknown");
  }

  @Test
  void aCardIsIssuedUnderAKeyOnlyAndOnceForEachKey() {
    Map<String, Object> wanted = Map.of("amount", eur(500), "reason", "For a test");
    String path = "/api/v1/operator/store-credits/gift-cards";
    assertThat(FINANCE.post(path, wanted).expect(400).violatedFields())
        .containsExactly("Idempotency-Key");

    Shop desk = FINANCE.withNewKey();
    JsonNode card = desk.post(path, wanted).expect(201).json();
    assertThat(desk.post(path, wanted).expect(201).json()).isEqualTo(card);
    assertThat(card.path("code").asText()).hasSize(19);
  }

  @Test
  void aBuyerBuysACardOnceAndWithdrawsAndNobodyElseSeesIt() {
    FINANCE.put("/api/v1/operator/gift-card-terms", TERMS).expect(200);
    assertThat(
            minor(
                Shop.asGuest()
                    .get("/api/v1/gift-cards")
                    .expect(200)
                    .json()
                    .path("bounds")
                    .path(0)
                    .path("most")))
        .isEqualTo(25_000);
    Shop buyer = Shop.asGuest().withNewKey();
    Map<String, Object> wanted = wanted(5_000, "approved");

    JsonNode bought = buyer.post("/api/v1/gift-cards/checkouts", wanted).expect(201).json();
    assertThat(buyer.post("/api/v1/gift-cards/checkouts", wanted).expect(201).json())
        .isEqualTo(bought);
    assertThat(
            buyer.withNewKey().post("/api/v1/gift-cards/checkouts", wanted).expect(409).problem())
        .isEqualTo("cart-already-ordered");

    assertThat(bought.path("status").asText()).isEqualTo("PAID");
    assertThat(bought.path("vendorOrders")).isEmpty();
    String purchase = "/api/v1/order-groups/" + bought.path("number").asText() + "/gift-card";
    String key = "?accessKey=" + bought.path("accessKey").asText();
    JsonNode card = Shop.asGuest().get(purchase + key).expect(200).json();
    assertThat(card.path("recipient").asText()).isEqualTo("ana@it.example");
    assertThat(card.path("unused").asBoolean()).isTrue();
    Shop.asGuest().get(purchase).expect(404);
    Shop.asGuest().withNewKey().post(purchase + "/withdrawal", Map.of()).expect(404);

    assertThat(
            minor(
                Shop.asGuest()
                    .withNewKey()
                    .post(purchase + "/withdrawal" + key, Map.of())
                    .expect(200)
                    .json()
                    .path("amount")))
        .isEqualTo(5_000);
    assertThat(
            Shop.asGuest()
                .withNewKey()
                .post(purchase + "/withdrawal" + key, Map.of())
                .expect(409)
                .problem())
        .isEqualTo("gift-card-used");
  }

  @Test
  void aCardThatIsDeclinedOrOutOfBoundsIsNotSold() {
    FINANCE.put("/api/v1/operator/gift-card-terms", TERMS).expect(200);

    assertThat(
            Shop.asGuest()
                .withNewKey()
                .post("/api/v1/gift-cards/checkouts", wanted(5_000, "declined"))
                .expect(402)
                .problem())
        .isEqualTo("payment-declined");
    assertThat(
            Shop.asGuest()
                .withNewKey()
                .post("/api/v1/gift-cards/checkouts", wanted(999, "approved"))
                .expect(400)
                .violatedFields())
        .containsExactly("amount");
  }

  private static final Map<String, Object> TERMS =
      Map.of(
          "offered",
          true,
          "months",
          24,
          "bounds",
          List.of(Map.of("least", eur(1_000), "most", eur(25_000))));

  private static Map<String, Object> wanted(long minor, String token) {
    return Map.of(
        "id",
        UUID.randomUUID().toString(),
        "amount",
        eur(minor),
        "recipient",
        "ana@it.example",
        "sender",
        "Luc",
        "email",
        "luc@it.example",
        "name",
        "Luc Petit",
        "country",
        "FR",
        "payment",
        Map.of("gateway", "sandbox", "token", token));
  }

  private static JsonNode card(long minor) {
    return FINANCE
        .withNewKey()
        .post(
            "/api/v1/operator/store-credits/gift-cards",
            Map.of("amount", eur(minor), "reason", "For a test"))
        .expect(201)
        .json();
  }

  private static Answer enter(Purchase purchase, String code) {
    return purchase
        .buyer()
        .post("/api/v1/carts/" + purchase.cart() + "/credits", Map.of("code", code));
  }

  /** At the sandbox where the buyer says what credit pays; else without any gateway. */
  private static Answer pay(Purchase purchase, Map<String, Object> more) {
    Map<String, Object> body = new LinkedHashMap<>(more);
    body.put("cartId", purchase.cart());
    if (!more.isEmpty()) {
      body.put("payment", Map.of("gateway", "sandbox", "token", "approved"));
    }
    return purchase.buyer().withNewKey().post("/api/v1/checkouts", body);
  }

  private static long left(JsonNode card) {
    return minor(
        FINANCE
            .get("/api/v1/operator/store-credits/" + id(card))
            .expect(200)
            .json()
            .path("balance"));
  }

  private static String id(JsonNode card) {
    return card.path("card").path("id").asText();
  }

  private static Map<String, Object> eur(long minor) {
    return Map.of("minor", minor, "currency", "EUR");
  }

  private static long minor(JsonNode money) {
    return money.path("minor").asLong();
  }
}
