package org.halles.marketplace.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.ledger.Templates.Share;
import org.halles.spi.Money;
import org.junit.jupiter.api.Test;

/** Every template with figures worked out by hand. */
class TemplatesTest {

  private static final UUID BAKER = new UUID(0, 1);
  private static final UUID POTTER = new UUID(0, 2);
  private static final UUID BREAD = new UUID(1, 1);
  private static final UUID BOWLS = new UUID(1, 2);
  private static final Source SOURCE = new Source("test", "7", Instant.EPOCH, null);

  /**
   * A buyer pays 57.30: bread for 12.30 and bowls for 50.00, less a gift of 5.00 by the platform.
   * Of the bread 1.23 is commission and 0.25 its VAT; of the bowls 6.00 and 1.20.
   */
  @Test
  void aCaptureGivesEachItsFrozenShareAndThePlatformPaysItsGift() {
    Entry entry =
        Templates.capture(
            SOURCE,
            "sandbox",
            eur(5730),
            List.of(new Share(Chart.PROMO_EXPENSE, eur(500), BOWLS)),
            List.of(
                new Share(Chart.vendorPending(BAKER), eur(1082), BREAD),
                new Share(Chart.COMMISSION_INCOME, eur(123), BREAD),
                new Share(Chart.COMMISSION_VAT_PAYABLE, eur(25), BREAD),
                new Share(Chart.vendorPending(POTTER), eur(4280), BOWLS),
                new Share(Chart.COMMISSION_INCOME, eur(600), BOWLS),
                new Share(Chart.COMMISSION_VAT_PAYABLE, eur(120), BOWLS)));

    assertThat(words(entry))
        .containsExactly(
            "D psp_clearing:sandbox 57.30 EUR",
            "D promo_expense 5.00 EUR",
            "C vendor_pending:" + BAKER + " 10.82 EUR",
            "C commission_income 1.23 EUR",
            "C commission_vat_payable 0.25 EUR",
            "C vendor_pending:" + POTTER + " 42.80 EUR",
            "C commission_income 6.00 EUR",
            "C commission_vat_payable 1.20 EUR");
  }

  /** A card of 50.00 is bought; 14.00 of it are spent when the bank takes the 50.00 back. */
  @Test
  void aGiftCardThatIsBoughtIsOwedAndWhatWasSpentOfALostOneIsABadDebt() {
    Share owed = new Share(Chart.STORE_CREDIT, eur(5000), null);
    assertThat(words(Templates.capture(SOURCE, "sandbox", eur(5000), List.of(), List.of(owed))))
        .containsExactly("D psp_clearing:sandbox 50.00 EUR", "C store_credit 50.00 EUR");
    assertThat(
            words(
                Templates.refund(
                    SOURCE, Map.of("sandbox", eur(5000)), eur(0), List.of(owed), List.of())))
        .containsExactly("D store_credit 50.00 EUR", "C refund_in_flight:sandbox 50.00 EUR");
    assertThat(
            words(
                Templates.chargebackLost(
                    SOURCE,
                    "sandbox",
                    eur(5000),
                    List.of(
                        new Share(Chart.STORE_CREDIT, eur(3600), null),
                        new Share(Chart.BAD_DEBT, eur(1400), null)),
                    List.of())))
        .containsExactly(
            "D store_credit 36.00 EUR", "D bad_debt 14.00 EUR", "C dispute_held:sandbox 50.00 EUR");
  }

