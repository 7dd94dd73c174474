package org.halles.marketplace.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.halles.marketplace.pricing.Allocation;
import org.halles.marketplace.pricing.LineQuote;
import org.halles.marketplace.pricing.Quote;
import org.halles.marketplace.pricing.TaxQuote;
import org.halles.marketplace.pricing.VendorQuote;
import org.halles.marketplace.promotion.LineDiscount;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Database.Change;
import org.halles.marketplace.shared.Json;
import org.halles.marketplace.shared.Rows;

/**
 * Writes a frozen order: one statement a table, whatever the order's size, and all of them in one
 * trip.
 */
@ApplicationScoped
class OrderWriting {

  private static final String GROUP =
      """
      insert into order_group
        (id, number, access_key, cart_id, account_id, email, name, line1, line2, postal_code, city,
         region, country, language, currency, status, items_minor, shipping_minor, discount_minor,
         buyer_fee_minor, contribution_minor, tax_included_minor, tax_added_minor, total_minor,
         quote_hash, placed_at, reserved_until, download_at_once, purchase_order, company,
         give_back_version, gateway_fee_version)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'AWAITING_PAYMENT',
              ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
              (select purchase_order from cart where id = ?),
              (select jsonb_build_object('name', name, 'vatId', vat_id, 'line1', line1,
                        'line2', line2, 'postalCode', postal_code, 'city', city,
                        'country', country)
                 from company where account_id = ?::uuid),
              (select max(version) from give_back_policy),
              (select case when (f.terms ->> 'vendorShareBasisPoints')::int > 0
                           then f.version end -- none where the platform bears all
                 from gateway_fee_terms f order by f.version desc limit 1))
      """;

  private Database database;

  protected OrderWriting() {}

  @Inject
  OrderWriting(Database database) {
    this.database = database;
  }

  public void write(FrozenOrder order, Instant reservedUntil, Assessment assessment) {
    Rows parts = new Rows(OrderShapes.VENDOR_ORDER);
    Rows lines = new Rows(OrderShapes.ORDER_LINE);
    Rows allocations = new Rows(OrderShapes.ALLOCATION_LINE);
    Rows discounts = new Rows(OrderShapes.ORDER_DISCOUNT);
    order.quote.groupAllocations().forEach(leg -> add(allocations, order, null, null, leg));
    for (FrozenOrder.Part part : order.parts) {
      add(parts, order, part);
      for (FrozenOrder.Line line : part.lines()) {
        add(lines, order, part, line);
        line.quote().allocations().forEach(leg -> add(allocations, order, part, line, leg));
        line.quote().discounts().forEach(discount -> add(discounts, order, line, discount));
      }
      part.quote().shippingAllocations().forEach(leg -> add(allocations, order, part, null, leg));
    }
    List<Change> changes = new ArrayList<>(List.of(group(order, reservedUntil)));
    Stream.of(parts, lines, allocations, discounts, timeline(order))
        .forEach(rows -> changes.addAll(rows.changes()));
    wishes(order).ifPresent(changes::add);
    screening(order, assessment).ifPresent(changes::add);
    database.update(changes);
  }

