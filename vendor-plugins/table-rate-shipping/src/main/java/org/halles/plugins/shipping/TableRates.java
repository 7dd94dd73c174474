package org.halles.plugins.shipping;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.halles.spi.Configurable;
import org.halles.spi.Money;
import org.halles.spi.Setting;
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
public class TableRates implements ShippingRates, Configurable<TableRates.House> {

  private static final int GRAMS_PER_KILOGRAM = 1_000;

  /**
   * What the marketplace adds to what its vendors configured.
   *
   * @param handling for each parcel that is not free, or null
   * @param heaviestKilograms heavier parcels are not offered; null for any weight
   * @param extraDays what every promise is lengthened by; null for none
   */
  public record House(
      @Setting(
              fr = "Frais de préparation par colis",
              en = "Handling fee a parcel",
              helpFr = "Ajoutés à chaque envoi payant.",
              helpEn = "Added to every delivery that is not free.")
          Money handling,
      @Setting(
              fr = "Colis le plus lourd",
              en = "Heaviest parcel",
              helpFr = "Au-delà, aucun mode n’est proposé.",
              helpEn = "Heavier ones are offered no way.",
              unit = "kg",
              least = 1,
              most = 1_000)
          Integer heaviestKilograms,
      @Setting(
              fr = "Jours de plus",
              en = "Extra days",
              helpFr = "Ajoutés à chaque délai, par exemple avant les fêtes.",
              helpEn = "Added to every promise, before the holidays for instance.",
              least = 0,
              most = 30)
          Integer extraDays) {

    /** Nothing added. */
    static final House NONE = new House(null, null, null);

    /**
     * @throws IllegalArgumentException if the fee is negative
     */
    public House {
      if (handling != null && handling.isNegative()) {
        throw new IllegalArgumentException("handling is " + handling + ": it must be zero or more");
      }
    }
  }

  private final House house;

  /** As the server makes it. */
  public TableRates() {
    this(House.NONE);
  }

  private TableRates(House house) {
    this.house = house;
  }

  @Override
  public Class<House> configurationType() {
    return House.class;
  }

  @Override
  public ShippingRates with(House configuration) {
    return new TableRates(configuration);
  }

  @Override
  public String id() {
    return "table-rate";
  }

  @Override
  public List<ShippingOption> options(Parcel parcel) {
    if (parcel.items().isEmpty() || isTooHeavy(parcel)) {
      return List.of();
    }
    return parcel.methods().stream()
        .filter(method -> method.price().currency().equals(parcel.currency()))
        .filter(method -> shipsTo(method, parcel.destination().country()))
        .flatMap(method -> quote(method, parcel).stream())
        .toList();
  }

  private boolean isTooHeavy(Parcel parcel) {
    Integer heaviest = house.heaviestKilograms();
    return heaviest != null && parcel.weightGrams() > (long) heaviest * GRAMS_PER_KILOGRAM;
  }

  private static boolean shipsTo(ShippingMethod method, String country) {
    return method.countries().isEmpty() || method.countries().contains(country);
  }

  private Optional<ShippingOption> quote(ShippingMethod method, Parcel parcel) {
    int later = house.extraDays() == null ? 0 : house.extraDays();
    return price(method, parcel)
        .map(price -> isFree(method, parcel) ? Money.zero(parcel.currency()) : handled(price))
        .map(
            price ->
                new ShippingOption(
                    method.id(),
                    method.label(),
                    price,
                    method.minDays() + later,
                    method.maxDays() + later));
  }

  /** In another currency the fee has no price: nothing is added. */
  private Money handled(Money price) {
    Money handling = house.handling();
    return handling == null || !handling.currency().equals(price.currency())
        ? price
        : price.plus(handling);
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
