package org.halles.plugins.shipping;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.halles.spi.Money;
import org.halles.spi.ShippingMethod;
import org.halles.spi.ShippingOption;
import org.halles.spi.ShippingRates;

/**
 * {@code table-rate}: quotes each method a vendor configured that ships to the destination, in the
 * parcel's currency.
 *
 * <ul>
 *   <li>{@code flat}: the price, whatever is in the parcel
 *   <li>{@code per-item}: the price for each unit
 *   <li>{@code by-weight}: the price for each started kilogram; goods of unknown weight add
 *       nothing, but any parcel pays one kilogram
 *   <li>{@code offer-fee}: each offer's own fee for each unit; an offer without one adds nothing
 * </ul>
 *
 * <p>Goods worth at least {@code freeFrom} ship free. A method of another currency, of a mode that
 * is not listed here, or for other countries is not offered.
 */
@ApplicationScoped
public class TableRates implements ShippingRates {

  private static final int GRAMS_PER_KILOGRAM = 1_000;

  @Override
  public String id() {
    return "table-rate";
  }

  @Override
  public List<ShippingOption> options(Parcel parcel) {
    if (parcel.items().isEmpty()) {
      return List.of();
    }
    return parcel.methods().stream()
        .filter(method -> method.price().currency().equals(parcel.currency()))
        .filter(method -> shipsTo(method, parcel.destination().country()))
        .flatMap(method -> quote(method, parcel).stream())
        .toList();
  }

  private static boolean shipsTo(ShippingMethod method, String country) {
    return method.countries().isEmpty() || method.countries().contains(country);
  }

  private static Optional<ShippingOption> quote(ShippingMethod method, Parcel parcel) {
    return price(method, parcel)
        .map(price -> isFree(method, parcel) ? Money.zero(parcel.currency()) : price)
        .map(
            price ->
                new ShippingOption(
                    method.id(), method.label(), price, method.minDays(), method.maxDays()));
  }

  private static Optional<Money> price(ShippingMethod method, Parcel parcel) {
    return switch (method.mode()) {
      case "flat" -> Optional.of(method.price());
      case "per-item" -> Optional.of(method.price().times(parcel.units()));
      case "by-weight" -> Optional.of(method.price().times(startedKilograms(parcel)));
      case "offer-fee" -> offerFees(parcel);
      default -> Optional.empty();
    };
  }

  private static boolean isFree(ShippingMethod method, Parcel parcel) {
    return method.freeFrom() != null
        && method.freeFrom().currency().equals(parcel.currency())
        && parcel.value().compareTo(method.freeFrom()) >= 0;
  }

  private static long startedKilograms(Parcel parcel) {
    long grams = parcel.weightGrams();
    return Math.max(1, (grams + GRAMS_PER_KILOGRAM - 1) / GRAMS_PER_KILOGRAM);
  }

  /** Empty if an offer's fee is in another currency: half a price would be a wrong price. */
  private static Optional<Money> offerFees(Parcel parcel) {
    List<Item> charged =
        parcel.items().stream().filter(item -> item.shippingFee() != null).toList();
    if (charged.stream()
        .anyMatch(item -> !item.shippingFee().currency().equals(parcel.currency()))) {
      return Optional.empty();
    }
    return Optional.of(
        Money.sum(
            parcel.currency(),
            charged.stream().map(item -> item.shippingFee().times(item.quantity())).toList()));
  }
}