  /**
   * 44.00 went back as store credit, of which 4.00 are left; then the bank takes 10.00 of the
   * charge back: the credit gives its 4.00, and 6.00 are lost.
   */
  @Test
  void whatABankTakesOfMoneyThatWentBackAlreadyIsCreditTakenAgainAndALoss() {
    Entry entry =
        Templates.chargebackUncovered(SOURCE, "sandbox", eur(1000), eur(400), "had it as credit");
    assertThat(words(entry))
        .containsExactly(
            "D store_credit 4.00 EUR", "D bad_debt 6.00 EUR", "C psp_clearing:sandbox 10.00 EUR");
    assertThat(entry.reason()).isEqualTo("had it as credit");
    assertThat(
            words(Templates.chargebackUncovered(SOURCE, "sandbox", eur(1000), eur(0), "in cash")))
        .containsExactly("D bad_debt 10.00 EUR", "C psp_clearing:sandbox 10.00 EUR");
    assertThat(
            words(Templates.chargebackUncovered(SOURCE, "sandbox", eur(400), eur(400), "unused")))
        .containsExactly("D store_credit 4.00 EUR", "C psp_clearing:sandbox 4.00 EUR");
  }

  /** The baker owes 24.00 and has closed: 20.00 will never come. */
  @Test
  void aDebtThatNobodyWillPayIsALoss() {
    Entry entry =
        Templates.writeOff(SOURCE, Chart.vendorReceivable(BAKER), eur(2000), "closed for good");
    assertThat(words(entry))
        .containsExactly("D bad_debt 20.00 EUR", "C vendor_receivable:" + BAKER + " 20.00 EUR");
    assertThat(entry.reason()).isEqualTo("closed for good");
  }

  @Test
  void taxThatWasOwedIsPaidFromTheBank() {
    Entry entry =
        Templates.taxRemitted(
            SOURCE, Chart.taxPayable("FR"), Chart.bank("sepa"), eur(600), "CA3 2026-10");
    assertThat(words(entry)).containsExactly("D tax_payable:FR 6.00 EUR", "C bank:sepa 6.00 EUR");
    assertThat(entry.reason()).isEqualTo("CA3 2026-10");
  }

  @Test
  void aGatewayFeeIsThePlatformsExpense() {
    assertThat(words(Templates.gatewayFee(SOURCE, "sandbox", eur(105))))
        .containsExactly("D psp_fee_expense 1.05 EUR", "C psp_clearing:sandbox 1.05 EUR");
  }

  @Test
  void whatVendorsBearPaysForTheGatewayFeeFirst() {
    assertThat(
            words(
                Templates.gatewayFeeBorne(
                    SOURCE, List.of(new Share(Chart.vendorPending(BAKER), eur(36), BREAD)))))
        .containsExactly("D vendor_pending:" + BAKER + " 0.36 EUR", "C psp_fee_accrual 0.36 EUR");
    assertThat(words(Templates.gatewayFee(SOURCE, "sandbox", eur(105), eur(36))))
        .containsExactly(
            "D psp_fee_accrual 0.36 EUR",
            "D psp_fee_expense 0.69 EUR",
            "C psp_clearing:sandbox 1.05 EUR");
    assertThat(words(Templates.gatewayFee(SOURCE, "sandbox", eur(30), eur(36))))
        .containsExactly(
            "D psp_fee_accrual 0.36 EUR",
            "C psp_fee_expense 0.06 EUR",
            "C psp_clearing:sandbox 0.30 EUR");
  }

  @Test
  void aFeeTheGatewayTellsLaterUsesWhatVendorsGaveForIt() {
    assertThat(
            words(Templates.gatewayFeeCorrection(SOURCE, "sandbox", eur(105), eur(36), "agreed")))
        .containsExactly(
            "D psp_fee_accrual 0.36 EUR",
            "D psp_fee_expense 0.69 EUR",
            "C psp_clearing:sandbox 1.05 EUR");
    assertThat(words(Templates.gatewayFeeCorrection(SOURCE, "sandbox", eur(-5), eur(0), "less")))
        .containsExactly("C psp_fee_expense 0.05 EUR", "D psp_clearing:sandbox 0.05 EUR");
  }

