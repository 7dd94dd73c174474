package org.halles.marketplace.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Stale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliveringTest {

  private static final UUID MARKET = Mailbag.MARKET;

  @TempDir Path folder;
  private final Receiver receiver = new Receiver();
  private Hall hall;
  private MadeSubscription made;
  private UUID id;

  @BeforeEach
  void subscribe() {
    hall = new Hall(folder, Hall.calling(receiver));
    made = hall.subscribed(MARKET, receiver.url(), "order.paid");
    id = made.subscription().id();
  }

  @AfterEach
  void close() {
    receiver.close();
  }

  @Test
  void what_was_not_taken_is_sent_again_under_the_same_number_until_it_is() {
    receiver.answering(500);
    ping();
    hall.sendOut();

    DeliveryView waiting = hall.deliveries(made).get(0);
    assertThat(waiting.status()).isEqualTo(DeliveryStatus.WAITING);
    assertThat(waiting.statusCode()).isEqualTo(500);
    assertThat(waiting.dueAt()).isBetween(hall.now().plusSeconds(5), hall.now().plusMillis(5_500));
    hall.sendOut();
    assertThat(receiver.received()).hasSize(1);

    hall.turn(Duration.ofSeconds(6));
    hall.sendOut();

    DeliveryView taken = hall.deliveries(made).get(0);
    assertThat(taken.status()).isEqualTo(DeliveryStatus.DELIVERED);
    assertThat(taken.attempts()).isEqualTo(2);
    assertThat(hall.detail(made, taken).attempts())
        .extracting(AttemptView::statusCode)
        .containsExactly(200, 500);
    assertThat(receiver.received())
        .extracting(one -> one.headers().get("webhook-id"))
        .containsExactly(taken.messageId(), taken.messageId());
    assertThat(hall.view(made).failures()).isZero();
  }

  @Test
  void messages_come_in_their_order_and_one_that_was_refused_holds_up_none() {
    List<String> sent = List.of(ping(), ping(), ping());
    receiver.answering(200, 500);

    hall.sendOut();
    assertThat(ids()).containsExactly(sent.get(0), sent.get(1));
    hall.turn(Duration.ofMillis(1_100));
    hall.sendOut();
    assertThat(ids()).containsExactly(sent.get(0), sent.get(1), sent.get(2));
    hall.turn(Duration.ofSeconds(6));
    hall.sendOut();
    assertThat(ids()).endsWith(sent.get(1)).hasSize(4);
  }

  @Test
  void a_receiver_that_takes_nothing_for_three_days_is_paused_and_its_owner_written_to() {
    receiver.answering(500, 500, 500, 500, 500, 500, 500, 500, 500, 500);
    ping();
    for (int attempt = 1; attempt <= 10; attempt++) {
      assertThat(hall.view(made).status()).isEqualTo(SubscriptionStatus.ON);
      hall.sendOut();
      assertThat(receiver.received()).hasSize(attempt);
      hall.turn(Duration.ofHours(27));
    }

    assertThat(hall.view(made).status()).isEqualTo(SubscriptionStatus.PAUSED);
    assertThat(hall.view(made).pausedWhy()).isEqualTo("unreachable");
    assertThat(hall.deliveries(made).get(0).status()).isEqualTo(DeliveryStatus.FAILED);
    assertThat(told()).isEqualTo("unreachable 127.0.0.1");
  }

  @Test
  void where_other_messages_arrive_only_the_one_that_is_refused_is_given_up() {
    ping();
    for (int attempt = 1; attempt <= 10; attempt++) {
      if (attempt == 5) {
        takenInBetween();
      }
      receiver.answering(500);
      hall.sendOut();
      hall.turn(Duration.ofHours(27));
    }

    assertThat(hall.view(made).status()).isEqualTo(SubscriptionStatus.ON);
    assertThat(hall.deliveries(made))
        .extracting(DeliveryView::status)
        .containsExactly(DeliveryStatus.DELIVERED, DeliveryStatus.FAILED);
    assertThat(told()).isEqualTo("nothing");
  }

  @Test
  void whoever_says_410_hears_nothing_more() {
    receiver.answering(410);
    ping();
    ping();

    hall.sendOut();
    hall.turn(Duration.ofMinutes(10));
    hall.sendOut();

    assertThat(receiver.received()).hasSize(1);
    assertThat(hall.view(made).pausedWhy()).isEqualTo("gone");
    assertThat(told()).isEqualTo("gone 127.0.0.1");
  }

  @Test
  void two_servers_never_serve_the_same_receiver_at_once() {
    ping();

    assertThat(hall.doing(() -> hall.sendings.take(false, 10))).containsExactly(id);
    assertThat(hall.doing(() -> hall.sendings.take(false, 10))).isEmpty();
    hall.turn(Duration.ofMinutes(3));
    assertThat(hall.doing(() -> hall.sendings.take(false, 10)))
        .as("the first server died")
        .containsExactly(id);
  }

  @Test
  void a_receiver_that_hung_is_served_apart_from_the_others() {
    try (Receiver other = new Receiver().hanging()) {
      Courier impatient =
          new Courier(Set.of(receiver.host(), other.host()), Duration.ofMillis(1_200));
      hall = new Hall(folder, impatient);
      made = hall.subscribed(MARKET, receiver.url(), "order.paid");
      MadeSubscription hangs = hall.subscribed(MARKET, other.url(), "order.paid");
      ping();
      hall.doing(() -> hall.log.ping(hangs.subscription().id()));
      hall.sendOut();
      ping();
      hall.doing(() -> hall.log.ping(hangs.subscription().id()));

      assertThat(hall.doing(() -> hall.sendings.take(false, 10)))
          .containsExactly(made.subscription().id());
      assertThat(hall.doing(() -> hall.sendings.take(true, 10)))
          .containsExactly(hangs.subscription().id());
    }
  }

  @Test
  void for_a_day_after_a_rotation_the_former_secret_signs_too() {
    String former = made.secret();
    MadeSubscription rotated = hall.doing(() -> hall.subscriptions.rotate(MARKET, id));
    ping();
    hall.sendOut();
    assertThat(signedBy(0, rotated.secret())).isTrue();
    assertThat(signedBy(0, former)).isTrue();
    assertThat(hall.view(made).formerSecretUntil())
        .isEqualTo(hall.now().plus(Duration.ofHours(24)));

    hall.turn(Duration.ofHours(24).plusSeconds(1));
    hall.doing(hall.forgetting::forget);
    ping();
    hall.sendOut();
    assertThat(signedBy(1, rotated.secret())).isTrue();
    assertThat(signedBy(1, former)).isFalse();
    assertThat(hall.view(made).formerSecretUntil()).isNull();
  }

  @Test
  void a_message_is_sent_again_by_hand_under_its_number() {
    String number = ping();
    hall.sendOut();

    UUID taken = hall.deliveries(made).get(0).id();
    hall.doing(() -> hall.log.sendAgain(id, taken));
    hall.sendOut();

    assertThat(ids()).containsExactly(number, number);
    assertThat(hall.detail(made, hall.deliveries(made).get(0)).attempts()).hasSize(2);
  }

  @Test
  void nobody_reaches_anothers_subscription() {
    UUID other = hall.vendor();

    assertThatThrownBy(() -> hall.subscriptions.get(other, id)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> hall.subscriptions.rotate(other, id)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> hall.subscriptions.remove(other, id)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> hall.log.get(id, UUID.randomUUID())).isInstanceOf(NotFound.class);
  }

  @Test
  void two_people_do_not_overwrite_each_other_and_nobody_has_too_many() {
    SubscriptionInput input =
        new SubscriptionInput(receiver.url(), "ERP", List.of("order.paid"), true, 1);
    hall.doing(() -> hall.subscriptions.change(MARKET, id, 0, input));
    assertThatThrownBy(() -> hall.doing(() -> hall.subscriptions.change(MARKET, id, 0, input)))
        .isInstanceOf(Stale.class);

    for (int more = 1; more < Subscriptions.MOST; more++) {
      hall.subscribed(MARKET, receiver.url(), "order.paid");
    }
    assertThatThrownBy(() -> hall.subscribed(MARKET, receiver.url(), "order.paid"))
        .isInstanceOf(WebhookRefused.class);
  }

  @Test
  void after_a_month_messages_and_answers_are_forgotten() {
    ping();
    hall.sendOut();
    hall.turn(Forgetting.KEPT.plusMinutes(1));
    ping();

    hall.doing(hall.forgetting::forget);

    assertThat(hall.deliveries(made)).hasSize(1);
    assertThat(hall.deliveries(made).get(0).status()).isEqualTo(DeliveryStatus.WAITING);
  }

  /** While the refused one waits for its time, another one is taken. */
  private void takenInBetween() {
    Duration wait = Duration.between(hall.now(), hall.deliveries(made).get(0).dueAt());
    hall.turn(wait.minusSeconds(1));
    ping();
    hall.sendOut();
    hall.turn(Duration.ofHours(27));
  }

  private String ping() {
    return hall.doing(() -> hall.log.ping(made.subscription().id())).messageId();
  }

  private List<String> ids() {
    return receiver.received().stream().map(one -> one.headers().get("webhook-id")).toList();
  }

  private boolean signedBy(int index, String secret) {
    Receiver.Received one = receiver.received().get(index);
    String signature =
        SigningSecret.of(secret)
            .sign(
                one.headers().get("webhook-id"),
                Long.parseLong(one.headers().get("webhook-timestamp")),
                one.body());
    return List.of(one.headers().get("webhook-signature").split(" ")).contains(signature);
  }

  /** What the outbox tells of this subscription. */
  private String told() {
    return hall.real
        .database()
        .find(
            """
            select payload ->> 'why' as why, payload ->> 'host' as host from outbox
             where topic = 'WebhookStopped' and payload ->> 'subscriptionId' = ?
            """,
            row -> row.text("why") + " " + row.text("host"),
            id.toString())
        .orElse("nothing");
  }
}
