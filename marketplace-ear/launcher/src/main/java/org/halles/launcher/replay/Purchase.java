package org.halles.launcher.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.halles.launcher.client.Api;
import org.halles.launcher.client.Reply;
import org.halles.launcher.replay.SourceOrder.Offer;

/** Places one order of the source as a guest would: cart, delivery, checkout, paid. */
final class Purchase {
  private final Api guest;
  private final Map<Offer, String> offers;
  private final String run;

  Purchase(Api guest, Map<Offer, String> offers, String run) {
    this.guest = guest;
    this.offers = offers;
    this.run = run;
  }

  /**
   * What became of a source order.
   *
   * @param number the order group, empty where it was refused
   * @param total in centavos, as the marketplace says
   * @param fault what the marketplace answered where it was refused
   */
  record Placed(SourceOrder source, String number, long total, String fault) {
    boolean isPlaced() {
      return fault.isEmpty();
    }
  }

  Placed place(SourceOrder order) {
    String cart = cart(order);
    Reply reply =
        guest
            .with("Idempotency-Key", run + "-" + order.id())
            .post(
                "/api/v1/checkouts",
                Map.of(
                    "cartId", cart,
                    "expectedTotal", Market.money(order.total()),
                    "payment", Map.of("gateway", "sandbox", "token", "approved")));
    if (reply.status() != 201) {
      return new Placed(order, "", 0, reply.status() + " " + reply.json());
    }
    JsonNode group = reply.json();
    return new Placed(
        order, group.path("number").asText(), group.path("total").path("minor").asLong(), "");
  }

  private String cart(SourceOrder order) {
    String cart =
        guest
            .post("/api/v1/carts", Map.of("currency", "BRL"))
            .expect(201)
            .json()
            .path("id")
            .asText();
    Map<Offer, Integer> quantities = new LinkedHashMap<>();
    order.items().forEach(item -> quantities.merge(item.offer(), 1, Integer::sum));
    quantities.forEach(
        (offer, quantity) ->
            guest
                .post(
                    "/api/v1/carts/" + cart + "/lines",
                    Map.of("offerId", offers.get(offer), "quantity", quantity))
                .expect(200, 201));
    guest.put("/api/v1/carts/" + cart + "/delivery", delivery(order.customer())).expect(200);
    return cart;
  }

  private static Map<String, Object> delivery(SourceOrder.Customer customer) {
    String who = customer.id().substring(0, Math.min(8, customer.id().length()));
    return Map.of(
        "email", "cliente-" + who + "@replay.example",
        "name", "Cliente " + who,
        "address",
            Map.of(
                "line1", "Rua " + who,
                "postalCode", customer.postalCode(),
                "city", customer.city(),
                "region", customer.region(),
                "country", "BR"));
  }
}
