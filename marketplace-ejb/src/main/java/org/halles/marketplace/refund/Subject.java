package org.halles.marketplace.refund;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.halles.marketplace.pricing.Allocation;
import org.halles.spi.CurrencyCode;
import org.halles.spi.LargestDeficit;
import org.halles.spi.Money;

/**
 * One thing the buyer paid for, with its frozen legs: a line, the shipping of a part, or the
 * platform's own fee.
 *
 * @param vendorOrderId null for the platform's own
 * @param line null for shipping and for the platform's own
 * @param legs in the order they were frozen
 */
record Subject(UUID vendorOrderId, UUID line, CurrencyCode currency, List<Leg> legs) {

  /** What the buyer paid for it: the shares less what the platform gave. */
  Money paid() {
    return net(Leg::amount);
  }

  /** What the buyer got back so far. */
  Money refunded() {
    return net(Leg::refunded);
  }

  /** What the buyer can still get back. */
  Money left() {
    return paid().minus(refunded());
  }

  /** True if this is a share of it, whatever went back of that meanwhile. */
  boolean has(Leg leg) {
    return legs.stream().anyMatch(one -> one.id() == leg.id());
  }

  boolean isShipping() {
    return line == null && vendorOrderId != null;
  }

  /** The fee the platform asks of the buyer. */
  boolean isPlatforms() {
    return vendorOrderId == null && !isContribution() && !isGiftCard();
  }

  /** A gift card that the buyer bought. */
  boolean isGiftCard() {
    return legs.stream().allMatch(Leg::isGiftCard);
  }

  /** What the buyer gave to somebody else. */
  boolean isContribution() {
    return vendorOrderId == null
        && legs.stream().allMatch(leg -> leg.kind() == Allocation.Kind.THIRD_PARTY);
  }

  /** Gives so much of it back: each leg's part of it. */
  List<Taken> giveBack(Money amount) {
    if (amount.isZero()) {
      return List.of();
    }
    long gift = giftFor(amount);
    List<Taken> taken = new ArrayList<>(spread(gift, gifts()));
    taken.addAll(spread(amount.minor() + gift, shares()));
    return taken;
  }

  /** The platform's gift goes back in step with the buyer's money. */
  private long giftFor(Money amount) {
    long given = sum(gifts(), Leg::amount).minor();
    long back = sum(gifts(), Leg::refunded).minor();
    BigInteger reached = BigInteger.valueOf(refunded().plus(amount).minor());
    long target =
        given == 0
            ? 0
            : reached
                .multiply(BigInteger.valueOf(given))
                .divide(BigInteger.valueOf(paid().minor()))
                .longValueExact();
    return Math.max(0, target - back);
  }

  private List<Taken> spread(long amount, List<Leg> among) {
    if (among.isEmpty() || amount == 0) {
      return List.of();
    }
    List<Money> parts =
        LargestDeficit.split(
            Money.of(amount, currency),
            among.stream().map(Leg::amount).toList(),
            among.stream().map(Leg::refunded).toList());
    List<Taken> taken = new ArrayList<>();
    for (int index = 0; index < parts.size(); index++) {
      if (parts.get(index).isPositive()) {
        taken.add(new Taken(among.get(index), parts.get(index)));
      }
    }
    return taken;
  }

  private Money net(Function<Leg, Money> part) {
    return sum(shares(), part).minus(sum(gifts(), part));
  }

  private Money sum(List<Leg> some, Function<Leg, Money> part) {
    return Money.sum(currency, some.stream().map(part).toList());
  }

  private List<Leg> shares() {
    return legs.stream().filter(leg -> !leg.isGift()).toList();
  }

  private List<Leg> gifts() {
    return legs.stream().filter(Leg::isGift).toList();
  }
}