  /** Half of a commission of 2.00 and its VAT of 0.40, of which the vendor has 0.70 left. */
  @Test
  void whatThePlatformKeepsOfItsCommissionIsTheVendorsToPay() {
    assertThat(
            words(
                Templates.commissionKept(
                    SOURCE,
                    List.of(
                        new Share(Chart.vendorAvailable(BAKER), eur(70), BREAD),
                        new Share(Chart.vendorReceivable(BAKER), eur(50), BREAD)),
                    List.of(
                        new Share(Chart.COMMISSION_INCOME, eur(100), BREAD),
                        new Share(Chart.COMMISSION_VAT_PAYABLE, eur(20), BREAD)))))
        .containsExactly(
            "D vendor_available:" + BAKER + " 0.70 EUR",
            "D vendor_receivable:" + BAKER + " 0.50 EUR",
            "C commission_income 1.00 EUR",
            "C commission_vat_payable 0.20 EUR");
  }

  @Test
  void goodwillIsThePlatformsExpenseUntilEverythingGoesBack() {
    assertThat(words(Templates.goodwill(SOURCE, Map.of("sandbox", eur(1000)))))
        .containsExactly("D goodwill_expense 10.00 EUR", "C refund_in_flight:sandbox 10.00 EUR");
    assertThat(
            words(
                Templates.refund(
                    SOURCE,
                    Map.of("sandbox", eur(6300)),
                    eur(100),
                    List.of(new Share(Chart.vendorPending(BAKER), eur(6400), BREAD)),
                    List.of())))
        .containsExactly(
            "D vendor_pending:" + BAKER + " 64.00 EUR",
            "C goodwill_expense 1.00 EUR",
            "C refund_in_flight:sandbox 63.00 EUR");
  }

  @Test
  void whatOneGatewayRefusesGoesBackThroughAnother() {
    assertThat(words(Templates.refundRerouted(SOURCE, "sandbox", "bank-transfer", eur(500))))
        .containsExactly(
            "D refund_in_flight:sandbox 5.00 EUR", "C refund_in_flight:bank-transfer 5.00 EUR");
  }

  @Test
  void whatIsDeliveredBecomesAvailableLessTheReserve() {
    assertThat(words(Templates.delivered(SOURCE, BAKER, BREAD, eur(1082), eur(108))))
        .containsExactly(
            "D vendor_pending:" + BAKER + " 10.82 EUR",
            "C vendor_reserve:" + BAKER + " 1.08 EUR",
            "C vendor_available:" + BAKER + " 9.74 EUR");
    assertThat(words(Templates.delivered(SOURCE, BAKER, BREAD, eur(1082), eur(0)))).hasSize(2);
  }

  /** The 1.08 that were kept back of the bread's 10.82. */
  @Test
  void aReserveThatWasKeptLongEnoughBecomesAvailable() {
    assertThat(words(Templates.reserveReleased(SOURCE, BAKER, BREAD, eur(108))))
        .containsExactly(
            "D vendor_reserve:" + BAKER + " 1.08 EUR", "C vendor_available:" + BAKER + " 1.08 EUR");
  }

  /** The baker has 6.00 of the 10.82 pending and 4.82 available: both wait. */
  @Test
  void whatABuyerDisputesWaitsWhereverItWas() {
    assertThat(
            words(
                Templates.disputeHeld(
                    SOURCE,
                    BAKER,
                    List.of(
                        new Share(Chart.vendorPending(BAKER), eur(600), BREAD),
                        new Share(Chart.vendorAvailable(BAKER), eur(482), BREAD)))))
        .containsExactly(
            "D vendor_pending:" + BAKER + " 6.00 EUR",
            "C vendor_dispute_hold:" + BAKER + " 6.00 EUR",
            "D vendor_available:" + BAKER + " 4.82 EUR",
            "C vendor_dispute_hold:" + BAKER + " 4.82 EUR");
  }

