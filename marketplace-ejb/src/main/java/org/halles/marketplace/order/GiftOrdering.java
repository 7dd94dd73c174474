package org.halles.marketplace.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.halles.marketplace.commission.Trace;
import org.halles.marketplace.credit.SoldCards;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.payment.CaptureMoment;
import org.halles.marketplace.payment.Intent;
import org.halles.marketplace.payment.Transactions;
import org.halles.marketplace.pricing.Allocation;
import org.halles.marketplace.pricing.Quote;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.LogContext;
import org.halles.marketplace.shared.Violation;
import org.halles.spi.Money;

/**
 * Opens purchases of gift cards: the same first transaction as that of a cart, without vendors,
 * goods and stock. All of the money is one leg of the split, owed to whoever will have the card.
 */
@ApplicationScoped
public class GiftOrdering {

  /** Claims the id: of two attempts with it, the second waits here and finds it ordered. */
  private static final String CLAIM =
      """
      insert into cart (id, currency, language, status, for_gift_card, created_at, updated_at)
      values (?, ?, ?, 'ORDERED', true, ?, ?)
      on conflict (id) do update
         set status = 'ORDERED', currency = excluded.currency, version = cart.version + 1,
             updated_at = excluded.updated_at
       where cart.for_gift_card and cart.status = 'OPEN'
      """;

  private static final String LIVE_ORDER =
      """
      select number from order_group
       where cart_id = ? and status not in ('PAYMENT_FAILED', 'EXPIRED', 'CANCELLED')
      """;

  private Database database;
  private OrderNumbers numbers;
  private OrderWriting writing;
  private Transactions transactions;
  private SoldCards cards;
  private CurrentCaller caller;
  private Clock clock;

  protected GiftOrdering() {}

  @Inject
  GiftOrdering(
      Database database,
      OrderNumbers numbers,
      OrderWriting writing,
      Transactions transactions,
      SoldCards cards,
      CurrentCaller caller,
      Clock clock) {
    this.database = database;
    this.numbers = numbers;
    this.writing = writing;
    this.transactions = transactions;
    this.cards = cards;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * Freezes the purchase and the intent to charge.
   *
   * @param purchase as it was checked
   * @param months so long the card will be good
   * @param assessment what checks think of it
   * @throws CartAlreadyOrdered if its id has a live order
   * @throws InvalidInput if its id is the id of something else
   */
  @Allowed(Role.ANYONE)
  @Transactional
  public OpenedOrder open(
      GiftPurchase purchase, int months, String gateway, Assessment assessment) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    claim(purchase, now);
    FrozenOrder order = new FrozenOrder(quote(purchase, now), numbers.next(), now, false);
    LogContext.order(order.number);
    writing.write(order, now.plus(Ordering.RESERVATION), assessment);
    cards.write(order.id, purchase.wish(), months);
    Intent intent = order.intent(gateway, CaptureMoment.CHECKOUT, List.of());
    transactions.open(intent);
    return new OpenedOrder(order.view(), intent);
  }

  private void claim(GiftPurchase purchase, Instant now) {
    int claimed =
        database.update(
            CLAIM,
            purchase.id(),
            purchase.wish().amount().currency().value(),
            purchase.language(),
            now,
            now);
    if (claimed == 0) {
      throw database
          .find(LIVE_ORDER, row -> row.text("number"), purchase.id())
          .<RuntimeException>map(CartAlreadyOrdered::new)
          .orElseGet(
              () ->
                  new InvalidInput(
                      new Violation(
                          "id",
                          "is taken: choose a new one for each purchase",
                          "" + purchase.id())));
    }
  }

  private Quote quote(GiftPurchase purchase, Instant now) {
    Money amount = purchase.wish().amount();
    Money none = Money.zero(amount.currency());
    String hash = "gift-card:" + amount;
    return new Quote(
        purchase.id(),
        0,
        amount.currency(),
        new Quote.Delivery(
            purchase.email(), purchase.name(), "", null, "", "", null, purchase.country()),
        purchase.language(),
        caller.get().accountId(),
        null,
        false,
        List.of(),
        new Quote.Totals(amount, none, none, none, none, none, none, amount),
        List.of(leg(amount, hash)),
        0,
        0,
        hash,
        now);
  }

  /** A voucher for many things: it is taxed where it is spent (Directive (EU) 2016/1065). */
  private static Allocation leg(Money amount, String hash) {
    return new Allocation(
        "bearer",
        Allocation.Kind.STORE_CREDIT,
        amount,
        null,
        null,
        hash,
        new Trace(
            "gift card",
            null,
            "owed to whoever has the card",
            false,
            List.of(new Trace.Step("residual", amount.toString(), amount.minor()))));
  }
}
