package org.halles.marketplace.promotion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;
import org.halles.spi.Rate;

/**
 * Takes promotions off lines. The one that gives most goes first; one that cannot be combined takes
 * only lines that nothing was taken off, and nothing is taken off them afterwards. A percentage is
 * rounded once a line, half away from zero; an amount goes over the lines by largest remainder. The
 * order of the lines changes nothing, and a line costs at least the smallest unit, unless its
 * vendor gives it away.
 */
public final class Discounts {

  /**
   * A line.
   *
   * @param rank decides ties
   * @param total before discounts
   */
  public record Item(
      UUID line,
      UUID rank,
      UUID vendorId,
      UUID listingId,
      List<String> categoryPath,
      Money total) {}

  private final CurrencyCode currency;
  private final List<Item> items;
  private final Map<UUID, Money> left = new HashMap<>();
  private final Set<UUID> closed = new HashSet<>();
  private final Map<UUID, List<LineDiscount>> byLine = new HashMap<>();
  private final List<Reduction> reductions = new ArrayList<>();

  private Discounts(CurrencyCode currency, List<Item> items) {
    this.currency = currency;
    this.items = items.stream().sorted(Comparator.comparing(Item::rank)).toList();
    this.items.forEach(item -> left.put(item.line(), item.total()));
  }

  /** What these promotions take off these lines. */
  public static Discounts of(CartPromotions promotions, List<Item> items, CurrencyCode currency) {
    Discounts discounts = new Discounts(currency, items);
    List<Offered> offered = new ArrayList<>(promotions.offered());
    offered.sort(Comparator.comparing(discounts::alone).reversed().thenComparing(Offered::id));
    offered.forEach(discounts::apply);
    discounts.unmatched(promotions.codes());
    return discounts;
  }

  /** What is taken off a line. */
  public List<LineDiscount> on(UUID line) {
    return byLine.getOrDefault(line, List.of());
  }

  /** What every code does, and every campaign that does something. */
  public List<Reduction> reductions() {
    return List.copyOf(reductions);
  }

  /** What it would take off if there were no other. */
  private Money alone(Offered promotion) {
    List<Item> covered = items.stream().filter(promotion::covers).toList();
    return obstacle(promotion, covered) == null
        ? Money.sum(currency, parts(promotion, covered))
        : Money.zero(currency);
  }

  private void apply(Offered promotion) {
    List<Item> covered = items.stream().filter(promotion::covers).toList();
    String obstacle = obstacle(promotion, covered);
    List<Item> open = covered.stream().filter(item -> isOpen(item, promotion)).toList();
    List<Money> parts = obstacle == null ? parts(promotion, open) : List.of();
    Money taken = Money.sum(currency, parts);
    if (taken.isPositive()) {
      take(promotion, open, parts);
      add(promotion, taken, null, null);
    } else if (promotion.code() != null) {
      boolean tooFew = "minimum".equals(obstacle);
      add(
          promotion,
          taken,
          obstacle == null ? "not-combinable" : obstacle,
          tooFew ? promotion.missing(sum(covered)) : null);
    }
  }

  /** Why it does not apply whatever others do, or null. */
  private String obstacle(Offered promotion, List<Item> covered) {
    if (promotion.obstacle() != null) {
      return promotion.obstacle();
    }
    if (!promotion.isIn(currency)) {
      return "currency";
    }
    if (covered.isEmpty()) {
      return "no-goods";
    }
    return promotion.missing(sum(covered)).isPositive() ? "minimum" : null;
  }

  private boolean isOpen(Item item, Offered promotion) {
    return !closed.contains(item.line()) && (promotion.stackable() || on(item.line()).isEmpty());
  }

  private Money sum(List<Item> some) {
    return Money.sum(currency, some.stream().map(Item::total).toList());
  }

  /** One part a line. */
  private List<Money> parts(Offered promotion, List<Item> open) {
    if (promotion.basisPoints() != null) {
      return open.stream().map(item -> part(promotion, item)).toList();
    }
    Money most = Money.sum(currency, open.stream().map(this::most).toList());
    Money amount = Money.of(promotion.amountMinor(), currency).min(most);
    if (!amount.isPositive()) {
      return open.stream().map(item -> Money.zero(currency)).toList();
    }
    List<Money> parts = amount.allocate(open.stream().map(item -> left(item).minor()).toList());
    for (int index = 0; index < parts.size(); index++) {
      if (parts.get(index).compareTo(most(open.get(index))) > 0) {
        return amount.allocate(open.stream().map(item -> most(item).minor()).toList());
      }
    }
    return parts;
  }

  private Money left(Item item) {
    return left.get(item.line());
  }

  /** A gift of the vendor's alone may be free; with others' money in it the buyer pays a unit. */
  private Money part(Offered promotion, Item item) {
    Money part = left(item).times(Rate.basisPoints(promotion.basisPoints()));
    boolean free = promotion.isGift() && on(item.line()).isEmpty();
    return free ? part : part.min(most(item));
  }

  /** As much as can be taken off. */
  private Money most(Item item) {
    return left(item).minus(Money.of(1, currency)).max(Money.zero(currency));
  }

  private void take(Offered promotion, List<Item> open, List<Money> parts) {
    for (int index = 0; index < parts.size(); index++) {
      Money part = parts.get(index);
      UUID line = open.get(index).line();
      if (part.isPositive()) {
        left.merge(line, part, Money::minus);
        byLine.computeIfAbsent(line, id -> new ArrayList<>()).add(discount(promotion, part));
        if (!promotion.stackable()) {
          closed.add(line);
        }
      }
    }
  }

  private static LineDiscount discount(Offered promotion, Money part) {
    return new LineDiscount(
        promotion.id(),
        promotion.version(),
        promotion.code(),
        promotion.title(),
        part,
        promotion.platformPart(part));
  }

  /** One code may stand for several promotions: it applies if one of them does. */
  private void add(Offered promotion, Money amount, String reason, Money missing) {
    Reduction next = new Reduction(promotion.code(), promotion.title(), amount, reason, missing);
    int known = promotion.code() == null ? -1 : indexOf(promotion.code());
    if (known < 0) {
      reductions.add(next);
    } else {
      reductions.set(known, better(reductions.get(known), next));
    }
  }

  private static Reduction better(Reduction one, Reduction other) {
    if (one.applies() && other.applies()) {
      return new Reduction(one.code(), one.title(), one.amount().plus(other.amount()), null, null);
    }
    return one.applies() || !other.applies() && "ended".equals(other.reason()) ? one : other;
  }

  private int indexOf(String code) {
    for (int index = 0; index < reductions.size(); index++) {
      if (code.equals(reductions.get(index).code())) {
        return index;
      }
    }
    return -1;
  }

  private void unmatched(List<String> codes) {
    codes.stream()
        .filter(code -> indexOf(code) < 0)
        .forEach(
            code ->
                reductions.add(new Reduction(code, null, Money.zero(currency), "no-goods", null)));
  }
}
