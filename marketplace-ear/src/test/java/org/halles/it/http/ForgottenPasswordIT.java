package org.halles.it.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.halles.it.Answer;
import org.halles.it.Marketplace;
import org.halles.it.Shop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who forgot a password chooses another one with a link that only their mailbox knows. */
class ForgottenPasswordIT {

  private static final Pattern LINK = Pattern.compile("/new-password/(halles_[A-Za-z0-9_-]{27})");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String WANTED = "sept petits navires gris";

  @BeforeEach
  void theMailboxCanBeRead() {
    assumeTrue(Marketplace.running().database() != null, "needs a marketplace of the test's own");
  }

  @Test
  void theLinkIsGoodOnceAndEndsWhateverTheOldPasswordHadOpened() {
    String email = Newcomer.email();
    Shop before = Shop.as(email);
    assertThat(ask(email).expect(200).body()).contains(email);
    String page = "/fr/new-password/" + secretFor(email);

    assertThat(Shop.asGuest().get(page).expect(200).body()).contains("new-password");
    assertThat(send(page, "password=court").expect(200).body()).contains("field-error");
    Answer chosen = send(page, "password=" + part(WANTED)).expect(302);

    assertThat(chosen.header("Location").orElse("")).endsWith("/fr/sign-in?done=password");
    before.get("/api/v1/order-groups").expect(401);
    signIn(email, "halles-demo").expect(401);
    signIn(email, WANTED).expect(201);
    assertThat(Shop.asGuest().get(page).expect(200).body()).doesNotContain("new-password\"");
    assertThat(send(page, "password=" + part("encore un autre")).expect(200).body())
        .contains("/fr/forgotten-password");
    signIn(email, WANTED).expect(201);
  }

  @Test
  void nobodyLearnsWhetherThereIsAnAccount() {
    String stranger = fresh();
    String known = Newcomer.email();

    String answer = ask(stranger).expect(200).body().replace(stranger, "…");

    assertThat(ask(known).expect(200).body().replace(known, "…")).isEqualTo(answer);
    assertThat(letterTo(known, PATIENCE)).isPresent();
    // what was asked for first was looked at first
    assertThat(letterTo(stranger, Duration.ZERO)).isEmpty();
  }

  @Test
  void theLetterIsShownToNobodyElseWithItsLink() {
    String email = Newcomer.email();
    ask(email).expect(200);
    String secret = secretFor(email);
    Matcher letter =
        Pattern.compile("href=\"(/fr/mail/[^\"]+)\"")
            .matcher(Shop.asGuest().get("/fr/mail?to=" + email).body());

    assertThat(letter.find()).isTrue();
    assertThat(Shop.asGuest().get(letter.group(1)).expect(200).body())
        .contains("/new-password/")
        .doesNotContain(secret);
  }

  @Test
  void whatIsNoAddressIsSaidBesideTheFieldAndKept() {
    assertThat(ask("nobody at all").expect(200).body())
        .contains("field-error", "value=\"nobody at all\"");
  }

  private static Answer ask(String email) {
    return send("/fr/forgotten-password", "email=" + part(email));
  }

  private static Answer send(String page, String form) {
    URI site = Marketplace.running().address();
    return Shop.asGuest()
        .with("Origin", site.getScheme() + "://" + site.getAuthority())
        .raw("POST", page, "application/x-www-form-urlencoded", form);
  }

  private static Answer signIn(String email, String password) {
    return Shop.asGuest().post("/api/v1/tokens", Map.of("email", email, "password", password));
  }

  private static String secretFor(String email) {
    return letterTo(email, PATIENCE).orElseThrow(() -> new AssertionError("no letter to " + email));
  }

  /** The secret in the letter to somebody; it takes a moment to be written. */
  private static Optional<String> letterTo(String email, Duration patience) {
    Instant end = Instant.now().plus(patience);
    Optional<String> found = find(email);
    while (found.isEmpty() && Instant.now().isBefore(end)) {
      LockSupport.parkNanos(Duration.ofMillis(250).toNanos());
      found = find(email);
    }
    return found;
  }

  private static Optional<String> find(String email) {
    Path folder = Path.of(System.getProperty("halles.it.home"), "http", "mail");
    try (Stream<Path> letters = Files.list(folder)) {
      return letters
          .filter(letter -> letter.toString().endsWith(".eml"))
          .map(ForgottenPasswordIT::read)
          .filter(letter -> letter.contains("To: " + email))
          .map(letter -> LINK.matcher(letter.replaceAll("=\\r?\\n", "")))
          .filter(Matcher::find)
          .map(link -> link.group(1))
          .findFirst();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String read(Path letter) {
    try {
      return Files.readString(letter);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String fresh() {
    return "it-" + UUID.randomUUID() + "@it.example";
  }

  private static String part(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
