package org.halles.plugins.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.spi.Money;
import org.halles.spi.PaymentGateway;
import org.halles.spi.PaymentGateway.ChargeRequest;
import org.halles.spi.PaymentGateway.Chargeback;
import org.halles.spi.PaymentGateway.ChargebackState;
import org.halles.spi.PaymentGateway.GatewayEvent;
import org.halles.spi.PaymentGateway.RefundRequest;
import org.halles.spi.PaymentOutcome;
import org.halles.spi.PaymentOutcome.Approved;
import org.junit.jupiter.api.Test;

/** The simulated bank takes 100.00 back, and decides. */
class SandboxChargebacksTest {

  private static final Money TOTAL = Money.of(10_000, "EUR");

  private final SettableClock clock = new SettableClock();
  private final SandboxGateway gateway =
      new SandboxGateway(SandboxDatabase::dataSource, clock, Thread::sleep);
  private final String charge = charged();
  private final Instant begin = clock.instant();

  @Test
  void what_a_bank_took_back_is_open_and_cannot_be_refunded_as_well() {
    String reference = takeBack(7_500);

    Chargeback open = gateway.chargeback(reference).orElseThrow();
    assertThat(open.state()).isEqualTo(ChargebackState.OPEN);
    assertThat(open.amount()).isEqualTo(Money.of(7_500, "EUR"));
    assertThat(open.fee()).isEqualTo(Money.of(1_500, "EUR"));
    assertThat(gateway.chargeBack(charge, Money.of(2_501, "EUR"), "fraudulent")).isEmpty();
    assertThat(refund(2_501)).isNotInstanceOf(Approved.class);
    assertThat(refund(2_500)).isInstanceOf(Approved.class);
  }

  @Test
  void won_gives_money_and_fee_back_and_the_first_decision_stands() {
    String reference = takeBack(10_000);

    assertThat(gateway.contest(reference, PaymentGateway.Evidence.of("Signed for."))).isTrue();
    assertThat(gateway.contest(reference, PaymentGateway.Evidence.of("Signed for."))).isTrue();
    gateway.decideChargeback(reference, true);
    gateway.decideChargeback(reference, false);

    Chargeback won = gateway.chargeback(reference).orElseThrow();
    assertThat(won.state()).isEqualTo(ChargebackState.WON);
    assertThat(won.fee()).isEqualTo(Money.of(0, "EUR"));
    assertThat(gateway.accept(reference)).isFalse();
    assertThat(refund(10_000)).isInstanceOf(Approved.class);
  }

  /** Of 100.00 the bank gives 60.00 back: those can be refunded, the fee and 40.00 are gone. */
  @Test
  void partly_won_gives_a_part_back_and_keeps_the_fee() {
    String reference = takeBack(10_000);

    gateway.decideChargeback(reference, Money.of(4_000, "EUR"));
    gateway.decideChargeback(reference, true);

    Chargeback partly = gateway.chargeback(reference).orElseThrow();
    assertThat(partly.state()).isEqualTo(ChargebackState.PARTLY);
    assertThat(partly.kept()).isEqualTo(Money.of(4_000, "EUR"));
    assertThat(partly.fee()).isEqualTo(Money.of(1_500, "EUR"));
    assertThat(gateway.transactionsSince(begin, 100_000))
        .filteredOn(line -> line.reference().equals(reference))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.status()).isEqualTo("succeeded");
              assertThat(line.amount()).isEqualTo(Money.of(4_000, "EUR"));
            });
    assertThat(refund(6_001)).isNotInstanceOf(Approved.class);
    assertThat(refund(6_000)).isInstanceOf(Approved.class);
  }

  @Test
  void nobody_contests_what_is_lost_or_too_late() {
    String accepted = takeBack(5_000);
    assertThat(gateway.accept(accepted)).isTrue();
    assertThat(gateway.contest(accepted, PaymentGateway.Evidence.of("Signed for."))).isFalse();

    String late = takeBack(5_000);
    clock.pass(Duration.ofDays(8));
    assertThat(gateway.contest(late, PaymentGateway.Evidence.of("Signed for."))).isFalse();
    assertThat(gateway.chargeback(late).orElseThrow().state()).isEqualTo(ChargebackState.OPEN);
  }

  @Test
  void each_step_has_a_signed_message_and_a_line_in_the_journal() {
    String reference = takeBack(10_000);
    List<GatewayEvent> events =
        gateway.messagesSince(begin, 100_000).stream()
            .flatMap(one -> gateway.verify(one.body(), one.headers()).stream())
            .filter(one -> one.idempotencyKey().equals(reference))
            .toList();

    assertThat(events).extracting(GatewayEvent::type).containsExactly("chargeback.open");
    assertThat(gateway.transactionsSince(begin, 100_000))
        .filteredOn(line -> line.reference().equals(reference))
        .singleElement()
        .satisfies(line -> assertThat(line.status()).isEqualTo("pending"));
    assertThat(gateway.chargebacksSince(begin, 100_000))
        .extracting(Chargeback::reference)
        .contains(reference);
  }

  private String charged() {
    String key = UUID.randomUUID().toString();
    gateway.charge(new ChargeRequest(key, TOTAL, "approved", "H-1", "/orders/H-1", Map.of()));
    return key;
  }

  private String takeBack(long minor) {
    return gateway.chargeBack(charge, Money.of(minor, "EUR"), "fraudulent").orElseThrow();
  }

  private PaymentOutcome refund(long minor) {
    String key = UUID.randomUUID().toString();
    return gateway.refund(new RefundRequest(key, charge, Money.of(minor, "EUR"), "R-1"));
  }
}
