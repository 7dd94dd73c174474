package org.halles.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.halles.it.Answer;
import org.halles.it.Shop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of an order, by what the gateway does. */
class SandboxTokensIT {

  @ParameterizedTest(name = "{0} is declined, and the cart is kept")
  @CsvSource({"declined", "insufficient-funds"})
  void aDeclinedPaymentKeepsTheCart(String token) {
    Purchase purchase = Purchase.of(1);

    Answer declined = purchase.pay(token);

    assertThat(declined.expect(402).problem()).isEqualTo("payment-declined");
    assertThat(purchase.view().path("vendors")).hasSize(1);
    purchase.pay("approved").expect(201);
  }

  @Test
  void aGatewayThatIsDownKeepsTheCart() {
    Purchase purchase = Purchase.of(1);

    assertThat(purchase.pay("error").expect(502).problem()).isEqualTo("gateway-unavailable");
    purchase.pay("approved").expect(201);
  }

  /** All at once, for each takes its seconds. */
  @Test
  void whatIsUnknownSettlesByItself() {
    Map<String, String> ends =
        Map.of(
            "pending-approved", "PAID",
            "pending-declined", "PAYMENT_FAILED",
            "timeout-charged", "PAID",
            "timeout-not-charged", "PAYMENT_FAILED");
    Map<String, Unsettled> waiting = new TreeMap<>();
    ends.keySet().forEach(token -> waiting.put(token, Unsettled.paidWith(token)));

    Map<String, String> settled = new TreeMap<>();
    waiting.forEach(
        (token, one) ->
            settled.put(token, settled(one.purchase(), one.order(), Duration.ofSeconds(60))));

    assertThat(settled).isEqualTo(ends);
  }

  /** A purchase whose gateway has not said yes or no. */
  private record Unsettled(Purchase purchase, JsonNode order) {
    static Unsettled paidWith(String token) {
      Purchase purchase = Purchase.of(1);
      JsonNode order = purchase.pay(token).expect(202).json();
      assertThat(order.path("status").asText()).as(token).isEqualTo("AWAITING_PAYMENT");
      return new Unsettled(purchase, order);
    }
  }

  @Test
  void aBuyerWhoConfirmsAtTheBankHasPaid() {
    Purchase purchase = Purchase.of(2);
    JsonNode waiting = purchase.pay("requires-action").expect(202).json();
    String url = waiting.path("nextAction").path("url").asText();
    assertThat(waiting.path("nextAction").path("type").asText()).isEqualTo("redirect");

    Answer decided = Shop.asGuest().post(pathOf(url), Map.of("outcome", "approved"));

    assertThat(decided.status()).isBetween(200, 204);
    assertThat(settled(purchase, waiting, Duration.ofSeconds(10))).isEqualTo("PAID");
  }

  @Test
  void aBuyerWhoRefusesAtTheBankHasTheCartBack() {
    Purchase purchase = Purchase.of(1);
    JsonNode waiting = purchase.pay("requires-action").expect(202).json();

    Shop.asGuest()
        .post(
            pathOf(waiting.path("nextAction").path("url").asText()), Map.of("outcome", "declined"));

    assertThat(settled(purchase, waiting, Duration.ofSeconds(10))).isEqualTo("PAYMENT_FAILED");
    purchase.pay("approved").expect(201);
  }

  private static String pathOf(String url) {
    return url.startsWith("http") ? URI.create(url).getPath() : url;
  }

  private static String settled(Purchase purchase, JsonNode order, Duration limit) {
    Instant end = Instant.now().plus(limit);
    String status = "AWAITING_PAYMENT";
    while (status.equals("AWAITING_PAYMENT") && Instant.now().isBefore(end)) {
      LockSupport.parkNanos(Duration.ofMillis(250).toNanos());
      status = purchase.order(order).path("status").asText();
    }
    return status;
  }
}
