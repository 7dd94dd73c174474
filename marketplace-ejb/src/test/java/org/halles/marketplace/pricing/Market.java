package org.halles.marketplace.pricing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.commission.RuleBook;
import org.halles.marketplace.plugin.Plugins;
import org.halles.marketplace.plugin.TestPlugins;
import org.halles.marketplace.promotion.CartPromotions;
import org.halles.marketplace.promotion.Offered;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;
import org.halles.spi.Rate;
import org.halles.spi.ShippingMethod;
import org.halles.spi.ShippingOption;
import org.halles.spi.ShippingRates;
import org.halles.spi.TaxRules;
import org.halles.spi.VendorFacts.SalesPeriod;

/** Prices carts with the real door and the real engine, and simple shipping and tax. */
final class Market {

  static final Instant MONDAY = Instant.parse("2026-03-02T10:00:00Z");

  /** The price of the first method, whatever is in the parcel. */
  static final class FlatShipping implements ShippingRates {
    @Override
    public String id() {
      return "flat";
    }

    @Override
    public List<ShippingOption> options(Parcel parcel) {
      return parcel.methods().stream()
          .map(m -> new ShippingOption(m.id(), m.label(), m.price(), m.minDays(), m.maxDays()))
          .toList();
    }
  }

  /** 20 % in the price of what traders sell. */
  static final class FrenchVat implements TaxRules {
    @Override
    public String id() {
      return "french-vat";
    }

    @Override
    public Optional<TaxRate> rateFor(Supply supply) {
      return supply.sellerIsTrader()
          ? Optional.of(new TaxRate(Rate.percent("20"), "FR", "TVA 20 %", true))
          : Optional.empty();
    }
  }

  private final Plugins plugins;
  private final RuleBook rules;
  private final Map<UUID, Map<SalesPeriod, Money>> sales = new HashMap<>();
  private CartPromotions promotions = CartPromotions.NONE;
  private List<String> chosen = List.of();
  private BuyerFeeTerms buyerFee = BuyerFeeTerms.NONE;
  private RemittanceTerms remittance = RemittanceTerms.NONE;

  Market(RuleBook rules, Object... plugins) {
    this(rules, plugins(plugins));
  }

  Market(RuleBook rules, Plugins plugins) {
    this.plugins = plugins;
    this.rules = rules;
  }

  /** The door with these plugins, and with simple shipping and tax where none are among them. */
  static Plugins plugins(Object... plugins) {
    List<Object> beans = new ArrayList<>(List.of(plugins));
    if (beans.stream().noneMatch(ShippingRates.class::isInstance)) {
      beans.add(new FlatShipping());
    }
    if (beans.stream().noneMatch(TaxRules.class::isInstance)) {
      beans.add(new FrenchVat());
    }
    return TestPlugins.with(beans.toArray());
  }

  Market sold(Stall stall, SalesPeriod period, long cents) {
    sales.put(stall.id(), Map.of(period, Money.of(cents, "EUR")));
    return this;
  }

  Market asking(BuyerFeeTerms terms) {
    buyerFee = terms;
    return this;
  }

  Market remitting(RemittanceTerms.Rule... kept) {
    remittance = new RemittanceTerms(List.of(kept));
    return this;
  }

  /** The buyer ticks what these plugins offer to add. */
  Market choosing(String... plugins) {
    chosen = List.of(plugins);
    return this;
  }

  Market offering(Offered... offered) {
    promotions = new CartPromotions(List.of(), List.of(offered));
    return this;
  }

  Quote quote(Stall stall, LineFacts... lines) {
    return quote(List.of(stall), List.of(lines));
  }

  Quote quote(List<Stall> stalls, List<LineFacts> lines) {
    CartFacts facts = facts(stalls, lines);
    return plugins.converse(
        talk ->
            new Split(facts, talk, MONDAY).quote(new CartPrice(facts, talk, MONDAY).firm(), null));
  }

  PricedCart price(List<Stall> stalls, List<LineFacts> lines) {
    CartFacts facts = facts(stalls, lines);
    return plugins.converse(talk -> new CartPrice(facts, talk, MONDAY).cart());
  }

  private CartFacts facts(List<Stall> stalls, List<LineFacts> lines) {
    Map<UUID, List<ShippingMethod>> methods = new HashMap<>();
    stalls.forEach(stall -> methods.put(stall.id(), stall.methods()));
    return new CartFacts(
        new CartFacts.Header(
            new UUID(1, 1),
            3,
            CurrencyCode.of("EUR"),
            "fr",
            null,
            null,
            false,
            "ana@example.org",
            "Ana",
            "1 rue Haute",
            null,
            "75001",
            "Paris",
            null,
            "FR",
            1,
            1,
            false,
            null,
            buyerFee,
            remittance,
            chosen,
            false),
        lines,
        methods,
        rules,
        sales,
        promotions);
  }
}
