package org.halles.marketplace.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.halles.marketplace.ledger.Templates.Share;
import org.halles.spi.Money;

/** What holds of every entry, whatever the amounts. */
class EntryPropertiesTest {

  private static final Source SOURCE = new Source("test", "1", Instant.EPOCH, null);

  @Property
  void aCaptureBalancesWhateverTheShares(
      @ForAll @Size(min = 1, max = 60) List<@LongRange(min = 0, max = 1L << 40) Long> amounts,
      @ForAll @LongRange(min = 0, max = 1000) long gift) {
    List<Share> shares = new ArrayList<>();
    amounts.forEach(minor -> shares.add(share(new UUID(0, shares.size()), minor + 1)));
    long paid = shares.stream().mapToLong(share -> share.amount().minor()).sum() - gift;
    if (paid <= 0) {
      return;
    }

    Entry entry =
        Templates.capture(
            SOURCE, "g", eur(paid), List.of(new Share("promo_expense", eur(gift), null)), shares);

    assertThat(sums(entry.lines()).values().stream().mapToLong(Long::longValue).sum()).isZero();
    assertThat(entry.lines()).allMatch(line -> line.amount().isPositive());
  }

  @Property
  void aCaptureThatIsOffByAnythingIsRefused(
      @ForAll @LongRange(min = 1, max = 1L << 40) long share,
      @ForAll @LongRange(min = 1, max = 1L << 40) long paid) {
    if (share == paid) {
      return;
    }
    List<Share> shares = List.of(share(new UUID(0, 1), share));

    assertThatThrownBy(() -> Templates.capture(SOURCE, "g", eur(paid), List.of(), shares))
        .hasMessageContaining("does not balance");
  }

  @Property
  void anEntryAndItsReversalLeaveEveryAccountWhereItWas(
      @ForAll @Size(min = 1, max = 20) List<@LongRange(min = 1, max = 1L << 40) Long> amounts) {
    List<Share> shares = new ArrayList<>();
    amounts.forEach(minor -> shares.add(share(new UUID(0, shares.size() % 3), minor)));
    long paid = amounts.stream().mapToLong(Long::longValue).sum();
    Entry entry = Templates.capture(SOURCE, "g", eur(paid), List.of(), shares);

    Entry reversal = Templates.reversal(posted(entry), SOURCE, "mistake");

    List<Entry.Line> both = new ArrayList<>(entry.lines());
    both.addAll(reversal.lines());
    assertThat(sums(both).values()).containsOnly(0L);
  }

  private static Share share(UUID vendor, long minor) {
    return new Share(Chart.vendorPending(vendor), eur(minor), null);
  }

  private static EntryView posted(Entry entry) {
    List<PostingView> postings =
        entry.lines().stream()
            .map(
                line ->
                    new PostingView(
                        1,
                        9,
                        entry.template(),
                        "test",
                        "1",
                        Instant.EPOCH,
                        line.address(),
                        line.side(),
                        line.amount(),
                        null,
                        null))
            .toList();
    return new EntryView(
        9, entry.template(), "test", "1", Instant.EPOCH, LocalDate.EPOCH, "", null, postings);
  }

  private static Map<String, Long> sums(List<Entry.Line> lines) {
    Map<String, Long> sums = new HashMap<>();
    for (Entry.Line line : lines) {
      long minor = line.amount().minor();
      sums.merge(line.address(), line.side() == Side.DEBIT ? minor : -minor, Math::addExact);
    }
    return sums;
  }

  private static Money eur(long minor) {
    return Money.of(minor, "EUR");
  }
}
