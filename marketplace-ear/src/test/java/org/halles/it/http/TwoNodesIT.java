package org.halles.it.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.halles.it.Answer;
import org.halles.it.Marketplace;
import org.halles.it.SecondNode;
import org.halles.it.Shop;
import org.junit.jupiter.api.Test;

/** The marketplace on two nodes: one is changed, one dies, and buyers notice nothing. */
class TwoNodesIT {

  private static final String PLUGIN = "seasonal-commission";

  @Test
  void aPluginIsAddedAndANodeDiesWhileEveryRequestIsAnsweredAndEveryCheckoutPaid()
      throws Exception {
    assumeTrue(Marketplace.running().database() != null, "needs a marketplace of the test's own");
    try (SecondNode nodes = SecondNode.beside(Marketplace.running())) {
      Shop guest = Shop.asGuestAt(nodes.address());
      try (Passers passers = Passers.by(guest);
          Buyers buyers = Buyers.at(guest)) {
        assertThat(nodes.plugins().put(PLUGIN, ForeignPluginsIT.example(PLUGIN))).isTrue();
        int bought = buyers.paid();
        buyers.close();

        nodes.kill();
        passers.sees(50);

        passers.close();
        assertThat(passers.cut()).isEmpty();
        assertThat(passers.answers()).extracting(Answer::status).containsOnly(200);
        assertThat(buyers.failed()).isEmpty();
        assertThat(bought).isPositive();
      }
      assertThat(plugin()).isEqualTo(PLUGIN);
    } finally {
      Marketplace.running().plugins().remove(PLUGIN);
    }
    assertThat(
            Shop.asOperator()
                .get("/api/v1/operator/books")
                .expect(200)
                .json()
                .path("balanced")
                .asBoolean())
        .isTrue();
  }

  private static String plugin() {
    return Shop.asOperator()
        .get("/api/v1/operator/plugins/" + PLUGIN)
        .expect(200)
        .json()
        .path("id")
        .asText();
  }

  /** Somebody who buys again and again, from the cart to the payment. */
  private static final class Buyers implements AutoCloseable {

    private final Shop guest;
    private final List<Throwable> failed = new ArrayList<>();
    private final Thread thread = new Thread(this::buy, "buyers");
    private volatile boolean buying = true;
    private volatile int paid;

    private Buyers(Shop guest) {
      this.guest = guest;
    }

    static Buyers at(Shop guest) {
      Buyers buyers = new Buyers(guest);
      buyers.thread.start();
      return buyers;
    }

    private void buy() {
      while (buying) {
        try {
          JsonNode order = Purchase.of(guest, 2).pay("approved").expect(201).json();
          assertThat(order.path("status").asText()).isEqualTo("PAID");
          paid++;
        } catch (RuntimeException | AssertionError broken) {
          failed.add(broken);
        }
      }
    }

    int paid() {
      return paid;
    }

    List<Throwable> failed() {
      return failed;
    }

    @Override
    public void close() throws InterruptedException {
      buying = false;
      thread.join(60_000);
    }
  }
}