  /** The bank takes the bread's 12.30 back: 10.82 are the baker's, who has 10.00 left. */
  @Test
  void aChargebackTakesTheMoneyFromTheGatewayAndSetsTheVendorsPartAside() {
    assertThat(
            words(
                Templates.chargebackOpened(
                    SOURCE,
                    "sandbox",
                    eur(1230),
                    Map.of(
                        BAKER,
                        List.of(
                            new Share(Chart.vendorAvailable(BAKER), eur(1000), BREAD),
                            new Share(Chart.vendorReceivable(BAKER), eur(82), BREAD))))))
        .containsExactly(
            "D dispute_held:sandbox 12.30 EUR",
            "C psp_clearing:sandbox 12.30 EUR",
            "D vendor_available:" + BAKER + " 10.00 EUR",
            "C vendor_dispute_hold:" + BAKER + " 10.00 EUR",
            "D vendor_receivable:" + BAKER + " 0.82 EUR",
            "C vendor_dispute_hold:" + BAKER + " 0.82 EUR");
    assertThat(words(Templates.chargebackFee(SOURCE, "sandbox", eur(1500))))
        .containsExactly("D dispute_fee_expense 15.00 EUR", "C psp_clearing:sandbox 15.00 EUR");
  }

  /** 10.82 waited; 1.23 was commission and 0.25 its VAT. */
  @Test
  void aLostChargebackTakesEverybodysPart() {
    assertThat(
            words(
                Templates.chargebackLost(
                    SOURCE,
                    "sandbox",
                    eur(1230),
                    List.of(
                        new Share(Chart.vendorDisputeHold(BAKER), eur(1082), BREAD),
                        new Share(Chart.COMMISSION_INCOME, eur(123), BREAD),
                        new Share(Chart.COMMISSION_VAT_PAYABLE, eur(25), BREAD)),
                    List.of())))
        .containsExactly(
            "D vendor_dispute_hold:" + BAKER + " 10.82 EUR",
            "D commission_income 1.23 EUR",
            "D commission_vat_payable 0.25 EUR",
            "C dispute_held:sandbox 12.30 EUR");
  }

  @Test
  void moneyThatCameTooLateIsOwedAndThenPaidBack() {
    assertThat(words(Templates.lateCapture(SOURCE, "sandbox", eur(999))))
        .containsExactly("D psp_clearing:sandbox 9.99 EUR", "C refund_in_flight:sandbox 9.99 EUR");
    assertThat(words(Templates.refundPaid(SOURCE, "sandbox", eur(999))))
        .containsExactly("D refund_in_flight:sandbox 9.99 EUR", "C psp_clearing:sandbox 9.99 EUR");
  }

  @Test
  void aReversalTurnsAnEntryRoundAndNamesIt() {
    EntryView fee =
        new EntryView(
            41,
            "gateway-fee",
            "test",
            "7",
            Instant.EPOCH,
            LocalDate.EPOCH,
            "",
            null,
            List.of(
                posting(Side.DEBIT, Chart.PSP_FEE_EXPENSE),
                posting(Side.CREDIT, "psp_clearing:x")));

    Entry reversal = Templates.reversal(fee, SOURCE, "booked twice");

    assertThat(reversal.reverses()).isEqualTo(41);
    assertThat(reversal.reason()).isEqualTo("booked twice");
    assertThat(words(reversal))
        .containsExactly("D psp_clearing:x 1.00 EUR", "C psp_fee_expense 1.00 EUR");
  }

  @Test
  void anEntryThatDoesNotBalanceIsNotMade() {
    Entry.Draft off =
        Entry.draft("x", SOURCE)
            .debit("bank:main", eur(100), null)
            .credit("store_credit", eur(99), null);

    assertThatThrownBy(off::finish)
        .hasMessageContaining("does not balance")
        .hasMessageContaining("0.01 EUR");
  }

