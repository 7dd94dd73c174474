package org.halles.it.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.halles.it.Answer;
import org.halles.it.Marketplace;
import org.halles.it.Shop;
import org.halles.it.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Without its database the marketplace says so within seconds, and goes on when it is back. */
class DatabaseAwayIT {
  private static final Duration RECOVERY = Duration.ofSeconds(60);

  private final Shop guest = Shop.asGuest();
  private final TestDatabase database = Marketplace.running().database();

  @BeforeEach
  void ofOurOwn() {
    assumeThat(database).as("a database that this test may stop").isNotNull();
  }

  @AfterEach
  void everythingServesAgain() {
    if (database != null) {
      database.thaw();
      await(() -> guest.get("/api/v1/listings").expect(200));
    }
  }

  @Test
  void aFrozenDatabaseIsA503WithinSecondsAndRecoversWithoutARestart() {
    Purchase purchase = Purchase.of(2);
    database.freeze();
    refusesWithinSeconds();
    database.thaw();
    recovers(purchase);
  }

  @Test
  void aKilledDatabaseIsA503WithinSecondsAndRecoversWithoutARestart() {
    Purchase purchase = Purchase.of(2);
    database.kill();
    refusesWithinSeconds();
    database.startAgain();
    recovers(purchase);
  }

  @Test
  void aPaymentThatTheFrostCaughtComesToOneEnd() throws SQLException {
    Purchase purchase = Purchase.of(2);
    Shop buyer = guest.with("Idempotency-Key", UUID.randomUUID().toString());
    Map<String, Object> slowly = Map.of("gateway", "sandbox", "token", "approved", "delayMs", 3000);
    Map<String, Object> checkout = Map.of("cartId", purchase.cart(), "payment", slowly);
    CompletableFuture<Answer> paying =
        CompletableFuture.supplyAsync(() -> buyer.post("/api/v1/checkouts", checkout));
    await(() -> assertThat(charges(purchase, "NEW")).isOne());
    database.freeze();
    assertThat(paying.orTimeout(25, TimeUnit.SECONDS).join().status()).isEqualTo(503);
    database.thaw();

    await(() -> assertThat(charges(purchase, "SUCCEEDED") + charges(purchase, "FAILED")).isOne());
    Answer again = buyer.post("/api/v1/checkouts", checkout);
    // 409: the key is still leased to the request that the frost cut off
    assertThat(again.status()).isIn(charges(purchase, "SUCCEEDED") == 1 ? 201 : 402, 409);
    JsonNode books = Shop.asFinance().get("/api/v1/operator/books").expect(200).json();
    assertThat(books.path("balanced").asBoolean()).as(books.toString()).isTrue();
  }

  /** Each of these would wait for a minute before the test gives it up. */
  private void refusesWithinSeconds() {
    for (String path : new String[] {"/api/v1/listings", "/fr", "/en/search?q=pain", "/fr"}) {
      Answer answer =
          CompletableFuture.supplyAsync(() -> guest.get(path))
              .orTimeout(15, TimeUnit.SECONDS)
              .join()
              .expect(503);
      assertThat(answer.header("Retry-After")).as("Retry-After of %s", path).isPresent();
    }
    await(() -> assertThat(refusal()).isEqualTo("temporarily-unavailable"));
  }

  private String refusal() {
    return guest.post("/api/v1/carts", Map.of("currency", "EUR")).expect(503).problem();
  }

  private void recovers(Purchase purchase) {
    await(() -> guest.get("/fr").expect(200));
    // the gateway's own connections may have died with the database: then the charge is asked
    // about until it is known to have been made or never received
    JsonNode order = purchase.pay("approved").json();
    await(
        () ->
            assertThat(purchase.order(order).path("status").asText())
                .isIn("PAID", "PAYMENT_FAILED"));
  }

  private static void await(ThrowingCallable assertion) {
    long end = System.nanoTime() + RECOVERY.toNanos();
    Throwable failure = catchThrowable(assertion);
    while (failure != null && System.nanoTime() < end) {
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
      failure = catchThrowable(assertion);
    }
    assertThatCode(assertion).doesNotThrowAnyException();
  }

  private int charges(Purchase purchase, String status) throws SQLException {
    try (Connection connection = database.connect();
        PreparedStatement statement =
            connection.prepareStatement(
                "select count(*) from payment_transaction t join order_group g"
                    + " on g.id = t.order_group_id where g.cart_id = ?::uuid and t.status = ?")) {
      statement.setString(1, purchase.cart());
      statement.setString(2, status);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }
}
