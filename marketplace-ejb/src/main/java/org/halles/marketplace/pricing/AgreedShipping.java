package org.halles.marketplace.pricing;

import java.util.List;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;
import org.halles.spi.ShippingOption;

/**
 * Shipping of what a vendor agreed on with a buyer: it costs what was agreed, and comes when it was
 * agreed, whatever the vendor's usual ways to ship.
 */
final class AgreedShipping {

  private static final String ID = "agreed";

  private final List<LineFacts> agreed;
  private final String language;
  private final Money price;

  AgreedShipping(List<LineFacts> agreed, String language, CurrencyCode currency) {
    this.agreed = agreed;
    this.language = language;
    this.price =
        Money.sum(
            currency,
            agreed.stream()
                .filter(line -> line.shippingFee() != null)
                .map(line -> line.shippingFee().times(line.quantity()))
                .toList());
  }

  /** Where nothing else is in the parcel: the one way. */
  List<ShippingOption> alone() {
    String label = "en".equals(language) ? "Delivery as agreed" : "Livraison convenue";
    return List.of(new ShippingOption(ID, label, price, days(), days()));
  }

  /** On top of what ships the rest. */
  List<ShippingOption> over(List<ShippingOption> usual) {
    if (agreed.isEmpty()) {
      return usual;
    }
    return usual.stream()
        .map(
            option ->
                new ShippingOption(
                    option.id(),
                    option.label(),
                    option.price().plus(price),
                    option.minDays(),
                    Math.max(option.maxDays(), days())))
        .toList();
  }

  private int days() {
    return agreed.stream().mapToInt(LineFacts::leadTimeDays).max().orElse(0);
  }
}