  /** What checks thought; nothing where there is no check. */
  private static Optional<Change> screening(FrozenOrder order, Assessment assessment) {
    return assessment.findings().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Change(
                """
                insert into order_screening (order_group_id, score, state, findings)
                values (?, ?, ?, ?::jsonb)
                """,
                order.id,
                assessment.score(),
                assessment.held() ? "HELD" : "CLEAR",
                Json.write(assessment.findings())));
  }

  /** What the buyer wrote beside services in the cart. */
  private static Optional<Change> wishes(FrozenOrder order) {
    return order.quote.lines().noneMatch(line -> line.kind().equals("SERVICE"))
        ? Optional.empty()
        : Optional.of(
            new Change(
                """
                update order_line l set wished_on = c.wished_on, note = c.note
                  from cart_line c
                 where l.order_group_id = ? and l.kind = 'SERVICE'
                   and c.cart_id = ? and c.offer_id = l.offer_id
                """,
                order.id,
                order.quote.cartId()));
  }

  private static Change group(FrozenOrder order, Instant reservedUntil) {
    Quote quote = order.quote;
    Quote.Delivery to = quote.delivery();
    Quote.Totals sums = quote.totals();
    return new Change(
        GROUP,
        order.id,
        order.number,
        order.accessKey,
        quote.cartId(),
        quote.accountId(),
        to.email(),
        to.name(),
        to.line1(),
        to.line2(),
        to.postalCode(),
        to.city(),
        to.region(),
        to.country(),
        quote.language(),
        quote.currency().value(),
        sums.items().minor(),
        sums.shipping().minor(),
        sums.discount().minor(),
        sums.buyerFee().minor(),
        sums.contribution().minor(),
        sums.taxIncluded().minor(),
        sums.taxAdded().minor(),
        sums.total().minor(),
        quote.hash(),
        order.at,
        reservedUntil,
        order.downloadAtOnce(),
        quote.cartId(),
        quote.company() ? quote.buyer() : null);
  }

  private static void add(Rows parts, FrozenOrder order, FrozenOrder.Part part) {
    VendorQuote quote = part.quote();
    boolean ships = quote.chosen() != null;
    parts.add(
        part.id(),
        order.id,
        quote.vendorId(),
        order.parts.indexOf(part),
        part.number(),
        VendorOrderStatus.AWAITING_PAYMENT,
        order.quote.currency(),
        quote.items().minor(),
        quote.shipping().minor(),
        quote.discount().minor(),
        quote.taxIncluded().minor(),
        quote.taxAdded().minor(),
        quote.total().minor(),
        ships ? quote.chosen().id() : null,
        ships ? quote.chosen().label() : null,
        ships ? quote.chosen().minDays() : null,
        ships ? quote.chosen().maxDays() : null,
        order.at,
        ships ? cheapest(quote) : null);
  }

  /** What a withdrawal would give back of the delivery, whatever the buyer chose. */
  private static long cheapest(VendorQuote quote) {
    return quote.options().stream()
        .mapToLong(option -> option.price().minor())
        .min()
        .orElse(quote.chosen().price().minor());
  }

  private static void add(
      Rows lines, FrozenOrder order, FrozenOrder.Part part, FrozenOrder.Line line) {
    LineQuote quote = line.quote();
    TaxQuote tax = quote.tax();
    lines.add(
        line.id(),
        part.id(),
        order.id,
        part.lines().indexOf(line),
        quote.offerId(),
        quote.listingId(),
        quote.offerVersion(),
        quote.kind(),
        Json.write(quote.title()),
        quote.sku(),
        quote.options().isEmpty() ? "{}" : Json.write(quote.options()),
        quote.imageMedia(),
        quote.quantity(),
        quote.unitPrice().minor(),
        quote.priceList(),
        quote.total().minor(),
        quote.discount().minor(),
        tax.amount().minor(),
        tax.rate().numerator(),
        tax.rate().denominator(),
        tax.label(),
        tax.jurisdiction());
  }

  private static void add(
      Rows discounts, FrozenOrder order, FrozenOrder.Line line, LineDiscount discount) {
    discounts.add(
        line.id(),
        order.id,
        discount.promotionId(),
        discount.version(),
        discount.code(),
        Json.write(discount.title()),
        discount.amount().minor(),
        discount.platform().minor());
  }

  private static void add(
      Rows allocations,
      FrozenOrder order,
      FrozenOrder.Part part,
      FrozenOrder.Line line,
      Allocation leg) {
    allocations.add(
        order.id,
        part == null ? null : part.id(),
        line == null ? null : line.id(),
        part == null ? "GROUP" : line == null ? "SHIPPING" : "LINE",
        leg.party(),
        leg.kind(),
        leg.amount().minor(),
        leg.amount().currency(),
        leg.ruleId(),
        leg.ruleVersion(),
        leg.inputsHash(),
        Json.write(leg.trace()));
  }

  /** That a plugin failed and a configured rate stood in for it is part of the order's story. */
  private static Rows timeline(FrozenOrder order) {
    Rows events = new Rows(OrderShapes.ORDER_EVENT);
    events.add(order.id, null, Timeline.PLACED, order.at, "{}", null);
    for (FrozenOrder.Part part : order.parts) {
      if (legs(part.quote()).anyMatch(leg -> leg.trace().fallback())) {
        events.add(order.id, part.id(), Timeline.FALLBACK_USED, order.at, "{}", null);
      }
    }
    return events;
  }

  private static Stream<Allocation> legs(VendorQuote quote) {
    return Stream.concat(
        quote.lines().stream().flatMap(line -> line.allocations().stream()),
        quote.shippingAllocations().stream());
  }
}
