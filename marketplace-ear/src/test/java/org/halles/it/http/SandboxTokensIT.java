package org.halles.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
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

  @ParameterizedTest(name = "{0} ends {1} within {2} s")
  @CsvSource({
    "pending-approved, PAID, 10",
    "pending-declined, PAYMENT_FAILED, 10",
    "timeout-charged, PAID, 60",
    "timeout-not-charged, PAYMENT_FAILED, 60"
  })
  void whatIsUnknownSettlesByItself(String token, String end, int seconds) {
    Purchase purchase = Purchase.of(1);

    JsonNode waiting = purchase.pay(token).expect(202).json();

    assertThat(waiting.path("status").asText()).isEqualTo("AWAITING_PAYMENT");
    assertThat(settled(purchase, waiting, Duration.ofSeconds(seconds))).isEqualTo(end);
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
