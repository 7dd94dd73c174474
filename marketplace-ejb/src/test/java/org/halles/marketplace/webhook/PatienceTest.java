package org.halles.marketplace.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PatienceTest {

  @Property
  void each_wait_is_that_of_the_schedule_and_at_most_a_tenth_longer(
      @ForAll @IntRange(min = 1, max = 9) int attempts, @ForAll long seed) {
    Duration scheduled = Patience.SCHEDULE.get(attempts - 1);

    assertThat(new Patience(new Random(seed)).after(attempts))
        .hasValueSatisfying(
            wait ->
                assertThat(wait)
                    .isBetween(scheduled, scheduled.plus(scheduled.dividedBy(10)).plusMillis(1)));
  }

  @Test
  void receivers_that_failed_together_are_not_asked_together() {
    Patience patience = new Patience(new Random(1));

    assertThat(IntStream.range(0, 20).mapToObj(i -> patience.after(9).orElseThrow()).distinct())
        .hasSizeGreaterThan(10);
  }

  @Test
  void the_tenth_attempt_is_the_last_and_the_schedule_lasts_three_days() {
    assertThat(new Patience(new Random(1)).after(10)).isEmpty();
    assertThat(Patience.SCHEDULE.stream().reduce(Duration.ZERO, Duration::plus))
        .isBetween(Duration.ofDays(3), Duration.ofHours(80));
  }

  @Test
  void a_receiver_that_fails_is_left_in_peace_longer_each_time() {
    assertThat(IntStream.of(1, 2, 3, 9, 40).mapToObj(Patience::rest))
        .containsExactly(
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(4),
            Duration.ofSeconds(256),
            Duration.ofMinutes(5));
  }
}
