package org.halles.marketplace.pricing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.halles.marketplace.plugin.Conversation;
import org.halles.marketplace.plugin.ShippingAnswer;
import org.halles.marketplace.promotion.Discounts;
import org.halles.marketplace.promotion.LineDiscount;
import org.halles.marketplace.shared.BusinessCalendar;
import org.halles.marketplace.shared.PriceLadder;
import org.halles.marketplace.tax.TaxUnavailable;
import org.halles.marketplace.tax.Taxes;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;
import org.halles.spi.Rate;
import org.halles.spi.ShippingOption;
import org.halles.spi.ShippingRates;
import org.halles.spi.TaxRules;

/** The buyer's side of a cart: lines, shipping, tax, totals. One use, within one conversation. */
final class CartPrice {

  private final CartFacts facts;
  private final Conversation plugins;
  private final Taxes taxes;
  private final Instant at;
  private final CurrencyCode currency;
  private final Discounts discounts;
  private final List<PricedCart.Notice> notices = new ArrayList<>();
  private boolean firm;

  CartPrice(CartFacts facts, Conversation plugins, Instant at) {
    this.facts = facts;
    this.plugins = plugins;
    this.taxes = new Taxes(plugins);
    this.at = at;
    this.currency = facts.header().currency();
    this.discounts = discounts(facts);
  }

  /** What was agreed with the buyer costs what was agreed: no code makes it cheaper. */
  private static Discounts discounts(CartFacts facts) {
    return Discounts.of(
        facts.promotions(),
        facts.lines().stream()
            .filter(line -> line.onSale() && !line.agreed())
            .map(
                line ->
                    new Discounts.Item(
                        line.lineId(),
                        line.offerId(),
                        line.seller().id(),
                        line.listingId(),
                        line.categoryPath(),
                        line.total()))
            .toList(),
        facts.header().currency());
  }

  /** For the cart's page: whatever is in the way becomes a notice. */
  PricedCart cart() {
    List<VendorQuote> vendors = vendors();
    CartFacts.Header cart = facts.header();
    Quote.Totals totals =
        TotalsOf.vendors(
            vendors, currency, BuyerFee.of(cart.buyerFee(), cart.country(), vendors, currency));
    List<Contribution> offered = Contributions.to(facts, totals, vendors.size(), plugins, at);
    return new PricedCart(
        cart.id(),
        cart.version(),
        currency,
        cart.language(),
        cart.ordered(),
        deliveryOf(cart),
        vendors,
        Contributions.with(totals, offered),
        notices,
        stalls(),
        facts.lines().stream()
            .filter(line -> !line.agreed())
            .collect(
                Collectors.toMap(
                    LineFacts::listingId, LineFacts::listingSlug, (one, other) -> one)),
        ladders(),
        facts.lines().stream()
            .filter(line -> line.wish() != null)
            .collect(Collectors.toMap(LineFacts::lineId, LineFacts::wish)),
        trade(cart),
        discounts.reductions(),
        offered,
        cart.paysWithCredit());
  }

  private PricedCart.Trade trade(CartFacts.Header cart) {
    return new PricedCart.Trade(
        cart.company(),
        cart.purchaseOrder(),
        facts.lines().stream()
            .filter(line -> !line.packs().free())
            .collect(Collectors.toMap(LineFacts::lineId, LineFacts::packs)));
  }

  /** By line; lines whose every unit costs the same are left out. */
  private Map<UUID, PriceLadder> ladders() {
    return facts.lines().stream()
        .filter(line -> !line.ladder().breaks().isEmpty())
        .collect(Collectors.toMap(LineFacts::lineId, LineFacts::ladder));
  }

  private Map<UUID, PricedCart.Stall> stalls() {
    return facts.lines().stream()
        .collect(
            Collectors.toMap(
                line -> line.seller().id(),
                line -> new PricedCart.Stall(line.seller().accent(), line.seller().country()),
                (one, other) -> one));
  }

  /** For the checkout: whatever is in the way is a refusal. */
  List<VendorQuote> firm() {
    firm = true;
    return vendors();
  }

