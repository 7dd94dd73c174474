package org.halles.marketplace.credit;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.shared.Ids;
import org.halles.spi.Money;

/**
 * What one credit pays of a purchase.
 *
 * @param paymentId the payment it becomes
 * @param amount above zero
 * @param parts what of it belongs to which part of the purchase, in the order of the totals
 */
public record Tender(UUID creditId, UUID paymentId, Money amount, List<Money> parts) {

  public Tender {
    parts = List.copyOf(parts);
  }

  /** A credit and how much of it may be used. */
  record Purse(UUID creditId, Money available) {}

  /**
   * Lets each credit in turn pay as much as it can of what is outstanding, shared over the parts by
   * largest remainder on what each still lacks. Pure.
   *
   * @param totals what each part costs
   * @return those that pay something
   */
  static List<Tender> divide(List<Purse> purses, List<Money> totals) {
    List<Money> outstanding = new ArrayList<>(totals);
    List<Tender> tenders = new ArrayList<>();
    for (Purse purse : purses) {
      Money amount = purse.available().min(sum(outstanding));
      if (amount.isPositive()) {
        List<Money> parts = amount.allocate(outstanding.stream().map(Money::minor).toList());
        outstanding = less(outstanding, parts);
        tenders.add(new Tender(purse.creditId(), Ids.next(), amount, parts));
      }
    }
    return tenders;
  }

  /** What is left to be paid of each part. */
  public static List<Money> outstanding(List<Money> totals, List<Tender> tenders) {
    List<Money> left = totals;
    for (Tender tender : tenders) {
      left = less(left, tender.parts());
    }
    return left;
  }

  private static List<Money> less(List<Money> from, List<Money> parts) {
    List<Money> left = new ArrayList<>();
    for (int place = 0; place < from.size(); place++) {
      left.add(from.get(place).minus(parts.get(place)));
    }
    return left;
  }

  private static Money sum(List<Money> amounts) {
    return Money.sum(amounts.get(0).currency(), amounts);
  }
}
