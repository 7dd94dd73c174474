package org.halles.marketplace.shared;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.halles.spi.Money;

/**
 * What a unit costs by how many are bought at once.
 *
 * @param base of one unit, below the first break
 * @param breaks from the smallest quantity to the largest; their prices fall
 */
public record PriceLadder(Money base, List<PriceBreak> breaks) {

  /** A break as a row keeps it: the currency is the offer's. */
  public record Stored(int from, long minor) {}

  private static final TypeReference<List<Stored>> STORED = new TypeReference<>() {};

  public PriceLadder {
    breaks = List.copyOf(breaks);
  }

  /** The ladder of a row; most have none. */
  public static PriceLadder of(Money base, String storedBreaks) {
    return storedBreaks == null
        ? new PriceLadder(base, List.of())
        : of(base, Json.read(storedBreaks, STORED));
  }

  /** The ladder of an entity. */
  public static PriceLadder of(Money base, List<Stored> stored) {
    List<PriceBreak> breaks =
        stored == null
            ? List.of()
            : stored.stream()
                .map(one -> new PriceBreak(one.from(), Money.of(one.minor(), base.currency())))
                .toList();
    return new PriceLadder(base, breaks);
  }

  /** As a row keeps it; null where there is nothing to keep. */
  public static List<Stored> stored(List<PriceBreak> breaks) {
    return breaks == null || breaks.isEmpty()
        ? null
        : breaks.stream().map(one -> new Stored(one.from(), one.price().minor())).toList();
  }

  /** What each unit costs if so many are bought. */
  public Money at(int quantity) {
    Money price = base;
    for (PriceBreak one : breaks) {
      if (one.from() <= quantity) {
        price = one.price();
      }
    }
    return price;
  }

  /** The next break that so many do not reach. */
  public Optional<PriceBreak> next(int quantity) {
    return breaks.stream().filter(one -> one.from() > quantity).findFirst();
  }

  /** The same steps where every price changes; one that is no longer lower falls away. */
  public PriceLadder map(UnaryOperator<Money> change) {
    Money lowest = change.apply(base);
    Money first = lowest;
    List<PriceBreak> kept = new ArrayList<>();
    for (PriceBreak one : breaks) {
      Money price = change.apply(one.price());
      if (price.compareTo(lowest) < 0) {
        kept.add(new PriceBreak(one.from(), price));
        lowest = price;
      }
    }
    return new PriceLadder(first, kept);
  }
}
