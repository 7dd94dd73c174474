package org.halles.marketplace.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.halles.spi.CommissionProposal;
import org.halles.spi.Rate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(30)
class ConversationTest {

  @AfterEach
  void endLoops() {
    HostileRule.endLoops();
  }

  static HostileRule[] rulesThatFailAtOnce() {
    return new HostileRule[] {
      HostileRule.throwing(),
      HostileRule.answeringNull(),
      HostileRule.recursing(),
      HostileRule.missingClass(),
      HostileRule.absurdRate("-5"),
      HostileRule.absurdRate("250"),
      HostileRule.foreignCurrency()
    };
  }

  @ParameterizedTest
  @MethodSource("rulesThatFailAtOnce")
  void aRuleThatBreaksItsContractIsAFaultAndNotAnAnswer(HostileRule rule) {
    Plugins plugins = TestPlugins.with(rule);

    Answer<Optional<CommissionProposal>> answer = propose(plugins, rule);

    assertThat(answer.failed()).isTrue();
    assertThat(answer.fault()).contains(rule.kind());
    assertThat(callsOf(plugins).faults()).isEqualTo(1);
    assertThat(callsOf(plugins).lastFault()).isNotBlank();
  }

  @Test
  void aLoopingRuleIsGivenUpAndTheOthersAnswer() {
    HostileRule looping = HostileRule.looping();
    HostileRule ten =
        HostileRule.proposing("good.ten", CommissionProposal.of(Rate.percent("10"), "ten"));
    Plugins plugins = TestPlugins.with(looping, ten);
    long start = System.nanoTime();

    boolean both =
        plugins.converse(
            talk ->
                talk.propose(looping.kind(), Sales.BREAD, new HostileRule.None()).failed()
                    && !talk.propose(ten.kind(), Sales.BREAD, new HostileRule.None()).failed());

    assertThat(both).isTrue();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void aRuleThatNeverComesBackIsQuarantinedAndAskedNoMore() {
    HostileRule looping = HostileRule.looping();
    Plugins plugins = TestPlugins.with(looping);

    for (int quote = 0; quote < 6; quote++) {
      assertThat(propose(plugins, looping).failed()).isTrue();
    }

    assertThat(looping.calls()).isEqualTo(Health.RUNAWAYS_TO_QUARANTINE);
    assertThat(callsOf(plugins).condition()).isEqualTo(PluginView.Condition.QUARANTINED);
    assertThat(callsOf(plugins).runaways()).isEqualTo(3);
  }

  @Test
  void onePauseOfTheMachineDoesNotDecideWhatAVendorPays() {
    HostileRule slowOnce = HostileRule.slowAtFirst(1);
    Plugins plugins = TestPlugins.with(slowOnce);

    assertThat(propose(plugins, slowOnce).failed()).isFalse();
    assertThat(callsOf(plugins).faults()).isEqualTo(1);
  }

  @Test
  void afterThreeFaultsInARowARuleIsPausedUntilItIsTriedAgain() {
    HostileRule throwing = HostileRule.throwing();
    Plugins plugins = TestPlugins.with(throwing);

    for (int quote = 0; quote < 10; quote++) {
      assertThat(propose(plugins, throwing).failed()).isTrue();
    }

    assertThat(throwing.calls()).isEqualTo(Health.FAULTS_TO_PAUSE);
    assertThat(callsOf(plugins).condition()).isEqualTo(PluginView.Condition.PAUSED);
    assertThat(propose(plugins, throwing).fault()).contains("paused", "out of order");
  }

  @Test
  void aKindThatNobodyProvidesIsAFault() {
    Answer<Optional<CommissionProposal>> answer =
        TestPlugins.with()
            .converse(talk -> talk.propose("acme.gone", Sales.BREAD, new HostileRule.None()));

    assertThat(answer.fault()).contains("acme.gone");
  }

  @Test
  void whatTheHostThrowsInAConversationReachesTheCaller() {
    Plugins plugins = TestPlugins.with();

    assertThatThrownBy(
            () ->
                plugins.converse(
                    talk -> {
                      throw new PluginsBusy();
                    }))
        .isInstanceOf(PluginsBusy.class);
  }

  private static Answer<Optional<CommissionProposal>> propose(Plugins plugins, HostileRule rule) {
    return plugins.converse(talk -> talk.propose(rule.kind(), Sales.BREAD, new HostileRule.None()));
  }

  private static PluginView.Calls callsOf(Plugins plugins) {
    return plugins.inventory().extensions().get(0).health().view();
  }
}
