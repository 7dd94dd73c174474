package org.halles.marketplace.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RecentTest {

  private static final Duration AGE = Duration.ofSeconds(5);

  private final AtomicInteger readings = new AtomicInteger();
  private Instant now = Instant.parse("2026-05-04T10:00:00Z");
  private final Recent<Integer> recent = new Recent<>(clock(), AGE, readings::incrementAndGet);

  @Test
  void withinItsAgeItIsReadOnce() {
    assertThat(recent.get()).isEqualTo(1);

    now = now.plus(AGE);

    assertThat(recent.get()).isEqualTo(1);
  }

  @Test
  void whatIsOlderIsReadAgain() {
    recent.get();

    now = now.plus(AGE).plusMillis(1);

    assertThat(recent.get()).isEqualTo(2);
  }

  @Test
  void whatWasReadInAnotherTimeIsReadAgain() {
    recent.get();

    now = now.minus(Duration.ofDays(30));

    assertThat(recent.get()).isEqualTo(2);
  }

  @Test
  void whatWasForgottenIsReadAgain() {
    recent.get();

    recent.forget();

    assertThat(recent.get()).isEqualTo(2);
  }

  @Test
  void aReadingThatFailsIsNotRemembered() {
    Recent<Integer> failing =
        new Recent<>(
            clock(),
            AGE,
            () -> {
              if (readings.incrementAndGet() == 1) {
                throw new IllegalStateException("the database is away");
              }
              return 7;
            });

    assertThatThrownBy(failing::get).hasMessage("the database is away");

    assertThat(failing.get()).isEqualTo(7);
  }

  private Clock clock() {
    return new Clock() {
      @Override
      public Instant instant() {
        return now;
      }

      @Override
      public ZoneOffset getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(java.time.ZoneId zone) {
        return this;
      }
    };
  }
}