  private List<VendorQuote> vendors() {
    Map<UUID, List<LineFacts>> byVendor = new LinkedHashMap<>();
    for (LineFacts line : facts.lines()) {
      if (line.onSale()) {
        byVendor.computeIfAbsent(line.seller().id(), id -> new ArrayList<>()).add(line);
      }
      notice(line);
    }
    return byVendor.values().stream().map(this::vendor).toList();
  }

  private void notice(LineFacts line) {
    if (!line.onSale()) {
      boolean holiday = line.seller().holiday() != null;
      notices.add(PricedCart.Notice.of(holiday ? "closed" : "unavailable", line));
      return;
    }
    if (line.stock() != null && line.stock() < line.quantity()) {
      notices.add(PricedCart.Notice.of("stock", line));
    }
    if (!line.packs().allow(line.quantity())) {
      notices.add(PricedCart.Notice.packs(line));
    }
    if (!line.price().equals(line.seenPrice())) {
      notices.add(PricedCart.Notice.of("price", line));
    }
  }

  private VendorQuote vendor(List<LineFacts> lines) {
    LineFacts.Seller seller = lines.get(0).seller();
    List<LineFacts> shipped = lines.stream().filter(LineFacts::isShipped).toList();
    List<ShippingOption> options = shipped.isEmpty() ? List.of() : options(seller, shipped);
    ShippingOption chosen = chosen(options, lines.get(0).chosenOption());
    Money zero = Money.zero(currency);
    Money shipping = chosen == null ? zero : chosen.price();
    List<LineQuote> quoted = lines.stream().map(this::line).toList();
    TaxQuote shippingTax = shippingTax(shipping, shipped);
    Money items = Money.sum(currency, lines.stream().map(LineFacts::total).toList());
    Money taken = Money.sum(currency, quoted.stream().map(LineQuote::discount).toList());
    Money added = taxes(quoted, shippingTax, false);
    return new VendorQuote(
        seller.id(),
        seller.slug(),
        seller.name(),
        quoted,
        options,
        chosen,
        !shipped.isEmpty(),
        items,
        shipping,
        taken,
        taxes(quoted, shippingTax, true),
        added,
        items.plus(shipping).plus(added).minus(taken),
        shippingTax,
        List.of());
  }

  /** What was agreed ships as agreed; whatever else is in the parcel pays the usual price. */
  private List<ShippingOption> options(LineFacts.Seller seller, List<LineFacts> shipped) {
    List<LineFacts> agreed = shipped.stream().filter(LineFacts::agreed).toList();
    List<LineFacts> usual = shipped.stream().filter(line -> !line.agreed()).toList();
    AgreedShipping settled = new AgreedShipping(agreed, facts.header().language(), currency);
    return usual.isEmpty() ? settled.alone() : settled.over(usualOptions(seller, usual));
  }

  private List<ShippingOption> usualOptions(LineFacts.Seller seller, List<LineFacts> shipped) {
    ShippingAnswer answer =
        plugins.shipping(
            new ShippingRates.Parcel(
                seller.id().toString(),
                seller.country(),
                new ShippingRates.Destination(destination(seller), postalCode()),
                shipped.stream().map(CartPrice::item).toList(),
                currency,
                facts.methodsOf(seller.id())));
    if (answer.options().isEmpty()) {
      boolean failed = !answer.faults().isEmpty();
      if (firm) {
        throw failed
            ? NotReady.shippingUnavailable(seller)
            : NotReady.cannotShip(seller, destination(seller));
      }
      notices.add(PricedCart.Notice.of(failed ? "shipping-unavailable" : "cannot-ship", seller));
    }
    return fromToday(answer.options(), shipped);
  }

  /** What a carrier promises begins when the vendor has everything ready. */
  private static List<ShippingOption> fromToday(
      List<ShippingOption> options, List<LineFacts> shipped) {
    int ready = shipped.stream().mapToInt(LineFacts::leadTimeDays).max().orElse(0);
    return options.stream()
        .map(
            option ->
                new ShippingOption(
                    option.id(),
                    option.label(),
                    option.price(),
                    option.minDays() + ready,
                    option.maxDays() + ready))
        .toList();
  }

