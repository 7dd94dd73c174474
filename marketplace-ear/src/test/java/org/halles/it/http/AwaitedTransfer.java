package org.halles.it.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.halles.it.Shop;

/**
 * An order that waits for a bank transfer.
 *
 * @param order as its checkout answered
 */
public record AwaitedTransfer(JsonNode order) {

  static final String IBAN = "FR1420041010050500013M02606";

  /** The marketplace takes transfers from now on. */
  static void offer() {
    Map<String, Object> terms = new LinkedHashMap<>();
    terms.put("offered", true);
    terms.put("holder", "Les Halles de démonstration");
    terms.put("iban", IBAN);
    terms.put("currency", "EUR");
    terms.put("days", 7);
    Shop.asFinance().put("/api/v1/operator/transfer-terms", terms).expect(200);
  }

  /** An order of two vendors. */
  public static AwaitedTransfer ordered() {
    offer();
    Purchase purchase = Purchase.of(2);
    return new AwaitedTransfer(
        purchase
            .buyer()
            .withNewKey()
            .post(
                "/api/v1/checkouts",
                Map.of(
                    "cartId",
                    purchase.cart(),
                    "payment",
                    Map.of("gateway", "bank-transfer", "token", "transfer")))
            .expect(202)
            .json());
  }

  public String number() {
    return order.path("number").asText();
  }

  /** What is awaited, in minor units. */
  public long total() {
    return order.at("/total/minor").asLong();
  }
}
