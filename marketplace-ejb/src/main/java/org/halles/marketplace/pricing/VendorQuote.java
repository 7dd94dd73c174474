package org.halles.marketplace.pricing;

import java.util.List;
import java.util.UUID;
import org.halles.spi.Money;
import org.halles.spi.ShippingOption;

/**
 * One vendor's part of a quote.
 *
 * @param vendorId who sells
 * @param slug the vendor's name in URLs
 * @param name the vendor's name
 * @param lines at least one
 * @param options ways to ship, cheapest first, their days counted from today, the vendor's lead
 *     time included; empty if nothing needs shipping or nobody can ship it
 * @param chosen the buyer's choice, or the cheapest; null if {@code options} is empty
 * @param needsShipping false if every line is a service or a download
 * @param items sum of the lines before discounts
 * @param shipping price of the chosen option
 * @param discount sum of the lines' discounts
 * @param taxIncluded contained in items and shipping
 * @param taxAdded on top of them
 * @param total what the buyer pays for this part
 * @param shippingTax the tax contained in the shipping
 * @param shippingAllocations the split of the shipping; empty if it is free
 */
public record VendorQuote(
    UUID vendorId,
    String slug,
    String name,
    List<LineQuote> lines,
    List<ShippingOption> options,
    ShippingOption chosen,
    boolean needsShipping,
    Money items,
    Money shipping,
    Money discount,
    Money taxIncluded,
    Money taxAdded,
    Money total,
    TaxQuote shippingTax,
    List<Allocation> shippingAllocations) {

  public VendorQuote {
    lines = List.copyOf(lines);
    options = List.copyOf(options);
    shippingAllocations = List.copyOf(shippingAllocations);
  }
}
