package org.halles.marketplace.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GuardedCallsTest {

  private final Workers workers = new Workers("test", 1, 4);
  private final Extension gateway =
      new Extension(
          "acme", Point.PAYMENT_GATEWAY, "acme", new Object(), null, new Health(Clock.systemUTC()));
  private final GuardedCalls calls = new GuardedCalls(gateway, workers);

  @AfterEach
  void stop() {
    workers.stop();
  }

  @Test
  void anAnswerInTimeIsPassedOn() {
    assertThat(calls.within(Duration.ofSeconds(5), () -> "yes")).contains("yes");
    assertThat(gateway.health().view().faults()).isZero();
  }

  @Test
  void whatThrowsOrAnswersNothingHasNoAnswer() {
    assertThat(calls.within(Duration.ofSeconds(5), () -> null)).isEmpty();
    assertThat(
            calls.within(
                Duration.ofSeconds(5),
                () -> {
                  throw new IllegalStateException("500");
                }))
        .isEmpty();
    assertThat(gateway.health().view().faults()).isEqualTo(2);
    assertThat(gateway.health().view().lastFault()).contains("500");
  }

  @Test
  void aCallThatDoesNotComeBackIsGivenUpAndItsThreadIsNotMissed() throws Exception {
    CountDownLatch end = new CountDownLatch(1);

    assertThat(calls.within(Duration.ofMillis(50), () -> await(end))).isEmpty();
    assertThat(gateway.health().view().runaways()).isEqualTo(1);
    assertThat(calls.within(Duration.ofSeconds(5), () -> "next")).contains("next");

    end.countDown();
  }

  /** Does not listen to interrupts. */
  private static String await(CountDownLatch end) {
    while (end.getCount() > 0) {
      try {
        end.await(10, TimeUnit.SECONDS);
      } catch (InterruptedException ignored) {
        Thread.onSpinWait();
      }
    }
    return "too late";
  }
}
