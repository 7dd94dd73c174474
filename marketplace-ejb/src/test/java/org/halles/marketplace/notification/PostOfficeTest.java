package org.halles.marketplace.notification;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.function.Supplier;
import org.halles.marketplace.shared.RealDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostOfficeTest {

  private final RealDatabase real = RealDatabase.get();
  private final TurnedClock clock = new TurnedClock(Instant.parse("2026-03-01T10:00:00Z"));
  private final LetterStore letters = new LetterStore(real.database(), clock);
  private final String to = "ana-" + UUID.randomUUID() + "@it.example";
  private MailServer server;
  private PostOffice office;
  private Supplier<PostOffice> open;

  @BeforeEach
  void open() throws IOException {
    server = new MailServer();
    Properties properties = new Properties();
    properties.setProperty("mail.smtp.host", "127.0.0.1");
    properties.setProperty("mail.smtp.port", String.valueOf(server.port()));
    SmtpCarrier carrier = new SmtpCarrier(Session.getInstance(properties), null, null);
    open = () -> new PostOffice(letters, carrier, new Envelope(clock), new SealedFacts(null), null);
    office = open.get();
    real.inTransaction(() -> real.database().update("delete from letter"));
    put();
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  @Test
  void a_letter_reaches_the_mail_server_and_is_forgotten_here() {
    bringAway();

    assertThat(server.received()).hasSize(1);
    assertThat(server.received().get(0))
        .contains("To: " + to, "Content-Language: fr", "Message-ID: <", "multipart/alternative");
    assertThat(status()).isEqualTo("SENT 1 null");
    bringAway();
    assertThat(server.received()).hasSize(1);
  }

  @Test
  void a_mail_server_that_refuses_is_asked_again_later_and_later() {
    server.refuse(2);

    bringAway();
    assertThat(status()).startsWith("WAITING 1 ").contains("451");
    bringAway();
    assertThat(server.asked()).isEqualTo(1);
    clock.turn(Duration.ofSeconds(11));
    bringAway();
    assertThat(status()).startsWith("WAITING 2 ");
    clock.turn(Duration.ofSeconds(11));
    bringAway();
    assertThat(server.asked()).isEqualTo(2);
    clock.turn(Duration.ofSeconds(10));
    bringAway();

    assertThat(status()).isEqualTo("SENT 3 null");
    assertThat(server.received()).hasSize(1);
  }

  @Test
  void a_letter_that_nobody_takes_for_days_is_given_up_and_says_why() {
    server.refuse(Integer.MAX_VALUE);
    clock.turn(LetterStore.PATIENCE.plusMinutes(1));

    bringAway();

    assertThat(status()).startsWith("UNDELIVERABLE 1 ").contains("451");
  }

  @Test
  void a_letter_handed_over_goes_once_though_the_letter_box_has_it_too() {
    bringAway();
    office.handOver(taken("handed over"));

    assertThat(real.inTransaction(() -> letters.take(10))).isEmpty();
    bringAway();
    bringAway();

    assertThat(server.received()).hasSize(2);
    assertThat(statusOf("handed over")).isEqualTo("SENT 1 null");
  }

  @Test
  void the_letters_of_a_node_that_died_are_brought_away_by_others() {
    bringAway();
    taken("left behind");

    bringAway();
    assertThat(statusOf("left behind")).isEqualTo("WAITING 1 null");
    clock.turn(Duration.ofMinutes(2));
    real.inTransaction(anotherOffice()::bringAway);

    assertThat(statusOf("left behind")).isEqualTo("SENT 2 null");
  }

  @Test
  void a_node_that_stops_in_good_order_gives_its_letters_back_at_once() {
    bringAway();
    office.handOver(taken("given back"));

    real.inTransaction(
        () -> {
          office.stop();
          return null;
        });
    real.inTransaction(anotherOffice()::bringAway);

    assertThat(statusOf("given back")).isEqualTo("SENT 1 null");
    assertThat(server.received()).hasSize(2);
  }

  @Test
  void what_is_in_the_letter_box_already_is_not_taken_again() {
    assertThat(taken("once")).hasSize(1);
    assertThat(taken("once")).isEmpty();
  }

  private List<LetterStore.Waiting> taken(String key) {
    return real.inTransaction(() -> letters.addTaken(List.of(letter(key + to)), clock.instant()));
  }

  private void put() {
    real.inTransaction(
        () -> {
          letters.add(List.of(letter(to)), clock.instant());
          return null;
        });
  }

  private Letter letter(String key) {
    Map<String, String> facts =
        Map.of("reason", "Tout est en ordre", "vendor", "Étal", "link", "https://market.example");
    return new Letter(key, "vendor-approved", to, "fr", clock.instant(), facts);
  }

  private void bringAway() {
    real.inTransaction(office::bringAway);
  }

  private PostOffice anotherOffice() {
    return open.get();
  }

  private String status() {
    return statusOf("");
  }

  private String statusOf(String key) {
    return real.database()
        .find(
            "select status, attempts, last_error from letter where key = ?",
            row ->
                row.text("status") + " " + row.integer("attempts") + " " + row.text("last_error"),
            key + to)
        .orElseThrow();
  }
}
