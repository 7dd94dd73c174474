package org.halles.marketplace.checkout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.halles.marketplace.credit.GiftCardPolicy;
import org.halles.marketplace.credit.GiftCardTerms;
import org.halles.marketplace.credit.GiftWish;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.EmailAddress;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.order.GiftOrdering;
import org.halles.marketplace.order.GiftPurchase;
import org.halles.marketplace.order.OpenedOrder;
import org.halles.marketplace.order.OrderGroupView;
import org.halles.marketplace.payment.Gateways;
import org.halles.marketplace.payment.Payments;
import org.halles.marketplace.payment.Sale;
import org.halles.marketplace.payment.TransferInstructions;
import org.halles.marketplace.shared.BusinessCalendar;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.Idempotency;
import org.halles.marketplace.shared.Refusal;
import org.halles.spi.Money;
import org.halles.spi.PaymentOutcome;

/**
 * A gift card bought and paid: open, charge, settle, as with a cart, and brought to its end by the
 * same sweeper. Gift cards do not pay for gift cards, nor does cash.
 */
@ApplicationScoped
public class GiftCheckout {

  private static final Set<String> COUNTRIES =
      Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

  private GiftCardPolicy policy;
  private GiftOrdering ordering;
  private Gateways gateways;
  private Screening screening;
  private Payments payments;
  private Settlement settlement;
  private Resumption resumption;
  private Idempotency idempotency;
  private Clock clock;

  protected GiftCheckout() {}

  @Inject
  public GiftCheckout(
      GiftCardPolicy policy,
      GiftOrdering ordering,
      Gateways gateways,
      Screening screening,
      Payments payments,
      Settlement settlement,
      Resumption resumption,
      Idempotency idempotency,
      Clock clock) {
    this.policy = policy;
    this.ordering = ordering;
    this.gateways = gateways;
    this.screening = screening;
    this.payments = payments;
    this.settlement = settlement;
    this.resumption = resumption;
    this.idempotency = idempotency;
    this.clock = clock;
  }

  /** The gateways that may take the money for a gift card, by name. */
  @Allowed(Role.ANYONE)
  public List<String> gateways(Money amount, String country) {
    return gateways.offered(saleOf(amount, country));
  }

  private static Sale saleOf(Money amount, String country) {
    return new Sale(amount, country, Set.of(), false, false);
  }

  /**
   * Orders the card and takes the money.
   *
   * @return PAID, or AWAITING_PAYMENT while the payment is under way
   * @throws org.halles.marketplace.shared.InvalidInput naming everything wrong
   * @throws org.halles.marketplace.order.CartAlreadyOrdered if the purchase's id has a live order
   * @throws PaymentDeclined if no money came
   * @throws GatewayUnavailable if the gateway is down
   */
  @Allowed(Role.ANYONE)
  public OrderGroupView pay(GiftCheckoutRequest request) {
    Optional<OrderGroupView> begun =
        request.isTakenOver() ? resumption.of(request.purchase().id()) : Optional.empty();
    if (begun.isPresent()) {
      return begun.get();
    }
    GiftCardTerms terms = policy.offer();
    requireOffered(terms);
    GiftPurchase purchase = checked(request.purchase(), terms);
    gateways.require(request.gateway(), saleOf(purchase.wish().amount(), purchase.country()));
    return charge(
        request.of(purchase),
        ordering.open(
            purchase,
            terms.months(),
            request.gateway(),
            screening.of(purchase, request.gateway())));
  }

  private static void requireOffered(GiftCardTerms terms) {
    if (!terms.offered()) {
      throw new NotOffered();
    }
  }

  private GiftPurchase checked(GiftPurchase wanted, GiftCardTerms terms) {
    Checklist checks = new Checklist();
    GiftWish wish = wanted.wish().checked(terms, BusinessCalendar.dayOf(clock.instant()), checks);
    String name = checks.text("name", wanted.name(), 200);
    EmailAddress email = EmailAddress.parse(wanted.email()).orElse(null);
    if (email == null) {
      checks.reject("email", "must be an e-mail address such as ana@example.org", wanted.email());
    }
    String country = wanted.country() == null ? "" : wanted.country().toUpperCase(Locale.ROOT);
    if (!COUNTRIES.contains(country)) {
      checks.reject("country", "must be an ISO 3166 country code such as FR", wanted.country());
    }
    checks.done();
    return new GiftPurchase(
        wanted.id(),
        wish,
        email.value(),
        name,
        country,
        "en".equals(wanted.language()) ? "en" : "fr");
  }

  private OrderGroupView charge(GiftCheckoutRequest request, OpenedOrder order) {
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

  private void remember(
      GiftCheckoutRequest request,
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

  /** The operator sells no gift cards. */
  public static final class NotOffered extends Refusal {

    private static final long serialVersionUID = 1L;

    NotOffered() {
      super(
          Kind.UNPROCESSABLE,
          "gift-cards-not-offered",
          "this marketplace sells no gift cards now",
          Map.of());
    }
  }
}
