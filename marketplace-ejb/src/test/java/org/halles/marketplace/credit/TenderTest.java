package org.halles.marketplace.credit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.halles.marketplace.credit.Tender.Purse;
import org.halles.spi.Money;
import org.junit.jupiter.api.Test;

/** Worked by hand: a potter's part of 14.00 and a baker's of 9.00, and cards that pay of them. */
class TenderTest {

  private static final List<Money> PARTS = euros(1_400, 900);

  @Test
  void eachCardIsSharedByWhatIsOutstanding() {
    // 5.00 x 14/23 = 3.0435, x 9/23 = 1.9565; outstanding 10.96 and 7.04 of 18.00:
    // 3.00 x 10.96/18 = 1.8267, x 7.04/18 = 1.1733
    List<Tender> tenders = Tender.divide(purses(500, 300), PARTS);

    assertThat(tenders).extracting(Tender::amount).containsExactly(eur(500), eur(300));
    assertThat(tenders.get(0).parts()).isEqualTo(euros(304, 196));
    assertThat(tenders.get(1).parts()).isEqualTo(euros(183, 117));
    assertThat(Tender.outstanding(PARTS, tenders)).isEqualTo(euros(913, 587));
  }

  @Test
  void noCardPaysMoreThanIsOutstandingAndAnEmptyOnePaysNothing() {
    List<Tender> tenders = Tender.divide(purses(2_000, 0, 1_000, 700), PARTS);

    assertThat(tenders).extracting(Tender::amount).containsExactly(eur(2_000), eur(300));
    assertThat(Tender.outstanding(PARTS, tenders)).isEqualTo(euros(0, 0));
  }

  @Test
  void everyPaymentIsItsOwnOfItsOwnCard() {
    List<Purse> purses = purses(500, 300);

    List<Tender> tenders = Tender.divide(purses, PARTS);

    assertThat(tenders)
        .extracting(Tender::creditId)
        .containsExactly(purses.get(0).creditId(), purses.get(1).creditId());
    assertThat(tenders).extracting(Tender::paymentId).doesNotContainNull().doesNotHaveDuplicates();
  }

  @Test
  void withoutCardsEverythingIsOutstanding() {
    assertThat(Tender.divide(List.of(), PARTS)).isEmpty();
    assertThat(Tender.outstanding(PARTS, List.of())).isEqualTo(PARTS);
  }

  private static List<Purse> purses(long... cents) {
    return LongStream.of(cents).mapToObj(one -> new Purse(UUID.randomUUID(), eur(one))).toList();
  }

  private static List<Money> euros(long... cents) {
    return Arrays.stream(cents).mapToObj(TenderTest::eur).toList();
  }

  private static Money eur(long cents) {
    return Money.of(cents, "EUR");
  }
}
