package org.halles.marketplace.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.commission.Sale;
import org.halles.marketplace.commission.Share;
import org.halles.marketplace.commission.Trace;
import org.halles.marketplace.shared.Texts;
import org.halles.spi.Money;
import org.halles.spi.SaleFacts;
import org.halles.spi.VendorFacts;
import org.junit.jupiter.api.Test;

class TallyTest {

  private static final Instant NOON = Instant.parse("2026-05-01T10:00:00Z");

  private final Tally tally = new Tally();

  @Test
  void currenciesAreNeverAddedUp() {
    sold("four", "EUR", 100, 120);
    sold("four", "USD", 100, 90);

    assertThat(tally.outcome().currencies())
        .extracting(part -> part.currency() + " " + part.total().getDifference())
        .containsExactly("EUR 0.20 EUR", "USD -0.10 USD");
  }

  @Test
  void theLargestChangeComesFirstWhicheverWayItGoes() {
    sold("calm", "EUR", 100, 100);
    sold("dearer", "EUR", 100, 110);
    sold("cheaper", "EUR", 100, 60);

    Outcome.InCurrency euros = tally.outcome().currencies().get(0);

    assertThat(euros.vendors())
        .extracting(Outcome.Row::slug)
        .containsExactly("cheaper", "dearer", "calm");
    assertThat(euros.total().lines()).isEqualTo(3);
    assertThat(euros.total().changed()).isEqualTo(2);
    assertThat(euros.total().before().minor()).isEqualTo(300);
    assertThat(euros.total().after().minor()).isEqualTo(270);
  }

  @Test
  void onlyTheFarthestLinesAreKeptEachOnItsSide() {
    for (int more = 1; more <= 30; more++) {
      sold("four", "EUR", 100, 100 + more);
    }
    sold("four", "EUR", 100, 40);

    Outcome.InCurrency euros = tally.outcome().currencies().get(0);

    assertThat(euros.dearer()).hasSize(10);
    assertThat(euros.dearer().get(0).after().minor()).isEqualTo(130);
    assertThat(euros.dearer().get(9).after().minor()).isEqualTo(121);
    assertThat(euros.cheaper()).singleElement().extracting(l -> l.after().minor()).isEqualTo(40L);
  }

  @Test
  void rulesAreComparedWithRulesAndWhatWasPaidStandsBesideThem() {
    tally.add(
        order("four", "EUR", 120),
        List.of(List.of(share(100, "EUR", false))),
        List.of(List.of(share(100, "EUR", false))));

    Outcome.InCurrency euros = tally.outcome().currencies().get(0);

    assertThat(euros.total().getDifference().isZero()).isTrue();
    assertThat(euros.total().changed()).isZero();
    assertThat(euros.total().paid().minor()).isEqualTo(120);
    assertThat(euros.total().getSincePaid().minor()).isEqualTo(-20);
    assertThat(euros.cheaper()).isEmpty();
  }

  @Test
  void anOutcomeThatWasKeptBeforeRulesWereComparedWithRulesIsStillRead() {
    Money ten = Money.of(10, "EUR");

    Outcome.Change kept = new Outcome.Change(1, 1, ten, null, ten, Money.of(12, "EUR"));

    assertThat(kept.paid()).isEqualTo(ten);
    assertThat(kept.getDifference().minor()).isEqualTo(2);
    assertThat(kept.getSincePaid().isZero()).isTrue();
  }

  @Test
  void aLineThatFellBackIsCountedWithItsReason() {
    tally.add(
        order("four", "EUR", 100),
        List.of(List.of(share(100, "EUR", false))),
        List.of(List.of(share(150, "EUR", true))));

    assertThat(tally.outcome().fallbacks()).isEqualTo(1);
    assertThat(tally.outcome().faults()).containsExactly("Rule: because");
  }

  private void sold(String vendor, String currency, long before, long after) {
    tally.add(
        order(vendor, currency, before),
        List.of(List.of(share(before, currency, false))),
        List.of(List.of(share(after, currency, false))));
  }

  private static Share share(long minor, String currency, boolean fallback) {
    return new Share(
        UUID.randomUUID(),
        1,
        Money.of(minor, currency),
        new Trace("Rule", "test", "because", fallback, List.of()));
  }

  private static PastOrder order(String vendor, String currency, long commission) {
    Money none = Money.of(0, currency);
    SaleFacts facts =
        new SaleFacts(
            new VendorFacts(vendor, vendor, "FR", true, Map.of()),
            "l1",
            "goods",
            List.of("epicerie"),
            Map.of(),
            1,
            Money.of(1_000, currency),
            Money.of(1_000, currency),
            none,
            none,
            "FR",
            NOON,
            LocalDateTime.parse("2026-05-01T12:00:00"));
    return new PastOrder(
        UUID.randomUUID(),
        NOON,
        "H-1",
        new PastOrder.Seller(UUID.randomUUID(), vendor, vendor, "FR", true),
        List.of(
            new PastOrder.Line(
                new Sale(UUID.randomUUID(), facts),
                Texts.of("Bread"),
                "epicerie",
                Texts.of("Grocery"),
                Money.of(commission, currency))));
  }
}
