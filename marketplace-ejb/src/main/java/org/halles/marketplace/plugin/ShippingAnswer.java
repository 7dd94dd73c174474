package org.halles.marketplace.plugin;

import java.util.Comparator;
import java.util.List;
import org.halles.spi.ShippingOption;

/**
 * Ways to ship a parcel.
 *
 * @param options cheapest first, then fastest, then by id
 * @param faults of plugins that could not answer; their options are missing
 */
public record ShippingAnswer(List<ShippingOption> options, List<String> faults) {

  public ShippingAnswer {
    options =
        options.stream()
            .sorted(
                Comparator.comparing(ShippingOption::price)
                    .thenComparing(ShippingOption::maxDays)
                    .thenComparing(ShippingOption::id))
            .toList();
    faults = List.copyOf(faults);
  }
}