  /**
   * A cake of 100.00 that a blog recommended: 83.33 without VAT, of which the platform offers 5 %,
   * 4.17, and the baker 3 %, 2.50. Commission is 12.00 and the VAT on it 2.40.
   */
  @Test
  void whoSentTheBuyerIsPaidByWhoeverOfferedIt() {
    String pending = Chart.affiliatePending("blog");
    Entry capture =
        Templates.capture(
            SOURCE,
            "sandbox",
            eur(10_000),
            List.of(new Share(Chart.AFFILIATE_EXPENSE, eur(417), BREAD)),
            List.of(
                new Share(Chart.vendorPending(BAKER), eur(8310), BREAD),
                new Share(Chart.COMMISSION_INCOME, eur(1200), BREAD),
                new Share(Chart.COMMISSION_VAT_PAYABLE, eur(240), BREAD),
                new Share(pending, eur(667), BREAD)));
    assertThat(words(capture))
        .containsExactly(
            "D psp_clearing:sandbox 100.00 EUR",
            "D affiliate_expense 4.17 EUR",
            "C vendor_pending:" + BAKER + " 83.10 EUR",
            "C commission_income 12.00 EUR",
            "C commission_vat_payable 2.40 EUR",
            "C affiliate_pending:blog 6.67 EUR");
    assertThat(words(Templates.affiliateMatured(SOURCE, "blog", BREAD, eur(667))))
        .containsExactly(
            "D affiliate_pending:blog 6.67 EUR", "C affiliate_available:blog 6.67 EUR");
  }

  /**
   * 6.67 were paid for a cake that came back; then 4.00 are earned, of which 3.00 were too much.
   */
  @Test
  void anAffiliatesDebtIsPaidByItsNextSalesAndGivenBackIfItWasTooLarge() {
    assertThat(words(Templates.affiliateOffset(SOURCE, Map.of("blog", eur(400)))))
        .containsExactly(
            "D affiliate_available:blog 4.00 EUR", "C affiliate_receivable:blog 4.00 EUR");
    assertThat(words(Templates.affiliateOffset(SOURCE, Map.of("blog", eur(-300)))))
        .containsExactly(
            "D affiliate_receivable:blog 3.00 EUR", "C affiliate_available:blog 3.00 EUR");
  }

  @Test
  void aPayoutLeavesTheAccountOfWhoeverIsPaidAndComesBackThere() {
    UUID payout = new UUID(2, 1);
    String fund = Chart.thirdPartyPayable("entraide");
    assertThat(words(Templates.payoutCreated(SOURCE, fund, payout, eur(150))))
        .containsExactly(
            "D third_party_payable:entraide 1.50 EUR",
            "C payout_in_transit:" + payout + " 1.50 EUR");
    assertThat(words(Templates.payoutReturned(SOURCE, fund, Chart.bank("sepa"), eur(150))))
        .containsExactly("D bank:sepa 1.50 EUR", "C third_party_payable:entraide 1.50 EUR");
    assertThat(words(Templates.payoutCancelled(SOURCE, fund, payout, eur(150))))
        .containsExactly(
            "D payout_in_transit:" + payout + " 1.50 EUR",
            "C third_party_payable:entraide 1.50 EUR");
  }

  @Test
  void twoCurrenciesDoNotBalanceEachOther() {
    Entry.Draft mixed =
        Entry.draft("x", SOURCE)
            .debit("bank:main", eur(100), null)
            .credit("store_credit", Money.of(100, "USD"), null);

    assertThatThrownBy(mixed::finish).hasMessageContaining("EUR").hasMessageContaining("USD");
  }

  @Test
  void anAddressOutsideTheChartIsRefused() {
    assertThatThrownBy(() -> Entry.draft("x", SOURCE).debit("rounding", eur(1), null))
        .hasMessageContaining("'rounding' is not in the chart");
  }

  private static PostingView posting(Side side, String address) {
    return new PostingView(
        1, 41, "gateway-fee", "test", "7", Instant.EPOCH, address, side, eur(100), null, null);
  }

  private static Money eur(long minor) {
    return Money.of(minor, "EUR");
  }

  private static List<String> words(Entry entry) {
    return entry.lines().stream()
        .map(line -> line.side().letter() + " " + line.address() + " " + line.amount())
        .toList();
  }
}
