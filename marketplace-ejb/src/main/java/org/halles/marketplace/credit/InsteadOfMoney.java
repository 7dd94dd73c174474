package org.halles.marketplace.credit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.DomainEvent;
import org.halles.marketplace.shared.Ids;
import org.halles.marketplace.shared.Outbox;
import org.halles.marketplace.shared.Row;
import org.halles.spi.Money;

/**
 * A buyer chose store credit instead of the money: an account has it at once, a guest gets a card
 * by mail. It stands for money that was paid, so it never runs out. Part of the caller's
 * transaction.
 */
@ApplicationScoped
class InsteadOfMoney {

  private record Buyer(String order, UUID account, String email, String language) {

    static Buyer read(Row row) throws SQLException {
      return new Buyer(
          row.text("number"), row.uuid("account_id"), row.text("email"), row.text("language"));
    }

    String why() {
      return ("fr".equals(language) ? "Remboursement de la commande " : "Refund of order ") + order;
    }

    String whyTaken() {
      return ("fr".equals(language)
              ? "Argent repris par votre banque, commande "
              : "Money taken back by your bank, order ")
          + order;
    }
  }

  /** What of one credit is meant. */
  private record Part(UUID credit, Money amount) {}

  private Database database;
  private CreditRows rows;
  private CodeSeal seal;
  private Outbox outbox;

  protected InsteadOfMoney() {}

  @Inject
  InsteadOfMoney(Database database, CreditRows rows, CodeSeal seal, Outbox outbox) {
    this.database = database;
    this.rows = rows;
    this.seal = seal;
    this.outbox = outbox;
  }

  void give(UUID order, Money amount, Instant now) {
    Buyer buyer = buyer(order);
    if (buyer.account() == null) {
      sendCard(buyer, order, amount, now);
    } else {
      addToAccount(buyer, order, amount, now);
    }
  }

  private Buyer buyer(UUID order) {
    return database
        .find(
            "select number, account_id, email, language from order_group where id = ?",
            Buyer::read,
            order)
        .orElseThrow();
  }

  /**
   * The buyer's bank took the money back as well: what is left of the credit is taken again.
   *
   * @return what was taken, at most so much
   */
  Money takeBack(UUID order, Money most, Instant now) {
    return move(order, "TAKEN_BACK", "ISSUED", most, now);
  }

  /** The bank gave it back: so is the credit. */
  void giveAgain(UUID order, Money amount, Instant now) {
    move(order, "GIVEN_AGAIN", "TAKEN_BACK", amount, now);
  }

  private Money move(UUID order, String kind, String of, Money most, Instant now) {
    String why = buyer(order).whyTaken();
    Money left = most;
    for (Part part : partsOf(order, of, most)) {
      Money moved = part.amount().min(left);
      if (moved.isPositive()) {
        Money signed = kind.equals("TAKEN_BACK") ? moved.negate() : moved;
        rows.move(part.credit(), kind, signed, order, why, now);
        left = left.minus(moved);
      }
    }
    Money moved = most.minus(left);
    if (moved.isPositive()) {
      boolean again = kind.equals("GIVEN_AGAIN");
      outbox.add(new DomainEvent.RefundCreditMoved(order, moved, again, now));
    }
    return moved;
  }

  /** What each credit was given for a purchase and still has, or lost of it again. */
  private List<Part> partsOf(UUID order, String of, Money most) {
    return database.list(
        """
        select c.id, case ?::text when 'ISSUED' then least(g.given, c.balance_minor) else g.taken end
                 as minor
          from store_credit c
          join lateral (
            select coalesce(sum(m.amount_minor), 0) as given,
                   -coalesce(sum(m.amount_minor) filter (where m.kind <> 'ISSUED'), 0) as taken
              from store_credit_movement m
             where m.credit_id = c.id and m.order_group_id = ?
               and m.kind in ('ISSUED', 'TAKEN_BACK', 'GIVEN_AGAIN')) as g on true
         where c.currency = ? and c.id in (
                 select credit_id from store_credit_movement
                  where order_group_id = ? and kind = 'ISSUED')
           and not exists (select from gift_card_sale s where s.credit_id = c.id)
         order by c.id for update of c
        """,
        row -> new Part(row.uuid("id"), Money.of(Math.max(0, row.whole("minor")), most.currency())),
        of,
        order,
        most.currency().value(),
        order);
  }

  private void addToAccount(Buyer buyer, UUID order, Money amount, Instant now) {
    Credit credit = rows.openAccount(buyer.account(), amount.currency(), now);
    rows.move(credit.id(), "ISSUED", amount, order, buyer.why(), now);
    Money balance = rows.lock(credit.id()).orElseThrow().balance();
    outbox.add(
        new DomainEvent.StoreCreditGiven(
            credit.id(), buyer.account(), amount, balance, buyer.why(), now));
  }

  private void sendCard(Buyer buyer, UUID order, Money amount, Instant now) {
    GiftCode code = GiftCode.next();
    Money none = Money.zero(amount.currency());
    Credit card =
        new Credit(Ids.next(), CreditKind.GIFT_CARD, code.ending(), null, none, true, false, null);
    rows.insert(card, code, buyer.email(), now);
    rows.move(card.id(), "ISSUED", amount, order, buyer.why(), now);
    outbox.add(
        new DomainEvent.GiftCardIssued(
            card.id(), buyer.email(), buyer.language(), seal.of(code), amount, null, now));
  }
}
