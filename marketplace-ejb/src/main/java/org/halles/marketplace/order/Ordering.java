package org.halles.marketplace.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.catalog.Stock;
import org.halles.marketplace.credit.StoreCredits;
import org.halles.marketplace.credit.Tender;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.order.QuoteChanged.Change;
import org.halles.marketplace.payment.CaptureMoment;
import org.halles.marketplace.payment.Intent;
import org.halles.marketplace.payment.Transactions;
import org.halles.marketplace.pricing.Quote;
import org.halles.marketplace.promotion.LineDiscount;
import org.halles.marketplace.promotion.Redemptions;
import org.halles.marketplace.shared.LogContext;
import org.halles.spi.Money;

/** Opens orders: the first of the checkout's two transactions. */
@ApplicationScoped
public class Ordering {

  /** How long goods are kept for somebody whose payment has not begun. */
  public static final Duration RESERVATION = Duration.ofMinutes(15);

  private Standing standing;
  private OrderNumbers numbers;
  private OrderWriting writing;
  private Transactions transactions;
  private Redemptions redemptions;
  private StoreCredits credits;
  private Stock stock;
  private Clock clock;

  protected Ordering() {}

  @Inject
  public Ordering(
      Standing standing,
      OrderNumbers numbers,
      OrderWriting writing,
      Transactions transactions,
      Redemptions redemptions,
      StoreCredits credits,
      Stock stock,
      Clock clock) {
    this.standing = standing;
    this.numbers = numbers;
    this.writing = writing;
    this.transactions = transactions;
    this.redemptions = redemptions;
    this.credits = credits;
    this.stock = stock;
    this.clock = clock;
  }

  /**
   * Freezes a quote: order group, vendor orders, lines, the whole split, and the intent to charge.
   * Takes the stock last, for it is what others wait for.
   *
   * @param expectedTotal what the buyer saw, or null
   * @param downloadAtOnce whether the buyer wants files at once and gives up the right of
   *     withdrawal
   * @param assessment what checks thought of it
   * @throws QuoteChanged if anything the quote rests on has changed, or stock is short
   * @throws CartAlreadyOrdered if the cart has a live order
   */
  @Allowed(Role.ANYONE)
  @Transactional
  public OpenedOrder open(
      Quote quote,
      Money expectedTotal,
      String gateway,
      boolean downloadAtOnce,
      Assessment assessment) {
    Money none = Money.zero(quote.currency());
    return open(
        quote, expectedTotal, gateway, CaptureMoment.CHECKOUT, downloadAtOnce, assessment, none);
  }

  /**
   * The same, partly or wholly paid with gift cards and store credit.
   *
   * @param gateway who takes the rest; null if there is none
   * @param moment when it is taken
   * @param credit what the buyer counts on
   * @throws org.halles.marketplace.credit.CannotUseCredit if another amount is available
   */
  @Allowed(Role.ANYONE)
  @Transactional
  public OpenedOrder open(
      Quote quote,
      Money expectedTotal,
      String gateway,
      CaptureMoment moment,
      boolean downloadAtOnce,
      Assessment assessment,
      Money credit) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    standing.require(quote, expectedTotal, now);
    FrozenOrder order = new FrozenOrder(quote, numbers.next(), now, downloadAtOnce);
    LogContext.order(order.number);
    writing.write(order, now.plus(RESERVATION), assessment);
    redeem(order);
    List<Tender> tenders = credit.isPositive() ? takeCredit(order, credit) : List.of();
    Intent intent = order.intent(gateway, moment, tenders);
    if (intent != null) {
      transactions.open(intent);
    }
    takeStock(quote, order.id);
    return new OpenedOrder(order.view(), intent);
  }

  private List<Tender> takeCredit(FrozenOrder order, Money credit) {
    List<Money> totals = order.shares().stream().map(Intent.Part::amount).toList();
    List<Tender> tenders = credits.take(order.quote.cartId(), totals, credit, order.id, order.at);
    tenders.forEach(
        tender ->
            transactions.openCredit(
                tender.paymentId(),
                order.id,
                tender.amount(),
                order.shares(tender.parts()),
                order.at));
    credits.hold(order.id, tenders);
    return tenders;
  }

  private void redeem(FrozenOrder order) {
    List<LineDiscount> discounts =
        order.quote.lines().flatMap(line -> line.discounts().stream()).toList();
    List<Change> gone =
        redemptions.take(discounts, order.id, order.quote.delivery().email(), order.at).stream()
            .map(one -> new Change(null, "promotion", one.name(), one.reason()))
            .toList();
    if (!gone.isEmpty()) {
      throw new QuoteChanged(gone);
    }
  }

  private void takeStock(Quote quote, UUID order) {
    Map<UUID, Integer> wanted = new HashMap<>();
    quote.lines().forEach(line -> wanted.merge(line.offerId(), line.quantity(), Integer::sum));
    Map<UUID, Integer> tooFew = stock.take(wanted, order);
    if (!tooFew.isEmpty()) {
      List<Change> changes =
          quote
              .lines()
              .filter(line -> tooFew.containsKey(line.offerId()))
              .map(
                  line ->
                      new Change(
                          String.valueOf(line.cartLineId()),
                          "stock",
                          line.quantity(),
                          tooFew.get(line.offerId())))
              .toList();
      throw new QuoteChanged(changes);
    }
  }
}
