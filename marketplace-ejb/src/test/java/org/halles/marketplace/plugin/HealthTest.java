package org.halles.marketplace.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class HealthTest {

  /** A clock that somebody moves on. */
  private static final class Hand extends Clock {
    private Instant now = Instant.parse("2026-03-02T10:00:00Z");

    void moveOn() {
      now = now.plus(Health.PAUSE).plusSeconds(1);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  private final Hand clock = new Hand();
  private final Health rule = Health.of(Point.COMMISSION_RULE, clock);

  @Test
  void threeFaultsInARowAreAPauseAfterWhichOneCallerTries() {
    fail(rule, 3);

    assertThat(rule.refusal()).hasValueSatisfying(why -> assertThat(why).contains("fault 3"));
    clock.moveOn();
    assertThat(rule.refusal()).isEmpty();
    assertThat(rule.refusal()).isPresent();
    assertThat(rule.view().condition()).isEqualTo(PluginView.Condition.PAUSED);
  }

  @Test
  void tenTriesInVainAreAQuarantineThatTimeDoesNotEnd() {
    fail(rule, 3);
    for (int tries = 0; tries < Health.RETRIES_TO_QUARANTINE; tries++) {
      clock.moveOn();
      assertThat(rule.refusal()).isEmpty();
      fail(rule, 1);
    }

    clock.moveOn();

    assertThat(rule.refusal())
        .hasValueSatisfying(why -> assertThat(why).contains("quarantined", "tries in vain"));
    assertThat(rule.view().condition()).isEqualTo(PluginView.Condition.QUARANTINED);
    rule.forgive();
    assertThat(rule.refusal()).isEmpty();
    assertThat(rule.view().condition()).isEqualTo(PluginView.Condition.WELL);
  }

  @Test
  void oneGoodAnswerAmongTheTriesStartsTheCountAnew() {
    fail(rule, 3);
    for (int tries = 0; tries < Health.RETRIES_TO_QUARANTINE - 1; tries++) {
      clock.moveOn();
      rule.refusal();
      fail(rule, 1);
    }
    clock.moveOn();
    rule.refusal();
    rule.answered(1_000);
    fail(rule, 3);
    clock.moveOn();

    assertThat(rule.refusal()).isEmpty();
  }

  @Test
  void manyFaultsAtOnceAreOneBadMomentAndNoQuarantine() {
    fail(rule, 200);
    clock.moveOn();

    assertThat(rule.refusal()).isEmpty();
  }

  @Test
  void aGatewayIsAskedWhateverHappens() {
    Health gateway = Health.of(Point.PAYMENT_GATEWAY, clock);

    fail(gateway, 50);

    assertThat(gateway.refusal()).isEmpty();
    assertThat(gateway.view().condition()).isEqualTo(PluginView.Condition.WELL);
  }

  @Test
  void theLastFaultsAreToldNewestFirst() {
    fail(rule, 12);

    assertThat(rule.view().lastFaults())
        .hasSize(10)
        .extracting(PluginView.Fault::message)
        .startsWith("fault 12", "fault 11")
        .endsWith("fault 3");
    assertThat(rule.view().lastFault()).isEqualTo("fault 12");
  }

  private int faults;

  private void fail(Health health, int times) {
    for (int time = 0; time < times; time++) {
      health.failed("fault " + ++faults, 1_000);
    }
  }
}
