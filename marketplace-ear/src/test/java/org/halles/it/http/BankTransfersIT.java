package org.halles.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.halles.it.Answer;
import org.halles.it.Shop;
import org.junit.jupiter.api.Test;

/** A buyer pays by bank transfer, and finance copies the statement. */
class BankTransfersIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Shop finance = Shop.asFinance();

  @Test
  void an_order_waits_for_its_money_and_is_paid_when_it_came() {
    JsonNode order = order();
    assertThat(order.path("status").asText()).isEqualTo("AWAITING_PAYMENT");
    JsonNode told = order.at("/nextAction/transfer");
    assertThat(order.at("/nextAction/type").asText()).isEqualTo("bank-transfer");
    assertThat(told.path("iban").asText()).isEqualTo(AwaitedTransfer.IBAN);
    assertThat(told.path("reference").asText()).isEqualTo(order.path("number").asText());
    long total = order.at("/total/minor").asLong();

    JsonNode refused = record(order, total - 100, "EUR", line(), false).expect(422).json();
    assertThat(refused.path("type").asText()).endsWith("transfer-too-little");
    JsonNode partly = record(order, total - 100, "EUR", line(), true).expect(201).json();
    assertThat(partly.path("state").asText()).isEqualTo("PARTLY");
    assertThat(partly.at("/missing/minor").asLong()).isEqualTo(100);
    record(order, 100, "EUR", line(), false).expect(201);

    assertThat(again(order).path("status").asText()).isEqualTo("PAID");
  }

  @Test
  void the_buyer_gets_a_letter_with_the_reference() {
    String number = order().path("number").asText();

    Instant end = Instant.now().plus(PATIENCE);
    String letters = letters();
    while (!letters.contains(number) && Instant.now().isBefore(end)) {
      LockSupport.parkNanos(Duration.ofMillis(250).toNanos());
      letters = letters();
    }

    assertThat(letters).contains(number);
  }

  @Test
  void another_currency_and_a_line_that_was_recorded_are_refused() {
    JsonNode order = order();
    long total = order.at("/total/minor").asLong();
    String line = line();

    record(order, total, "CHF", line(), true).expect(422);
    record(order, total, "EUR", line, false).expect(201);
    JsonNode twice = record(order, total, "EUR", line, false).expect(409).json();

    assertThat(twice.path("type").asText()).endsWith("transfer-recorded-before");
    assertThat(twice.path("detail").asText()).contains(order.path("number").asText());
  }

  @Test
  void what_a_refund_gives_back_waits_for_a_person_to_send_it() {
    JsonNode order = order();
    record(order, order.at("/total/minor").asLong(), "EUR", line(), false).expect(201);
    String number = order.path("number").asText();
    finance
        .withNewKey()
        .post(
            "/api/v1/operator/order-groups/" + number + "/refunds",
            Map.of("amount", Map.of("minor", 100, "currency", "EUR"), "reason", "Late"))
        .expect(201);

    JsonNode waiting = firstReturn("/api/v1/operator/bank-transfers/" + number);
    assertThat(waiting.at("/amount/minor").asLong()).isEqualTo(100);
    assertThat(waiting.path("refund").asBoolean()).isTrue();
    String path = "/api/v1/operator/bank-returns/" + waiting.path("id").asText() + "/sent";
    Map<String, String> sent = Map.of("sentOn", today(), "bankReference", line());
    finance.post(path, sent).expect(200);
    finance.post(path, sent).expect(409);

    JsonNode refunds =
        finance.get("/api/v1/operator/order-groups/" + number + "/refunds").expect(200).json();
    assertThat(refunds.at("/items/0/status").asText()).isEqualTo("SUCCEEDED");
  }

  @Test
  void the_terms_name_everything_that_is_wrong() {
    JsonNode refused =
        finance
            .put(
                "/api/v1/operator/transfer-terms",
                Map.of(
                    "offered", true, "holder", " ", "iban", "FR00", "currency", "EUR", "days", 0))
            .expect(400)
            .json();

    assertThat(refused.path("violations").findValuesAsText("field"))
        .containsExactly("holder", "iban", "days");
  }

  /** The sweeper asks the bank account within a moment, as it asks any gateway. */
  private JsonNode firstReturn(String transfer) {
    Instant end = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(end)) {
      JsonNode returns = finance.get(transfer).expect(200).json().path("returns");
      if (!returns.isEmpty()) {
        return returns.path(0);
      }
      LockSupport.parkNanos(Duration.ofMillis(250).toNanos());
    }
    throw new AssertionError("nothing is to be sent back of " + transfer);
  }

  private static String letters() {
    return Shop.asGuest().get("/fr/mail?to=" + Purchase.ADDRESS.get("email")).body();
  }

  private static JsonNode order() {
    return AwaitedTransfer.ordered().order();
  }

  private Answer record(JsonNode order, long minor, String currency, String line, boolean differs) {
    return finance.post(
        "/api/v1/operator/bank-transfers/" + order.path("number").asText() + "/receipts",
        Map.of(
            "amount",
            Map.of("minor", minor, "currency", currency),
            "receivedOn",
            today(),
            "bankReference",
            line,
            "payer",
            "Léa Marchal",
            "differs",
            differs));
  }

  private static JsonNode again(JsonNode order) {
    return Shop.asGuest()
        .get(
            "/api/v1/order-groups/"
                + order.path("number").asText()
                + "?accessKey="
                + order.path("accessKey").asText())
        .expect(200)
        .json();
  }

  private static String line() {
    return "it-" + UUID.randomUUID();
  }

  private static String today() {
    return LocalDate.now(ZoneId.of("Europe/Paris")).toString();
  }
}
