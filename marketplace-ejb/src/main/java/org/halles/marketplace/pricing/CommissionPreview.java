package org.halles.marketplace.pricing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.commission.Commissions;
import org.halles.marketplace.commission.Sale;
import org.halles.marketplace.commission.Share;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.plugin.Conversation;
import org.halles.marketplace.plugin.Plugins;
import org.halles.marketplace.shared.BusinessCalendar;
import org.halles.marketplace.tax.Taxes;
import org.halles.marketplace.vendor.Needs;
import org.halles.marketplace.vendor.Permission;
import org.halles.marketplace.vendor.VendorScope;
import org.halles.spi.Money;
import org.halles.spi.SaleFacts;
import org.halles.spi.TaxRules;
import org.halles.spi.VendorFacts;

/** What would I earn: the split of a sale that was not made, by the very engine of the checkout. */
@ApplicationScoped
public class CommissionPreview {

  /**
   * The sale to look at: one of the vendor's offers, or a price in a category.
   *
   * @param offerId an offer of the vendor, or null
   * @param price of one unit, where no offer is given
   * @param category a category's slug or id, where no offer is given
   * @param quantity units, 1 if null
   * @param country where the buyer is, as an ISO 3166 code; the vendor's own if null
   */
  public record Request(
      UUID offerId, Money price, String category, Integer quantity, String country) {}

  /**
   * What it would bring.
   *
   * @param gross what the buyer would pay for it, without shipping
   * @param taxIncluded the tax contained in that
   * @param taxRemitted what of it the platform would keep and remit
   * @param commission what the platform would take
   * @param commissionVat the VAT on that
   * @param gatewayFee what the vendor is expected to bear of what the gateway keeps
   * @param net what is left for the vendor
   * @param country where the buyer is
   * @param legs every leg with its trace
   */
  public record Earnings(
      Money gross,
      Money taxIncluded,
      Money taxRemitted,
      Money commission,
      Money commissionVat,
      Money gatewayFee,
      Money net,
      String country,
      List<Allocation> legs) {}

  private final PreviewReading reading;
  private final Plugins plugins;
  private final Clock clock;

  @Inject
  CommissionPreview(PreviewReading reading, Plugins plugins, Clock clock) {
    this.reading = reading;
    this.plugins = plugins;
    this.clock = clock;
  }

  protected CommissionPreview() {
    this(null, null, null);
  }

  /**
   * The split of such a sale, sold today to a buyer in this country.
   *
   * @throws org.halles.marketplace.shared.InvalidInput naming everything that is wrong
   * @throws org.halles.marketplace.shared.NotFound if the offer is not the vendor's
   */
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.CATALOGUE_READ)
  public Earnings preview(VendorScope scope, Request request) {
    Instant at = clock.instant();
    PreviewReading.Facts facts = reading.read(scope, request, BusinessCalendar.dayOf(at));
    return plugins.converse(talk -> earnings(talk, facts, at));
  }

  private static Earnings earnings(Conversation talk, PreviewReading.Facts facts, Instant at) {
    Money price = facts.unitPrice().times(facts.quantity());
    TaxRules.TaxRate tax = new Taxes(talk).on(supply(facts, at)).orElse(null);
    Money taxAmount = tax == null ? Money.zero(price.currency()) : Taxes.amount(price, tax);
    Money gross = tax == null || tax.includedInPrice() ? price : price.plus(taxAmount);
    SaleFacts sale = sale(facts, gross, taxAmount, at);
    List<Share> shares =
        new Commissions(talk, facts.rules()).of(List.of(new Sale(facts.rank(), sale))).get(0);
    String hash =
        new InputsHash(at).and(kept(facts, tax, taxAmount)).of(sale, facts.rules().version());
    List<Allocation> legs =
        new Legs(facts.vendor(), facts.rules().vat(), hash)
            .of(gross, shares, kept(facts, tax, taxAmount));
    Money net = sum(legs, Allocation.Kind.VENDOR_NET, gross);
    Money gatewayFee = facts.gatewayFee().likelyPart(gross).min(net);
    return new Earnings(
        gross,
        taxAmount,
        sum(legs, Allocation.Kind.TAX, gross),
        sum(legs, Allocation.Kind.COMMISSION, gross),
        sum(legs, Allocation.Kind.COMMISSION_VAT, gross),
        gatewayFee,
        net.minus(gatewayFee),
        facts.country(),
        legs);
  }

  /** As sold to a consumer. */
  private static Remitted kept(PreviewReading.Facts facts, TaxRules.TaxRate tax, Money amount) {
    return tax == null
        ? null
        : facts
            .remittance()
            .of(
                new TaxQuote(
                    amount, tax.rate(), tax.jurisdiction(), tax.label(), tax.includedInPrice()),
                facts.vendor().country(),
                facts.country(),
                false,
                facts.kind().equals("GOODS"));
  }

  private static TaxRules.Supply supply(PreviewReading.Facts facts, Instant at) {
    VendorFacts vendor = facts.vendor();
    return new TaxRules.Supply(
        vendor.country(),
        vendor.professional(),
        LineFacts.isDoneAtVendors(facts.kind(), facts.attributes())
            ? vendor.country()
            : facts.country(),
        "",
        facts.taxClass(),
        BusinessCalendar.dayOf(at));
  }

  private static SaleFacts sale(PreviewReading.Facts facts, Money gross, Money tax, Instant at) {
    return new SaleFacts(
        facts.vendor(),
        facts.listingId() == null ? "preview" : facts.listingId().toString(),
        facts.kind().toLowerCase(Locale.ROOT),
        facts.categoryPath(),
        Map.copyOf(facts.attributes()),
        facts.quantity(),
        facts.unitPrice(),
        gross,
        tax,
        Money.zero(gross.currency()),
        facts.country(),
        at,
        LocalDateTime.ofInstant(at, BusinessCalendar.zone()));
  }

  private static Money sum(List<Allocation> legs, Allocation.Kind kind, Money gross) {
    return Money.sum(
        gross.currency(),
        legs.stream().filter(leg -> leg.kind() == kind).map(Allocation::amount).toList());
  }
}
