package org.halles.marketplace.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.ledger.Templates.Share;
import org.halles.spi.Money;
import org.junit.jupiter.api.Test;

/** Templates of money that is held, owed or on its way, with figures worked out by hand. */
class PassingMoneyTemplatesTest {

  private static final UUID BAKER = new UUID(0, 1);
  private static final UUID POTTER = new UUID(0, 2);
  private static final UUID BREAD = new UUID(1, 1);
  private static final UUID BOWLS = new UUID(1, 2);
  private static final UUID PAYOUT = new UUID(2, 1);
  private static final Source SOURCE = new Source("test", "8", Instant.EPOCH, null);

  /** 12.30 for bread, 50.00 for bowls, and a fee of 1.00 that belongs to neither. */
  @Test
  void heldMoneyIsAMemoForEachPart() {
    Map<UUID, Money> parts = new LinkedHashMap<>();
    parts.put(BREAD, eur(1230));
    parts.put(BOWLS, eur(5000));

    assertThat(words(Templates.authorised(SOURCE, parts, eur(100))))
        .containsExactly(
            "D auth_hold 12.30 EUR",
            "C auth_contra 12.30 EUR",
            "D auth_hold 50.00 EUR",
            "C auth_contra 50.00 EUR",
            "D auth_hold 1.00 EUR",
            "C auth_contra 1.00 EUR");
  }

  /** The baker owes 4.20 and has 10.00; the potter was asked for 0.80 too much. */
  @Test
  void debtsArePaidFromWhatIsAvailableAndTooMuchGoesBack() {
    Map<UUID, Money> offsets = new LinkedHashMap<>();
    offsets.put(BAKER, eur(420));
    offsets.put(POTTER, eur(-80));

    assertThat(words(Templates.debtOffset(SOURCE, offsets)))
        .containsExactly(
            "D vendor_available:" + BAKER + " 4.20 EUR",
            "C vendor_receivable:" + BAKER + " 4.20 EUR",
            "D vendor_receivable:" + POTTER + " 0.80 EUR",
            "C vendor_available:" + POTTER + " 0.80 EUR");
  }

  @Test
  void aPayoutThatArrivedIsOnItsWayNoMore() {
    assertThat(words(Templates.payoutPaid(SOURCE, PAYOUT, Chart.bank("sepa"), eur(1082))))
        .containsExactly("D payout_in_transit:" + PAYOUT + " 10.82 EUR", "C bank:sepa 10.82 EUR");
  }

  /** 15.00 came for an order of 14.00: applied, and 1.00 sent back. */
  @Test
  void aTransferIsItsBuyersUntilAllOfItIsThere() {
    assertThat(words(Templates.depositReceived(SOURCE, "bank-transfer", eur(1500))))
        .containsExactly("D psp_clearing:bank-transfer 15.00 EUR", "C buyer_deposit 15.00 EUR");
    assertThat(words(Templates.depositApplied(SOURCE, "bank-transfer", eur(1400))))
        .containsExactly("D buyer_deposit 14.00 EUR", "C psp_clearing:bank-transfer 14.00 EUR");
    assertThat(words(Templates.depositReturned(SOURCE, "bank-transfer", eur(100))))
        .containsExactly("D buyer_deposit 1.00 EUR", "C psp_clearing:bank-transfer 1.00 EUR");
  }

  /** 24.00 for bowls were paid at the door: 21.60 are the potter's, 2.40 it owes. */
  @Test
  void whoTakesTheCashGivesAllOfItItsOwnPartFirst() {
    List<Share> shares =
        List.of(
            new Share(Chart.vendorPending(POTTER), eur(2160), BOWLS),
            new Share(Chart.vendorReceivable(POTTER), eur(240), BOWLS));

    assertThat(words(Templates.cashKept(SOURCE, "cash", shares, eur(2400))))
        .containsExactly(
            "D vendor_pending:" + POTTER + " 21.60 EUR",
            "D vendor_receivable:" + POTTER + " 2.40 EUR",
            "C psp_clearing:cash 24.00 EUR");
  }

  /** 6.00 of it go back from the potter's own hand. */
  @Test
  void whoGivesCashBackIsCreditedWithIt() {
    assertThat(words(Templates.cashReturned(SOURCE, "cash", POTTER, BOWLS, eur(600))))
        .containsExactly(
            "D psp_clearing:cash 6.00 EUR", "C vendor_available:" + POTTER + " 6.00 EUR");
  }

  /** A subscription of 30.00 with 6.00 VAT, of a vendor that has 20.00. */
  @Test
  void aFeeIsTakenFromWhatTheVendorHasAndTheRestIsADebt() {
    assertThat(
            words(
                Templates.vendorFee(
                    SOURCE,
                    List.of(
                        new Share(Chart.vendorAvailable(BAKER), eur(2000), null),
                        new Share(Chart.vendorReceivable(BAKER), eur(1600), null)),
                    eur(3000),
                    eur(600))))
        .containsExactly(
            "D vendor_available:" + BAKER + " 20.00 EUR",
            "D vendor_receivable:" + BAKER + " 16.00 EUR",
            "C vendor_fee_income 30.00 EUR",
            "C commission_vat_payable 6.00 EUR");
  }

  @Test
  void aGiftCardIsOwedUntilItExpires() {
    assertThat(words(Templates.creditIssued(SOURCE, Chart.bank("sepa"), eur(2500))))
        .containsExactly("D bank:sepa 25.00 EUR", "C store_credit 25.00 EUR");
    assertThat(words(Templates.creditExpired(SOURCE, Chart.BREAKAGE_INCOME, eur(700))))
        .containsExactly("D store_credit 7.00 EUR", "C breakage_income 7.00 EUR");
  }

  /** Whoever adds a template works its figures out by hand, here or in {@link TemplatesTest}. */
  @Test
  void everyTemplateHasItsFigures() throws IOException {
    Path here = Path.of("src/test/java/org/halles/marketplace/ledger");
    String tests =
        Files.readString(here.resolve("TemplatesTest.java"))
            + Files.readString(here.resolve("PassingMoneyTemplatesTest.java"));

    assertThat(Templates.class.getDeclaredMethods())
        .filteredOn(method -> Modifier.isPublic(method.getModifiers()))
        .extracting(Method::getName)
        .filteredOn(template -> !tests.contains("Templates." + template + "("))
        .isEmpty();
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
