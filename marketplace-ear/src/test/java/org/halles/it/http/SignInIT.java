package org.halles.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.halles.it.Answer;
import org.halles.it.Shop;
import org.junit.jupiter.api.Test;

/** Who signs in, what they get, and how long guessing goes on. */
class SignInIT {

  private static final String TOKENS = "/api/v1/tokens";

  /** As many as a person who mistypes may have. */
  private static final int ATTEMPTS = 8;

  @Test
  void anOwnerIsToldWhichVendorsToActFor() {
    TwoStalls stalls = TwoStalls.open();
    Answer listings = stalls.b().get("/api/v1/vendor/listings").expect(200);
    assertThat(listings.json().path("items")).isNotEmpty();

    Answer operator = signIn("operator@halles.example", "halles-demo").expect(201);

    assertThat(operator.json().path("roles").toString()).contains("ADMIN");
    assertThat(operator.json().path("vendors").isArray()).isTrue();
    assertThat(operator.json().path("expiresAt").asText()).isNotEmpty();
    assertThat(operator.header("Cache-Control")).contains("no-store");
  }

  @Test
  void caseAndSpacesInTheAddressDoNotMatter() {
    signIn(" Buyer@HALLES.example ", "halles-demo").expect(201);
  }

  @Test
  void aSignedOutTokenIsRefusedAtOnce() {
    Shop buyer = Shop.anew("buyer@halles.example");
    buyer.get("/api/v1/order-groups").expect(200);

    buyer.delete("/api/v1/tokens/current").expect(204);

    buyer.get("/api/v1/order-groups").expect(401);
  }

  @Test
  void anUnknownAddressGetsTheSameAnswerAsAWrongPassword() {
    Answer unknown = signIn(fresh(), "not the password").expect(401);
    Answer wrong = signIn("finance@halles.example", "not the password").expect(401);

    assertThat(unknown.body()).isEqualTo(wrong.body());
    signIn("finance@halles.example", "halles-demo").expect(201);
  }

  @Test
  void guessingEndsWithATooManyAndAnHourglass() {
    String victim = fresh();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      signIn(victim, "guess " + attempt).expect(401);
    }

    Answer refused = signIn(victim, "one more").expect(429);

    assertThat(refused.problem()).isEqualTo("too-many-attempts");
    assertThat(refused.header("Retry-After").map(Integer::valueOf).orElse(0)).isPositive();
    // the address of the network is not locked out with the account
    signIn("buyer@halles.example", "halles-demo").expect(201);
  }

  @Test
  void aForgedForwardedAddressChangesNothing() {
    String victim = fresh();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      from("10.0.0." + attempt, victim).expect(401);
    }

    from("10.0.1.1", victim).expect(429);
  }

  private static Answer from(String address, String email) {
    return Shop.asGuest()
        .with("X-Forwarded-For", address)
        .post(TOKENS, Map.of("email", email, "password", "a guess"));
  }

  private static Answer signIn(String email, String password) {
    return Shop.asGuest().post(TOKENS, Map.of("email", email, "password", password));
  }

  private static String fresh() {
    return "it-" + UUID.randomUUID() + "@it.example";
  }
}
