package org.halles.marketplace.pricing;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.commission.RuleBook;
import org.halles.marketplace.promotion.CartPromotions;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;
import org.halles.spi.ShippingMethod;
import org.halles.spi.VendorFacts.SalesPeriod;

/**
 * Everything a cart's price depends on, read at one moment in one short transaction; plugins are
 * asked afterwards, when no transaction is open. Opaque outside pricing.
 */
public final class CartFacts {

  /**
   * The cart itself. What the buyer has not said yet is null.
   *
   * @param accountId whose cart it is, or null
   * @param buyer who is signed in and buys with it; null for a guest, and where it is another's
   * @param ordered true if it was ordered already
   * @param company true if its buyer buys for a company
   * @param purchaseOrder what the buyer's own books know it by
   * @param buyerFee what the marketplace asks of buyers
   * @param remittance which tax on sales the marketplace keeps and remits
   * @param contributions what the buyer chose to add for others, by name
   * @param paysWithCredit true if the buyer entered gift cards or store credit
   */
  record Header(
      UUID id,
      int version,
      CurrencyCode currency,
      String language,
      UUID accountId,
      UUID buyer,
      boolean ordered,
      String email,
      String name,
      String line1,
      String line2,
      String postalCode,
      String city,
      String region,
      String country,
      long commissionVersion,
      long taxVersion,
      boolean company,
      String purchaseOrder,
      BuyerFeeTerms buyerFee,
      RemittanceTerms remittance,
      List<String> contributions,
      boolean paysWithCredit) {

    Header with(List<String> chosen) {
      return new Header(
          id,
          version,
          currency,
          language,
          accountId,
          buyer,
          ordered,
          email,
          name,
          line1,
          line2,
          postalCode,
          city,
          region,
          country,
          commissionVersion,
          taxVersion,
          company,
          purchaseOrder,
          buyerFee,
          remittance,
          chosen,
          paysWithCredit);
    }
  }

  private final Header header;
  private final List<LineFacts> lines;
  private final Map<UUID, List<ShippingMethod>> methods;
  private final RuleBook rules;
  private final Map<UUID, Map<SalesPeriod, Money>> sales;
  private final CartPromotions promotions;

  CartFacts(
      Header header,
      List<LineFacts> lines,
      Map<UUID, List<ShippingMethod>> methods,
      RuleBook rules,
      Map<UUID, Map<SalesPeriod, Money>> sales,
      CartPromotions promotions) {
    this.header = header;
    this.lines = List.copyOf(lines);
    this.methods = methods;
    this.rules = rules;
    this.sales = sales;
    this.promotions = promotions;
  }

  /** The same cart after the buyer chose another way to ship. */
  public CartFacts withChoice(UUID vendorId, String optionId) {
    return new CartFacts(
        header,
        lines.stream()
            .map(line -> line.seller().id().equals(vendorId) ? line.withOption(optionId) : line)
            .toList(),
        methods,
        rules,
        sales,
        promotions);
  }

  /** The same cart after the buyer chose what to add for others. */
  public CartFacts withContributions(List<String> chosen) {
    return new CartFacts(header.with(chosen), lines, methods, rules, sales, promotions);
  }

  Header header() {
    return header;
  }

  /** In the order they were added. */
  List<LineFacts> lines() {
    return lines;
  }

  List<ShippingMethod> methodsOf(UUID vendorId) {
    return methods.getOrDefault(vendorId, List.of());
  }

  /** Null where only a price was asked for. */
  RuleBook rules() {
    return rules;
  }

  CartPromotions promotions() {
    return promotions;
  }

  Map<SalesPeriod, Money> salesOf(UUID vendorId) {
    return sales.getOrDefault(vendorId, Map.of());
  }
}
