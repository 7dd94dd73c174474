package org.halles.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.halles.it.Answer;
import org.halles.it.Shop;
import org.junit.jupiter.api.Test;

/** Somebody sends a buyer and earns, over the public contract; with money that goes back again. */
class AffiliatesIT {

  private static final Shop FINANCE = Shop.asFinance();
  private static final String OWN = "/api/v1/account/affiliate";

  private final Shop writer = Newcomer.shop();
  private final String code = "it-" + UUID.randomUUID().toString().substring(24);

  @Test
  void whoSendsABuyerEarnsWithTheLineAndLosesItWithTheGoods() {
    approve();
    offerFirst(1_000);
    Purchase purchase = Purchase.of(1);
    String offer = purchase.view().findPath("offerId").asText();
    sent(purchase, offer).expect(200);

    JsonNode order = purchase.pay("approved").expect(201).json();

    String number = order.path("number").asText();
    JsonNode split =
        FINANCE.get("/api/v1/operator/order-groups/" + number + "/split").expect(200).json();
    long earned = legs(split, "AFFILIATE", "");
    assertThat(earned).isPositive();
    assertThat(legs(split, "PLATFORM_PROMOTION", "affiliate:")).isBetween(1L, earned);
    assertThat(pending()).isEqualTo(earned);

    FINANCE
        .withNewKey()
        .post(
            "/api/v1/operator/order-groups/" + number + "/refunds",
            Map.of("amount", order.path("totals").path("total"), "reason", "All of it"))
        .expect(201);
    assertThat(pending()).isZero();
    JsonNode sale = writer.get(OWN + "/sales").expect(200).json().path("items").path(0);
    assertThat(sale.path("back").path("minor").asLong()).isEqualTo(earned);
    assertThat(sale.toString()).doesNotContain(number);
  }

  @Test
  void nobodyEarnsBeforeTheOperatorAgrees() {
    apply().expect(200);
    Purchase purchase = Purchase.of(1);
    sent(purchase, purchase.view().findPath("offerId").asText()).expect(200);

    String number = purchase.pay("approved").expect(201).json().path("number").asText();

    JsonNode split =
        FINANCE.get("/api/v1/operator/order-groups/" + number + "/split").expect(200).json();
    assertThat(legs(split, "AFFILIATE", "")).isZero();
    assertThat(apply().expect(409).problem()).isEqualTo("wrong-affiliate-status");
  }

  @Test
  void theAccountToBePaidToIsCheckedAndNeverShownAgain() {
    approve();

    Answer wrong =
        writer.put(OWN + "/payout-account", Map.of("holder", "", "iban", "FR00 1234")).expect(400);
    assertThat(wrong.violatedFields()).containsExactlyInAnyOrder("holder", "iban");
    writer
        .put(
            OWN + "/payout-account",
            Map.of("holder", "Ana Marchal", "iban", "FR14 2004 1010 0505 0001 3M02 606"))
        .expect(200);
    assertThat(writer.get(OWN).expect(200).json().path("account").asText()).isEqualTo("2606");
    assertThat(writer.get(OWN).body()).doesNotContain("20041010");
  }

  private Answer apply() {
    return writer.post(OWN, Map.of("code", code, "name", "Ana Marchal", "channel", "a blog"));
  }

  private void approve() {
    String id = apply().expect(200).json().path("id").asText();
    FINANCE.post("/api/v1/operator/affiliates/" + id + "/approve", Map.of()).expect(200);
  }

  /** Only to this one, and before whatever is offered to others. */
  private void offerFirst(int basisPoints) {
    String rates = "/api/v1/operator/affiliate-rates";
    String id =
        FINANCE
            .post(rates, Map.of("affiliate", code, "basisPoints", basisPoints))
            .expect(200)
            .json()
            .path("id")
            .asText();
    while (!FINANCE.get(rates).json().path("items").path(0).path("id").asText().equals(id)) {
      FINANCE.post(rates + "/" + id + "/up", Map.of()).expect(200);
    }
  }

  private Answer sent(Purchase purchase, String offer) {
    return purchase
        .buyer()
        .post(
            "/api/v1/carts/" + purchase.cart() + "/lines",
            Map.of("offerId", offer, "quantity", 1, "via", code));
  }

  private long pending() {
    return writer
        .get(OWN)
        .expect(200)
        .json()
        .path("balances")
        .path(0)
        .path("pending")
        .path("minor")
        .asLong();
  }

  private static long legs(JsonNode split, String kind, String party) {
    return StreamSupport.stream(split.path("lines").spliterator(), false)
        .filter(leg -> leg.path("kind").asText().equals(kind))
        .filter(leg -> leg.path("party").asText().startsWith(party))
        .mapToLong(leg -> leg.path("amount").path("minor").asLong())
        .sum();
  }
}
