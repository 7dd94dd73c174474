package org.halles.marketplace.credit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
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
  }

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
    Buyer buyer =
        database
            .find(
                "select number, account_id, email, language from order_group where id = ?",
                Buyer::read,
                order)
            .orElseThrow();
    if (buyer.account() == null) {
      sendCard(buyer, order, amount, now);
    } else {
      addToAccount(buyer, order, amount, now);
    }
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
