package org.halles.marketplace.dispute;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.halles.marketplace.shared.PlatformClock;
import org.halles.marketplace.testing.Market;
import org.halles.marketplace.testing.Marketplace;
import org.halles.marketplace.testing.OneGateway;
import org.halles.spi.Money;
import org.junit.jupiter.api.Test;

/** What a bank had kept it gives back all the same, wholly or in parts. */
class SecondThoughtsTest extends ChargebackScene {

  /** As if the bank had decided for the vendors at once. */
  @Test
  void wonAfterItWasLostPutsEverybodysPartAndTheFeeBack() {
    deliver(potter, 0);
    Money income = balanceOf("commission_income");
    Money vat = balanceOf("commission_vat_payable");
    String reference = takeBack(3300);
    told(reference, "opened");
    OneGateway.fake().decideChargeback(reference, false);
    told(reference, "lost");
    assertThat(balanceOf("commission_income")).isEqualTo(income.minus(eur(250)));
    theBooksHold();
    OneGateway.fake().decideChargeback(reference, true);

    DisputeView won = told(reference, "won");

    assertThat(won.status()).isEqualTo(DisputeStatus.WON);
    assertThat(won.refunded()).isEqualTo(eur(0));
    assertThat(balance(potter).available()).isEqualTo(eur(2160));
    assertThat(balance(baker).pending()).isEqualTo(eur(840));
    assertThat(balanceOf("commission_income")).isEqualTo(income);
    assertThat(balanceOf("commission_vat_payable")).isEqualTo(vat);
    assertThat(balanceOf("dispute_fee_expense")).isEqualTo(fees);
    assertThat(refundStatus()).isEqualTo("NONE");
    told(reference, "won-again");
    assertThat(balance(potter).available()).isEqualTo(eur(2160));
    refund(3300);
    assertThat(refundStatus()).isEqualTo("REFUNDED");
  }

  @Test
  void wonAfterItWasLostInPartPutsThatPartBackToo() {
    deliver(potter, 0);
    String reference = takeBack(3300);
    told(reference, "opened");
    OneGateway.fake().decideChargeback(reference, eur(1001));
    told(reference, "partly");
    OneGateway.fake().decideChargeback(reference, true);

    DisputeView won = told(reference, "won");

    assertThat(won.status()).isEqualTo(DisputeStatus.WON);
    assertThat(won.refunded()).isEqualTo(eur(0));
    assertThat(balance(potter).available()).isEqualTo(eur(2160));
    assertThat(balance(baker).pending()).isEqualTo(eur(840));
    assertThat(balanceOf("dispute_fee_expense")).isEqualTo(fees);
    assertThat(refundStatus()).isEqualTo("NONE");
  }

  /** 10.01 of 33.00 stay with the buyer, as where the bank decides so at once. */
  @Test
  void aPartGivenBackAfterAllWasLostLeavesWhatStaysWithTheBuyer() {
    deliver(potter, 0);
    String reference = takeBack(3300);
    told(reference, "opened");
    OneGateway.fake().decideChargeback(reference, false);
    told(reference, "lost");
    OneGateway.fake().decideChargeback(reference, eur(1001));

    DisputeView partly = told(reference, "partly");

    assertThat(partly.status()).isEqualTo(DisputeStatus.PARTLY);
    assertThat(partly.refunded()).isEqualTo(eur(1001));
    assertThat(balance(potter).available()).isEqualTo(eur(2160 - 656));
    assertThat(balance(baker).pending()).isEqualTo(eur(840 - 255));
    assertThat(balanceOf("dispute_fee_expense")).isEqualTo(fees.plus(eur(1500)));
    told(reference, "lost-late");
    assertThat(balance(potter).available()).isEqualTo(eur(2160 - 656));
  }

  /** 33.00, then 20.00, then 10.01: each time as if no more had ever been taken. */
  @Test
  void whatStaysWithTheBuyerShrinksAsOftenAsTheBankGivesMoreBack() {
    deliver(potter, 0);
    String reference = takeBack(3300);
    told(reference, "opened");
    OneGateway.fake().decideChargeback(reference, eur(2000));
    assertThat(told(reference, "partly").refunded()).isEqualTo(eur(2000));
    OneGateway.fake().decideChargeback(reference, eur(1001));

    DisputeView less = told(reference, "less");

    assertThat(less.status()).isEqualTo(DisputeStatus.PARTLY);
    assertThat(less.refunded()).isEqualTo(eur(1001));
    assertThat(balance(potter).available()).isEqualTo(eur(2160 - 656));
    assertThat(balance(baker).pending()).isEqualTo(eur(840 - 255));
    theBooksHold();
    OneGateway.fake().decideChargeback(reference, true);
    assertThat(told(reference, "won").refunded()).isEqualTo(eur(0));
    assertThat(balance(potter).available()).isEqualTo(eur(2160));
  }

  /** 21.60 were paid out and are owed; what the bank gives back ends the debt. */
  @Test
  void wonAfterItWasLostEndsTheDebtOfWhatWasPaidOut() {
    deliver(potter, 0);
    Market.payOut(potter.vendorId(), eur(2160));
    String reference = takeBack(3300);
    told(reference, "opened");
    OneGateway.fake().decideChargeback(reference, false);
    told(reference, "lost");
    assertThat(balance(potter).debt()).isEqualTo(eur(2160));
    OneGateway.fake().decideChargeback(reference, true);

    told(reference, "won");

    assertThat(balance(potter).debt()).isEqualTo(eur(0));
    assertThat(balance(potter).available()).isEqualTo(eur(0));
  }

  /** The message that the bank gave the money back got lost: its gateway is asked once a day. */
  @Test
  void aSecondThoughtIsFoundWithinADayWithoutAMessage() throws Exception {
    PlatformClock clock = Marketplace.get(PlatformClock.class);
    String reference = takeBack(3300);
    told(reference, "opened");
    OneGateway.fake().decideChargeback(reference, false);
    told(reference, "lost");
    OneGateway.fake().decideChargeback(reference, true);
    Instant later = clock.instant().plus(Duration.ofHours(25));

    clock.at(later, () -> worker.round());

    assertThat(read(reference).status()).isEqualTo(DisputeStatus.WON);
  }
}
