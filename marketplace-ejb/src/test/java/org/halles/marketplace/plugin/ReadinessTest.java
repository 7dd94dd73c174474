package org.halles.marketplace.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** When a gateway is asked whether it has all it needs. */
class ReadinessTest {

  private final AtomicLong setup = new AtomicLong();
  private final AtomicLong nanos = new AtomicLong();
  private final AtomicInteger asked = new AtomicInteger();
  private Optional<Boolean> answer = Optional.of(true);

  private final Readiness readiness =
      new Readiness(
          () -> {
            asked.incrementAndGet();
            return answer;
          },
          setup::get,
          nanos::get);

  @Test
  void itIsAskedOncePerConfiguration() {
    assertThat(readiness.isReady()).isTrue();
    assertThat(readiness.isReady()).isTrue();
    assertThat(asked).hasValue(1);

    setup.set(7);
    answer = Optional.of(false);
    assertThat(readiness.isReady()).isFalse();
    assertThat(asked).hasValue(2);
  }

  @Test
  void whileItDoesNotAnswerWhatItSaidGoesOnHoldingAndItIsAskedAgainSoon() {
    assertThat(readiness.isReady()).isTrue();

    setup.set(7);
    answer = Optional.empty();
    assertThat(readiness.isReady()).isTrue();
    assertThat(readiness.isReady()).isTrue();
    assertThat(asked).hasValue(2);

    answer = Optional.of(false);
    nanos.addAndGet(Duration.ofSeconds(10).toNanos());
    assertThat(readiness.isReady()).isFalse();
    assertThat(asked).hasValue(3);
  }

  @Test
  void whoHasNeverAnsweredIsNotReadyButAskedAgain() {
    answer = Optional.empty();
    assertThat(readiness.isReady()).isFalse();

    answer = Optional.of(true);
    nanos.addAndGet(Duration.ofSeconds(10).toNanos());
    assertThat(readiness.isReady()).isTrue();
  }

  @Test
  void otherKeysAreTriedAtOnce() {
    answer = Optional.empty();
    readiness.isReady();

    setup.set(8);
    answer = Optional.of(true);
    assertThat(readiness.isReady()).isTrue();
  }
}