  private static ShippingRates.Item item(LineFacts line) {
    return new ShippingRates.Item(
        line.offerId().toString(),
        line.quantity(),
        line.total(),
        line.weightGrams(),
        line.shippingFee());
  }

  /** The cheapest, until the buyer chooses; a choice that is gone no longer counts. */
  private static ShippingOption chosen(List<ShippingOption> options, String wanted) {
    return options.stream()
        .filter(option -> option.id().equals(wanted))
        .findFirst()
        .orElseGet(() -> options.isEmpty() ? null : options.get(0));
  }

  private LineQuote line(LineFacts line) {
    List<LineDiscount> taken = discounts.on(line.lineId());
    Money discount = Money.sum(currency, taken.stream().map(LineDiscount::amount).toList());
    Money total = line.total().minus(discount);
    return new LineQuote(
        line.lineId(),
        line.offerId(),
        line.offerVersion(),
        line.listingId(),
        line.kind(),
        line.title(),
        line.sku(),
        line.options(),
        line.imageMedia(),
        line.quantity(),
        line.stock(),
        line.price(),
        line.priceList(),
        total,
        discount,
        tax(total, line),
        taken,
        List.of());
  }

  /** Shipping follows what is shipped: it bears the tax of the dearest line in the parcel. */
  private TaxQuote shippingTax(Money shipping, List<LineFacts> shipped) {
    return shipped.stream()
        .max(Comparator.comparing(LineFacts::total).thenComparing(LineFacts::offerId))
        .filter(main -> shipping.isPositive())
        .map(main -> tax(shipping, main))
        .orElseGet(this::untaxed);
  }

  private TaxQuote tax(Money price, LineFacts line) {
    Optional<TaxRules.TaxRate> found;
    try {
      found = taxes.on(supply(line));
    } catch (TaxUnavailable failed) {
      if (firm) {
        throw failed;
      }
      noticeOnce(
          new PricedCart.Notice("tax-unavailable", null, null, null, null, null, null, null));
      return untaxed();
    }
    return found
        .map(
            tax ->
                new TaxQuote(
                    Taxes.amount(price, tax),
                    tax.rate(),
                    tax.jurisdiction(),
                    tax.label(),
                    tax.includedInPrice()))
        .orElseGet(this::untaxed);
  }

  private void noticeOnce(PricedCart.Notice notice) {
    if (!notices.contains(notice)) {
      notices.add(notice);
    }
  }

  private TaxRules.Supply supply(LineFacts line) {
    return new TaxRules.Supply(
        line.seller().country(),
        line.seller().professional(),
        line.isDoneAtVendors() ? line.seller().country() : destination(line.seller()),
        postalCode(),
        line.taxClass(),
        BusinessCalendar.dayOf(at));
  }

  private TaxQuote untaxed() {
    return new TaxQuote(Money.zero(currency), Rate.ZERO, null, null, true);
  }

  /** Where it goes, or the vendor's own country as long as the buyer has not said. */
  private String destination(LineFacts.Seller seller) {
    String country = facts.header().country();
    return country == null ? seller.country() : country;
  }

  private String postalCode() {
    String code = facts.header().postalCode();
    return code == null ? "" : code;
  }

  private Money taxes(List<LineQuote> lines, TaxQuote shippingTax, boolean included) {
    List<TaxQuote> all = new ArrayList<>(lines.stream().map(LineQuote::tax).toList());
    all.add(shippingTax);
    return Money.sum(
        currency,
        all.stream().filter(tax -> tax.included() == included).map(TaxQuote::amount).toList());
  }

  static Quote.Delivery deliveryOf(CartFacts.Header cart) {
    return new Quote.Delivery(
        cart.email(),
        cart.name(),
        cart.line1(),
        cart.line2(),
        cart.postalCode(),
        cart.city(),
        cart.region(),
        cart.country());
  }
}
