package org.halles.marketplace.checkout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.halles.marketplace.cash.CashGateway;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.order.OpenedOrder;
import org.halles.marketplace.order.OrderGroupView;
import org.halles.marketplace.order.Ordering;
import org.halles.marketplace.order.QuoteChanged;
import org.halles.marketplace.order.Readiness;
import org.halles.marketplace.payment.CaptureMoment;
import org.halles.marketplace.payment.CaptureMoments;
import org.halles.marketplace.payment.Gateways;
import org.halles.marketplace.payment.Payments;
import org.halles.marketplace.payment.Sale;
import org.halles.marketplace.payment.Transactions;
import org.halles.marketplace.payment.TransferInstructions;
import org.halles.marketplace.pricing.LineQuote;
import org.halles.marketplace.pricing.Pricing;
import org.halles.marketplace.pricing.Quote;
import org.halles.marketplace.pricing.VendorQuote;
import org.halles.marketplace.shared.GatewayGrid;
import org.halles.marketplace.shared.Idempotency;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Violation;
import org.halles.spi.Money;
import org.halles.spi.PaymentOutcome;

/**
 * From a cart to a paid order, in four steps: quote, open, charge, settle. Two short transactions,
 * and none while plugins or gateways are asked; wherever it is cut off, the {@link
 * UnsettledSweeper} brings it to its end.
 */
@ApplicationScoped
public class Checkout {

  private Pricing pricing;
  private Ordering ordering;
  private Gateways gateways;
  private CaptureMoments moments;
  private Readiness readiness;
  private Screening screening;
  private Payments payments;
  private Covered covered;
  private Settlement settlement;
  private Resumption resumption;
  private Idempotency idempotency;

  protected Checkout() {}

  @Inject
  public Checkout(
      Pricing pricing,
      Ordering ordering,
      Gateways gateways,
      CaptureMoments moments,
      Readiness readiness,
      Screening screening,
      Payments payments,
      Covered covered,
      Settlement settlement,
      Resumption resumption,
      Idempotency idempotency) {
    this.pricing = pricing;
    this.ordering = ordering;
    this.gateways = gateways;
    this.moments = moments;
    this.readiness = readiness;
    this.screening = screening;
    this.payments = payments;
    this.covered = covered;
    this.settlement = settlement;
    this.resumption = resumption;
    this.idempotency = idempotency;
  }

  /**
   * Orders the cart and takes the money.
   *
   * @return the order group: PAID, AUTHORISED where the money is taken later, or AWAITING_PAYMENT
   *     while the payment is under way
   * @throws org.halles.marketplace.order.QuoteChanged if price, stock or total are not what the
   *     buyer saw
   * @throws org.halles.marketplace.order.CartAlreadyOrdered if the cart has a live order
   * @throws org.halles.marketplace.credit.CannotUseCredit if gift cards pay less than the buyer saw
   * @throws org.halles.marketplace.cash.CannotPayCash if it is to be paid in cash and cannot
   * @throws PaymentDeclined if no money came; the cart is kept
   * @throws GatewayUnavailable if the gateway is down; the cart is kept
   */
  @Allowed(Role.ANYONE)
  public OrderGroupView pay(CheckoutRequest request) {
    Optional<OrderGroupView> begun =
        request.isTakenOver() ? resumption.of(request.cartId()) : Optional.empty();
    if (begun.isPresent()) {
      return begun.get();
    }
    Quote quote = pricing.quote(request.cartId());
    requireGiven(quote, request.given());
    Money credit = covered.credit(quote, request.credit());
    if (credit.equals(quote.totals().total())) {
      return covered.pay(request, quote, credit, screening.of(quote, Transactions.STORE_CREDIT));
    }
    CaptureMoment moment = require(request, quote, credit);
    OpenedOrder order =
        ordering.open(
            quote,
            request.expectedTotal(),
            request.gateway(),
            moment,
            request.downloadAtOnce(),
            screening.of(quote, request.gateway()),
            credit);
    PaymentOutcome outcome =
        payments.charge(
            order.intent(),
            request.token(),
            order.view().number(),
            request.returnTo(order.view()),
            request.options());
    Optional<TransferInstructions> transfer =
        payments.instructions(order.intent().gateway(), order.intent().transactionId());
    Settled settled =
        settlement.settle(
            order.intent().transactionId(),
            outcome,
            news -> remember(request, order, news, transfer));
    return Outcomes.answer(order.view(), settled, transfer);
  }

  /** What is given to others is what the buyer saw, even where the total happens to be the same. */
  private static void requireGiven(Quote quote, Money seen) {
    Money now = quote.totals().contribution();
    if (seen == null ? now.isPositive() : !seen.equals(now)) {
      throw new QuoteChanged(List.of(new QuoteChanged.Change(null, "contribution", seen, now)));
    }
  }

  private CaptureMoment require(CheckoutRequest request, Quote quote, Money credit) {
    if (request.gateway() == null) {
      throw new InvalidInput(
          new Violation(
              "payment",
              "is required: " + quote.totals().total().minus(credit) + " is left to be paid",
              null));
    }
    Sale sale = saleOf(quote, credit);
    gateways.require(request.gateway(), sale);
    if (request.gateway().equals(CashGateway.ID)) {
      return CaptureMoment.COLLECTION;
    }
    CaptureMoment moment =
        isHoldable(quote, credit) ? moments.of(request.gateway(), sale) : CaptureMoment.CHECKOUT;
    return lasts(moment, quote) ? moment : CaptureMoment.CHECKOUT;
  }

  /** What takes longer to be ready than money is held is paid at once. */
  private boolean lasts(CaptureMoment moment, Quote quote) {
    return moment == CaptureMoment.CHECKOUT
        || readiness.inTime(quote.lines().map(LineQuote::offerId).toList());
  }

  /** What opens or is begun at once is paid at once, and what credit pays a part of. */
  private static boolean isHoldable(Quote quote, Money credit) {
    return credit.isZero()
        && isGoods(quote)
        && GatewayGrid.allFit(quote.vendors().stream().map(VendorQuote::total).toList());
  }

  private static boolean isGoods(Quote quote) {
    return quote.lines().allMatch(line -> line.kind().equals("GOODS"));
  }

  private static Sale saleOf(Quote quote, Money credit) {
    return new Sale(
        quote.totals().total(),
        quote.delivery() == null ? null : quote.delivery().country(),
        quote.vendors().stream().map(VendorQuote::vendorId).collect(Collectors.toSet()),
        isGoods(quote),
        credit.isPositive());
  }

  /** What will be answered is stored with what happened; a refusal is stored by the edge. */
  private void remember(
      CheckoutRequest request,
      OpenedOrder order,
      Settled news,
      Optional<TransferInstructions> transfer) {
    if (!news.order().isDead()) {
      request
          .key()
          .ifPresent(
              key ->
                  idempotency.finish(
                      key.ticket(),
                      key.encoder().apply(Outcomes.answer(order.view(), news, transfer))));
    }
  }
}
