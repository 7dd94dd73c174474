package org.halles.spi;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Tells which tax a supply bears.
 *
 * <p><b>Life cycle.</b> Found once at deployment, asked once per distinct supply of a quote. The
 * first installed plugin that answers decides. Pure, like {@link CommissionRule}.
 */
public interface TaxRules {

  /** The stable name of this source, such as {@code eu-vat}. */
  String id();

  /** The tax on a supply, or empty if these rules do not know the jurisdiction. */
  Optional<TaxRate> rateFor(Supply supply);

  /**
   * What is supplied, by whom, to where, when.
   *
   * @param sellerCountry ISO 3166-1 alpha-2
   * @param sellerIsTrader false for a private person, whose sales bear no VAT
   * @param buyerCountry ISO 3166-1 alpha-2 of the destination
   * @param buyerPostalCode as typed, or empty
   * @param taxClass the category's class: {@code standard}, {@code food}, {@code book}, {@code
   *     service}, {@code digital}, {@code exempt}, ...
   * @param on the day of the supply in the platform's time zone
   */
  record Supply(
      String sellerCountry,
      boolean sellerIsTrader,
      String buyerCountry,
      String buyerPostalCode,
      String taxClass,
      LocalDate on) {}

  /**
   * A tax rate and whose it is.
   *
   * @param rate share of the net price
   * @param jurisdiction ISO 3166 code, such as {@code FR} or {@code ES-CN}
   * @param label what the buyer reads, such as {@code TVA 20 %}
   * @param includedInPrice true if prices contain it (Halles' default), false if it is added
   */
  record TaxRate(Rate rate, String jurisdiction, String label, boolean includedInPrice) {}
}
