package org.halles.marketplace.refund;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.pricing.Allocation;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;
import org.junit.jupiter.api.Test;

/** A commission of 7.00, of which 1.00 is fixed, and 20 % VAT on it: 1.40. */
class KeepingTest {

  private static final CurrencyCode EUR = CurrencyCode.of("EUR");
  private static final UUID PART = UUID.randomUUID();

  private final Leg commission = leg(1, Allocation.Kind.COMMISSION, 700);
  private final Leg vat = leg(2, Allocation.Kind.COMMISSION_VAT, 140);
  private final Leg net = leg(3, Allocation.Kind.VENDOR_NET, 6160);
  private final Subject line =
      new Subject(PART, UUID.randomUUID(), EUR, List.of(commission, vat, net));
  private List<Subject> others = List.of();
  private final Map<Long, Kept.Before> before = new HashMap<>();

  @Test
  void halfOfTheRatePartAndNothingOfTheFixedFee() {
    // 50 % of 6.00 is 3.00; of the VAT 3.00/7.00 of 1.40 is 0.60; the vendor's own leg is no matter
    assertThat(keep(5_000, 0, 700, 140)).containsExactly(300L, 60L);
  }

  @Test
  void theFixedFeeAlone() {
    // of half a commission half the fixed fee, 0.50; of the VAT 1/7 of 0.70
    assertThat(keep(0, 10_000, 350, 70)).containsExactly(50L, 10L);
  }

  @Test
  void theVatFollowsTheCommissionOfItsOwnLineOnly() {
    // beside it a commission of 5.00 that is nothing but a fixed fee: no matter of this line's VAT
    others =
        List.of(
            new Subject(
                PART, UUID.randomUUID(), EUR, List.of(leg(4, Allocation.Kind.COMMISSION, 500))));

    assertThat(keep(0, 10_000, 350, 70)).containsExactly(50L, 10L);
  }

  @Test
  void allOfIt() {
    assertThat(keep(10_000, 10_000, 700, 140)).containsExactly(700L, 140L);
  }

  @Test
  void aHundredRefundsOfACentKeepWhatOneOfAEuroDoes() {
    long kept = 0;
    for (int cent = 0; cent < 100; cent++) {
      kept += keep(2_500, 2_500, 1, 0).get(0);
    }
    assertThat(kept).isEqualTo(25);
  }

  @Test
  void neverMoreThanIsTakenNow() {
    before.put(1L, new Kept.Before(BigInteger.valueOf(700L * 7_000_000), 600));

    assertThat(keep(10_000, 10_000, 10, 0).get(0)).isEqualTo(10);
  }

  @Test
  void nothingWhereEverythingGoesBack() {
    assertThat(keep(0, 0, 700, 140)).isEmpty();
  }

  private List<Long> keep(int rate, int fixed, long commissionBack, long vatBack) {
    GiveBackTerms terms = new GiveBackTerms(GiveBackReason.REFUND, rate, fixed, 10_000, false);
    List<Taken> taken =
        List.of(
                new Taken(commission, eur(commissionBack)),
                new Taken(vat, eur(vatBack)),
                new Taken(net, eur(100)))
            .stream()
            .filter(one -> one.amount().isPositive())
            .toList();
    List<Kept> kept =
        new Keeping(terms, subjects(), Map.of(1L, eur(100), 4L, eur(500)), before).of(taken);
    kept.forEach(this::remember);
    return kept.stream().map(one -> one.amount().minor()).toList();
  }

  private List<Subject> subjects() {
    List<Subject> all = new ArrayList<>(others);
    all.add(line);
    return all;
  }

  private void remember(Kept kept) {
    Kept.Before past = before.getOrDefault(kept.leg().id(), Kept.Before.NOTHING);
    before.put(
        kept.leg().id(),
        new Kept.Before(
            past.weighted().add(kept.weight().multiply(BigInteger.valueOf(kept.taken().minor()))),
            past.amount() + kept.amount().minor()));
  }

  private static Leg leg(long id, Allocation.Kind kind, long minor) {
    return new Leg(id, PART, "platform", kind, eur(minor), eur(0));
  }

  private static Money eur(long minor) {
    return Money.of(minor, EUR);
  }
}
