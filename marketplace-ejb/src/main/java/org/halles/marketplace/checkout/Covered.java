package org.halles.marketplace.checkout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.halles.marketplace.credit.CannotUseCredit;
import org.halles.marketplace.credit.StoreCredits;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.order.Assessment;
import org.halles.marketplace.order.OrderFates;
import org.halles.marketplace.order.OrderGroupView;
import org.halles.marketplace.order.OrderReading;
import org.halles.marketplace.order.Ordering;
import org.halles.marketplace.payment.CaptureMoment;
import org.halles.marketplace.pricing.Quote;
import org.halles.marketplace.shared.Idempotency;
import org.halles.spi.Money;

/**
 * Orders that gift cards and store credit pay wholly, or that cost nothing: with nobody outside to
 * be asked, they are opened and paid in one transaction, and nothing can be cut off in between.
 */
@ApplicationScoped
public class Covered {

  private StoreCredits credits;
  private Ordering ordering;
  private OrderFates fates;
  private ChargeOutcomes charges;
  private OrderReading orders;
  private Idempotency idempotency;
  private Clock clock;

  protected Covered() {}

  @Inject
  Covered(
      StoreCredits credits,
      Ordering ordering,
      OrderFates fates,
      ChargeOutcomes charges,
      OrderReading orders,
      Idempotency idempotency,
      Clock clock) {
    this.credits = credits;
    this.ordering = ordering;
    this.fates = fates;
    this.charges = charges;
    this.orders = orders;
    this.idempotency = idempotency;
    this.clock = clock;
  }

  /**
   * What of a quote its cart's credits pay.
   *
   * @param seen what the buyer counts on, or null
   * @throws CannotUseCredit naming both, if it is another amount
   */
  @Allowed(Role.ANYONE)
  @Transactional(Transactional.TxType.SUPPORTS)
  public Money credit(Quote quote, Money seen) {
    Money total = quote.totals().total();
    Money credit =
        quote.paysWithCredit()
            ? credits.covering(quote.cartId(), total, clock.instant())
            : Money.zero(quote.currency());
    if (seen != null && !seen.equals(credit)) {
      throw CannotUseCredit.notEnough(seen, credit);
    }
    return credit;
  }

  /** Orders and pays. */
  @Allowed(Role.ANYONE)
  @Transactional
  public OrderGroupView pay(
      CheckoutRequest request, Quote quote, Money credit, Assessment assessment) {
    UUID order =
        ordering
            .open(
                quote,
                request.expectedTotal(),
                null,
                CaptureMoment.CHECKOUT,
                request.downloadAtOnce(),
                assessment,
                credit)
            .view()
            .id();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    charges.covered(fates.lock(order), now);
    OrderGroupView paid = orders.findLiveOfCart(quote.cartId()).map(orders::complete).orElseThrow();
    request.key().ifPresent(key -> idempotency.finish(key.ticket(), key.encoder().apply(paid)));
    return paid;
  }
}
