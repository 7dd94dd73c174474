package org.halles.marketplace.pricing;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.halles.marketplace.affiliate.AffiliateOffer;
import org.halles.marketplace.commission.Commissions;
import org.halles.marketplace.commission.Sale;
import org.halles.marketplace.commission.Share;
import org.halles.marketplace.plugin.Conversation;
import org.halles.marketplace.shared.BusinessCalendar;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;
import org.halles.spi.SaleFacts;
import org.halles.spi.VendorFacts;

/** Divides what the buyer pays: who gets which part of every line, and of the shipping. */
final class Split {

  private final CartFacts facts;
  private final Conversation plugins;
  private final Commissions commissions;
  private final Instant at;
  private final CurrencyCode currency;
  private final Map<UUID, LineFacts> lines;

  Split(CartFacts facts, Conversation plugins, Instant at) {
    this.facts = facts;
    this.plugins = plugins;
    this.commissions = new Commissions(plugins, facts.rules());
    this.at = at;
    this.currency = facts.header().currency();
    this.lines =
        facts.lines().stream().collect(Collectors.toMap(LineFacts::lineId, Function.identity()));
  }

  /** The quote, checked against the equation of the split. */
  Quote quote(List<VendorQuote> priced, UUID accountId) {
    List<VendorQuote> vendors = priced.stream().map(this::split).toList();
    CartFacts.Header cart = facts.header();
    BuyerFee fee = BuyerFee.of(cart.buyerFee(), cart.country(), vendors, currency);
    Quote.Totals totals = TotalsOf.vendors(vendors, currency, fee);
    List<Contribution> offered = Contributions.to(facts, totals, vendors.size(), plugins, at);
    String hash = new InputsHash(at).of(facts, vendors);
    Quote quote =
        new Quote(
            cart.id(),
            cart.version(),
            currency,
            CartPrice.deliveryOf(cart),
            cart.language(),
            accountId,
            cart.buyer(),
            cart.company(),
            vendors,
            Contributions.with(totals, offered),
            Stream.concat(fee.legs(hash).stream(), Contributions.legs(offered, hash).stream())
                .toList(),
            cart.commissionVersion(),
            cart.taxVersion(),
            hash,
            at,
            cart.paysWithCredit());
    Equation.check(quote);
    return quote;
  }

  private VendorQuote split(VendorQuote vendor) {
    VendorFacts seller = sellerOf(vendor);
    List<Money> shippingShares = shippingShares(vendor);
    List<Sale> sales = new ArrayList<>();
    for (int index = 0; index < vendor.lines().size(); index++) {
      sales.add(sale(vendor.lines().get(index), seller, shippingShares.get(index)));
    }
    List<List<Share>> shares = commissions.of(sales);
    List<LineQuote> split = new ArrayList<>();
    for (int index = 0; index < sales.size(); index++) {
      split.add(withLegs(vendor.lines().get(index), sales.get(index).facts(), shares.get(index)));
    }
    return withLegs(vendor, split);
  }

  /** Each shipped line's part of the shipping, by value; nothing for services and downloads. */
  private List<Money> shippingShares(VendorQuote vendor) {
    List<LineQuote> shipped =
        vendor.lines().stream()
            .filter(line -> lines.get(line.cartLineId()).isShipped())
            .sorted(Comparator.comparing(LineQuote::offerId))
            .toList();
    Map<UUID, Money> shares = new HashMap<>();
    if (!shipped.isEmpty()) {
      List<Money> parts =
          vendor.shipping().allocate(shipped.stream().map(line -> line.total().minor()).toList());
      for (int index = 0; index < shipped.size(); index++) {
        shares.put(shipped.get(index).cartLineId(), parts.get(index));
      }
    }
    return vendor.lines().stream()
        .map(line -> shares.getOrDefault(line.cartLineId(), Money.zero(currency)))
        .toList();
  }

  private VendorFacts sellerOf(VendorQuote vendor) {
    LineFacts.Seller seller = lines.get(vendor.lines().get(0).cartLineId()).seller();
    return new VendorFacts(
        seller.id().toString(),
        seller.slug(),
        seller.country(),
        seller.professional(),
        facts.salesOf(seller.id()));
  }

  private Sale sale(LineQuote line, VendorFacts seller, Money shippingShare) {
    LineFacts terms = lines.get(line.cartLineId());
    return new Sale(
        line.offerId(),
        new SaleFacts(
            seller,
            line.listingId().toString(),
            line.kind().toLowerCase(Locale.ROOT),
            terms.categoryPath(),
            terms.attributes(),
            line.quantity(),
            line.unitPrice(),
            gross(line),
            line.tax().amount(),
            shippingShare,
            facts.header().country(),
            at,
            LocalDateTime.ofInstant(at, BusinessCalendar.zone()),
            line.discount()),
        vendorsPrice(line));
  }

  /** What is to be divided: what the buyer pays, and what the platform pays in its stead. */
  static Money vendorsPrice(LineQuote line) {
    return gross(line).plus(line.platformPart());
  }

  /** What the buyer pays for the line, a tax on top included. */
  static Money gross(LineQuote line) {
    return line.tax().included() ? line.total() : line.total().plus(line.tax().amount());
  }

  private LineQuote withLegs(LineQuote line, SaleFacts sale, List<Share> shares) {
    boolean goods = lines.get(line.cartLineId()).isShipped();
    Remitted kept = kept(line.tax(), sale.vendor(), goods);
    String hash = new InputsHash(at).and(kept).of(sale, facts.header().commissionVersion());
    List<Allocation> legs =
        new ArrayList<>(
            new Legs(sale.vendor(), facts.rules().vat(), hash)
                .of(vendorsPrice(line), shares, kept));
    line.discounts().stream()
        .filter(discount -> discount.platform().isPositive())
        .map(discount -> Gifts.of(discount, hash))
        .forEach(legs::add);
    return line.with(withAffiliate(line, legs));
  }

  private Remitted kept(TaxQuote tax, VendorFacts vendor, boolean goods) {
    CartFacts.Header cart = facts.header();
    return cart.remittance().of(tax, vendor.country(), cart.country(), cart.company(), goods);
  }

  private List<Allocation> withAffiliate(LineQuote line, List<Allocation> legs) {
    AffiliateOffer offer = lines.get(line.cartLineId()).affiliate();
    if (offer == null) {
      return legs;
    }
    Money base = gross(line).minus(line.tax().amount());
    return new AffiliateLegs(offer, base, new InputsHash(at).of(offer, base)).within(legs);
  }

  private VendorQuote withLegs(VendorQuote vendor, List<LineQuote> split) {
    Money shipping =
        vendor.shippingTax().included()
            ? vendor.shipping()
            : vendor.shipping().plus(vendor.shippingTax().amount());
    String hash = new InputsHash(at).of(facts, List.of(vendor));
    List<Allocation> legs =
        shipping.isZero()
            ? List.of()
            : new Legs(sellerOf(vendor), facts.rules().vat(), hash)
                .of(shipping, List.of(), kept(vendor.shippingTax(), sellerOf(vendor), true));
    return new VendorQuote(
        vendor.vendorId(),
        vendor.slug(),
        vendor.name(),
        split,
        vendor.options(),
        vendor.chosen(),
        vendor.needsShipping(),
        vendor.items(),
        vendor.shipping(),
        vendor.discount(),
        vendor.taxIncluded(),
        vendor.taxAdded(),
        vendor.total(),
        vendor.shippingTax(),
        legs);
  }
}
