package org.halles.marketplace.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.halles.marketplace.credit.Tender;
import org.halles.marketplace.payment.CaptureMoment;
import org.halles.marketplace.payment.Intent;
import org.halles.marketplace.pricing.LineQuote;
import org.halles.marketplace.pricing.Quote;
import org.halles.marketplace.pricing.VendorQuote;
import org.halles.marketplace.shared.Ids;
import org.halles.spi.Money;

/**
 * A quote turned into an order in memory, with all its ids: what the rows, the view and the payment
 * are made of, so that nothing written has to be read again.
 */
final class FrozenOrder {

  /** One vendor's part. */
  record Part(UUID id, String number, VendorQuote quote, List<Line> lines) {}

  /** One line. */
  record Line(UUID id, LineQuote quote) {}

  final UUID id = Ids.next();
  final String number;
  final String accessKey = Ids.secret();
  final Quote quote;
  final Instant at;
  final List<Part> parts = new ArrayList<>();

  private final boolean atOnce;

  /**
   * @param atOnce whether the buyer wants files at once and gives up the right of withdrawal for it
   */
  FrozenOrder(Quote quote, String number, Instant at, boolean atOnce) {
    this.atOnce = atOnce;
    this.quote = quote;
    this.number = number;
    this.at = at;
    for (VendorQuote vendor : quote.vendors()) {
      List<Line> lines = vendor.lines().stream().map(line -> new Line(Ids.next(), line)).toList();
      parts.add(new Part(Ids.next(), number + "-" + (parts.size() + 1), vendor, lines));
    }
  }

  /** Null if there is nothing to download. */
  Boolean downloadAtOnce() {
    boolean files = quote.lines().anyMatch(line -> line.kind().equals("DIGITAL"));
    return files ? Boolean.valueOf(atOnce) : null;
  }

  /** What is to be paid: a part for each vendor order, and what belongs to none. */
  List<Intent.Part> shares() {
    List<Intent.Part> shares = new ArrayList<>();
    parts.forEach(part -> shares.add(new Intent.Part(part.id(), part.quote().total())));
    Money ofParts = Money.sum(quote.currency(), shares.stream().map(Intent.Part::amount).toList());
    Money besides = quote.totals().total().minus(ofParts);
    if (besides.isPositive()) {
      shares.add(new Intent.Part(null, besides));
    }
    return shares;
  }

  /** The same parts, of other amounts. */
  List<Intent.Part> shares(List<Money> amounts) {
    List<Intent.Part> whole = shares();
    return IntStream.range(0, whole.size())
        .mapToObj(place -> new Intent.Part(whole.get(place).vendorOrderId(), amounts.get(place)))
        .toList();
  }

  /** The payment of what credits leave; null if they leave nothing. */
  Intent intent(String gateway, CaptureMoment moment, List<Tender> tenders) {
    List<Money> totals = shares().stream().map(Intent.Part::amount).toList();
    List<Money> left = Tender.outstanding(totals, tenders);
    Money amount = Money.sum(quote.currency(), left);
    return amount.isZero()
        ? null
        : new Intent(Ids.next(), Ids.next(), id, gateway, amount, shares(left), moment, at);
  }

  /** As the buyer sees it before anybody was asked for money. */
  OrderGroupView view() {
    Quote.Delivery to = quote.delivery();
    List<TimelineEvent> timeline = List.of(new TimelineEvent(Timeline.PLACED, at, Map.of()));
    return new OrderGroupView(
        id,
        number,
        accessKey,
        OrderGroupStatus.AWAITING_PAYMENT,
        "NONE",
        quote.language(),
        quote.currency(),
        totals(),
        new Delivery(
            to.email(),
            to.name(),
            to.line1(),
            to.line2(),
            to.postalCode(),
            to.city(),
            to.region(),
            to.country()),
        at,
        null,
        List.of(),
        parts.stream().map(part -> view(part, timeline)).toList(),
        null,
        timeline);
  }

  private Totals totals() {
    Quote.Totals sums = quote.totals();
    return new Totals(
        sums.items(),
        sums.shipping(),
        sums.discount(),
        sums.buyerFee(),
        sums.contribution(),
        sums.taxIncluded(),
        sums.taxAdded(),
        sums.total());
  }

  private VendorOrderView view(Part part, List<TimelineEvent> timeline) {
    VendorQuote vendor = part.quote();
    boolean ships = vendor.chosen() != null;
    return new VendorOrderView(
        part.id(),
        part.number(),
        new VendorRef(vendor.vendorId(), vendor.slug(), vendor.name()),
        VendorOrderStatus.AWAITING_PAYMENT,
        part.lines().stream().map(FrozenOrder::view).toList(),
        new Totals(
            vendor.items(),
            vendor.shipping(),
            vendor.discount(),
            Money.zero(quote.currency()),
            Money.zero(quote.currency()),
            vendor.taxIncluded(),
            vendor.taxAdded(),
            vendor.total()),
        ships ? vendor.chosen().label() : null,
        ships ? vendor.chosen().minDays() : null,
        ships ? vendor.chosen().maxDays() : null,
        at,
        null,
        null,
        null,
        List.of(),
        timeline);
  }

  private static OrderLineView view(Line line) {
    LineQuote quote = line.quote();
    return new OrderLineView(
        line.id(),
        quote.offerId(),
        quote.listingId(),
        quote.kind(),
        quote.title(),
        quote.sku(),
        quote.options(),
        quote.imageMedia(),
        quote.quantity(),
        0,
        0,
        0,
        quote.unitPrice(),
        quote.priceList().name(),
        quote.discount(),
        quote.total(),
        quote.tax().amount(),
        quote.tax().label(),
        null);
  }
}
