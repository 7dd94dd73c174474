package org.halles.marketplace.credit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.shared.BusinessCalendar;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Ids;
import org.halles.marketplace.shared.Row;
import org.halles.spi.Money;

/**
 * Gift cards that buyers bought: written down with their purchase, made when it is paid, emptied
 * when its money goes back. Always inside the caller's transaction, on a purchase it has locked.
 */
@ApplicationScoped
public class SoldCards {

  /** Buyers may withdraw so long (Directive 2011/83/EU, Article 9). */
  static final int WITHDRAWAL_DAYS = 14;

  /** Letters with a day of their own go out in the morning. */
  private static final LocalTime MORNING = LocalTime.of(8, 0);

  private static final String VIEW =
      """
      select s.*, g.paid_at, c.ending, c.expires_at,
             coalesce(c.balance_minor = s.amount_minor and (s.held or not c.blocked), false)
               as unused
        from gift_card_sale s join order_group g on g.id = s.order_group_id
        left join store_credit c on c.id = s.credit_id
       where s.order_group_id = ?
      """;

  private record Sale(
      Money amount, String recipient, LocalDate deliverOn, int months, UUID card, boolean frozen) {

    static Sale read(Row row) throws SQLException {
      return new Sale(
          row.money("amount_minor"),
          row.text("recipient"),
          row.day("deliver_on"),
          row.integer("months"),
          row.uuid("credit_id"),
          row.flag("frozen"));
    }
  }

  private Database database;
  private CreditRows rows;
  private CodeSeal seal;
  private GiftPost post;

  protected SoldCards() {}

  @Inject
  SoldCards(Database database, CreditRows rows, CodeSeal seal, GiftPost post) {
    this.database = database;
    this.rows = rows;
    this.seal = seal;
    this.post = post;
  }

  /** What a purchase is about. */
  public void write(UUID order, GiftWish wish, int months) {
    database.update(
        """
        insert into gift_card_sale (order_group_id, amount_minor, currency, recipient,
                                    sender, greeting, language, deliver_on, months)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        order,
        wish.amount().minor(),
        wish.amount().currency().value(),
        wish.recipient(),
        wish.sender(),
        wish.greeting(),
        wish.language(),
        wish.deliverOn(),
        months);
  }

  /**
   * The purchase is paid: the card is there, and its letter goes out at once or on its day. Where a
   * person is to look at the purchase first, nobody pays with it and no letter goes out before.
   *
   * @return when its letter goes out; empty if a person is to look first
   */
  public Optional<Instant> issue(UUID order, Instant now) {
    Sale sale = find(order).orElseThrow();
    GiftCode code = GiftCode.next();
    Instant end =
        startOf(BusinessCalendar.dayOf(now).plusMonths(sale.months()).plusDays(1), LocalTime.MIN);
    Money none = Money.zero(sale.amount().currency());
    Credit card =
        new Credit(Ids.next(), CreditKind.GIFT_CARD, code.ending(), null, none, true, false, end);
    rows.insert(card, code, sale.recipient(), now);
    rows.move(card.id(), "ISSUED", sale.amount(), order, null, now);
    Instant due = dueAt(sale, now);
    database.update(
        """
        update gift_card_sale set credit_id = ?, due_at = ?, sealed_code = ?
         where order_group_id = ?
        """,
        card.id(),
        due,
        seal.of(code),
        order);
    if (isToBeLookedAt(order)) {
      rows.block(card.id(), true);
      database.update("update gift_card_sale set held = true where order_group_id = ?", order);
      return Optional.empty();
    }
    if (!due.isAfter(now)) {
      post.send(order, now);
    }
    return Optional.of(due);
  }

  private boolean isToBeLookedAt(UUID order) {
    return database
        .find(
            "select 1 from order_screening where order_group_id = ? and state = 'HELD'",
            row -> true,
            order)
        .isPresent();
  }

  /** True if the purchase is of a gift card that waits for a person. */
  public boolean isHeld(UUID order) {
    return database
        .find(
            """
            select 1 from gift_card_sale s join store_credit c on c.id = s.credit_id
             where s.order_group_id = ? and s.held and c.balance_minor > 0
            """,
            row -> true,
            order)
        .isPresent();
  }

  /**
   * A person let the purchase go on: the card is good, and its letter goes out now or on its day.
   *
   * @return when its letter goes out
   */
  public Instant release(UUID order, Instant now) {
    Instant due =
        database
            .find(
                """
                update gift_card_sale set held = false, due_at = greatest(due_at, ?)
                 where order_group_id = ? returning due_at
                """,
                row -> row.instant("due_at"),
                now,
                order)
            .orElseThrow();
    rows.block(cardOf(order), false);
    if (!due.isAfter(now)) {
      post.send(order, now);
    }
    return due;
  }

  private static Instant dueAt(Sale sale, Instant now) {
    Instant wanted = sale.deliverOn() == null ? now : startOf(sale.deliverOn(), MORNING);
    return wanted.isBefore(now) ? now : wanted;
  }

  private static Instant startOf(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(BusinessCalendar.zone()).toInstant();
  }

  /** What is left on the card of a purchase, locked; zero if it has none. */
  public Money lock(UUID order) {
    Sale sale = find(order).orElseThrow();
    return sale.card() == null
        ? Money.zero(sale.amount().currency())
        : rows.lock(sale.card()).orElseThrow().balance();
  }

  /** Its money goes back to the buyer: so much less is on the card. */
  public void empty(UUID order, Money amount, Instant now) {
    rows.move(cardOf(order), "REFUNDED", amount.negate(), order, null, now);
  }

  /** Its money did not go back after all: the card is as good as it was, and for a while yet. */
  public void restore(UUID order, Money amount, Instant now) {
    UUID card = cardOf(order);
    rows.move(card, "RESTORED", amount, order, null, now);
    rows.goodUntil(card, now.plus(StoreCredits.GOOD_AFTER_RETURN));
  }

  /** A bank took its money back: nobody pays with the card until that is decided. */
  public void freeze(UUID order) {
    UUID card = cardOf(order);
    if (!rows.lock(card).orElseThrow().blocked()) {
      rows.block(card, true);
      database.update("update gift_card_sale set frozen = true where order_group_id = ?", order);
    }
  }

  /** That is decided; what somebody else blocked stays blocked. */
  public void thaw(UUID order) {
    Sale sale = find(order).orElseThrow();
    if (sale.frozen()) {
      rows.block(sale.card(), false);
      database.update("update gift_card_sale set frozen = false where order_group_id = ?", order);
    }
  }

  /** As its buyer sees it; empty if the purchase is of another kind. */
  public Optional<SoldCardView> view(UUID order) {
    return database.find(VIEW, SoldCards::view, order);
  }

  private Optional<Sale> find(UUID order) {
    return database.find(
        "select * from gift_card_sale where order_group_id = ?", Sale::read, order);
  }

  private UUID cardOf(UUID order) {
    return find(order).map(Sale::card).orElseThrow();
  }

  private static SoldCardView view(Row row) throws SQLException {
    Instant paid = row.instant("paid_at");
    return new SoldCardView(
        row.money("amount_minor"),
        row.text("recipient"),
        row.text("sender"),
        row.text("greeting"),
        row.day("deliver_on"),
        row.instant("due_at"),
        row.instant("sent_at"),
        row.text("ending"),
        row.instant("expires_at"),
        row.flag("unused"),
        row.flag("held"),
        paid == null
            ? null
            : startOf(BusinessCalendar.dayOf(paid).plusDays(WITHDRAWAL_DAYS + 1L), LocalTime.MIN));
  }
}
