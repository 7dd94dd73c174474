package org.halles.marketplace.payment;

import java.util.List;
import java.util.UUID;
import org.halles.spi.CurrencyCode;

/**
 * Where the operator offers a gateway. An empty list allows all.
 *
 * @param countries of the delivery, ISO 3166-1 alpha-2
 * @param currencies among those the gateway takes
 * @param vendors the gateway is offered where all of a cart's are among them
 */
public record Availability(
    List<String> countries, List<CurrencyCode> currencies, List<UUID> vendors) {

  static final Availability EVERYWHERE = new Availability(List.of(), List.of(), List.of());

  public Availability {
    countries = countries == null ? List.of() : List.copyOf(countries);
    currencies = currencies == null ? List.of() : List.copyOf(currencies);
    vendors = vendors == null ? List.of() : List.copyOf(vendors);
  }

  boolean covers(Sale sale) {
    return (countries.isEmpty() || sale.country() == null || countries.contains(sale.country()))
        && (currencies.isEmpty() || currencies.contains(sale.currency()))
        && (vendors.isEmpty() || vendors.containsAll(sale.vendors()));
  }
}
