package org.halles.marketplace.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CourierTest {

  private final SigningSecret secret = SigningSecret.fresh();

  @Test
  void a_message_arrives_with_its_number_its_time_and_its_signature() {
    try (Receiver receiver = new Receiver()) {
      Parcel parcel = to(receiver.url());

      Answer answer = courier(receiver).carry(parcel, 1_700_000_000L);

      assertThat(answer.isTaken()).isTrue();
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.excerpt()).startsWith("thanks\ufffdxxx").hasSize(Courier.EXCERPT);
      Receiver.Received received = receiver.received().get(0);
      assertThat(received.body()).isEqualTo(parcel.body());
      assertThat(received.headers())
          .containsEntry("webhook-id", parcel.messageId())
          .containsEntry("webhook-timestamp", "1700000000")
          .containsEntry(
              "webhook-signature", secret.sign(parcel.messageId(), 1_700_000_000L, parcel.body()));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "500, REFUSED",
    "404, REFUSED",
    "429, REFUSED",
    "410, GONE",
    "302, REDIRECTED",
    "308, REDIRECTED"
  })
  void whatever_is_not_2xx_is_not_taken_and_nobody_is_followed(int status, AttemptFault fault) {
    try (Receiver receiver = new Receiver().answering(status)) {
      Answer answer = courier(receiver).carry(to(receiver.url()), 1);

      assertThat(answer.fault()).isEqualTo(fault);
      assertThat(answer.status()).isEqualTo(status);
      assertThat(receiver.received()).hasSize(1);
    }
  }

  @Test
  void a_receiver_that_hangs_is_left_when_its_time_is_over() {
    try (Receiver receiver = new Receiver().hanging()) {
      Courier impatient = new Courier(Set.of(receiver.host()), Duration.ofMillis(300));

      Answer answer = impatient.carry(to(receiver.url()), 1);

      assertThat(answer.fault()).isEqualTo(AttemptFault.TIMED_OUT);
      assertThat(answer.status()).isNull();
      assertThat(answer.millis()).isGreaterThanOrEqualTo(300);
    }
  }

  @Test
  void where_nobody_listens_the_attempt_was_in_vain() throws IOException {
    int port;
    try (ServerSocket taken = new ServerSocket(0)) {
      port = taken.getLocalPort();
    }
    Courier courier = new Courier(Set.of("127.0.0.1:" + port), Duration.ofSeconds(5));

    Answer answer = courier.carry(to("http://127.0.0.1:" + port + "/hook"), 1);

    assertThat(answer.fault()).isEqualTo(AttemptFault.UNREACHABLE);
  }

  @Test
  void an_address_that_has_come_to_lead_inside_is_not_called() {
    try (Receiver receiver = new Receiver()) {
      Courier strict = new Courier(Set.of(), Duration.ofSeconds(5));

      assertThat(strict.carry(to(receiver.url()), 1).fault()).isEqualTo(AttemptFault.ADDRESS);
      // https, a usual port, and a name that has changed its mind since it was subscribed
      assertThat(strict.carry(to("https://localhost/hook"), 1).fault())
          .isEqualTo(AttemptFault.ADDRESS);
      assertThat(receiver.received()).isEmpty();
    }
  }

  private static Courier courier(Receiver receiver) {
    return new Courier(Set.of(receiver.host()), Duration.ofSeconds(30));
  }

  private Parcel to(String url) {
    UUID id = UUID.randomUUID();
    return new Parcel(id, id, null, url, "{\"a\":\"é\"}", 0, null, List.of(secret));
  }
}
