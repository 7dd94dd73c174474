package org.halles.marketplace.credit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Ids;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;

/** Credits and their movements as stored; part of the caller's transaction. */
@ApplicationScoped
class CreditRows {

  private static final String MOVE =
      """
      with moved as (
        update store_credit set balance_minor = balance_minor + ?,
               issued_minor = issued_minor + case when ? = 'ISSUED' then ? else 0 end,
               version = version + 1
         where id = ? returning id, balance_minor, currency
      )
      insert into store_credit_movement (credit_id, kind, amount_minor, currency, balance_minor,
                                         order_group_id, reason, by_account, at)
      select id, ?, ?, currency, balance_minor, ?, ?, ?, ? from moved
      """;

  private Database database;
  private CurrentCaller caller;

  protected CreditRows() {}

  @Inject
  CreditRows(Database database, CurrentCaller caller) {
    this.database = database;
    this.caller = caller;
  }

  Optional<Credit> byCode(GiftCode code) {
    return database.find(
        "select * from store_credit where code_hash = ?", Credit::read, (Object) code.hash());
  }

  Optional<Credit> ofAccount(UUID account, CurrencyCode currency) {
    return database.find(
        """
        select * from store_credit
         where kind = 'ACCOUNT' and account_id = ? and currency = ?
        """,
        Credit::read,
        account,
        currency.value());
  }

  Optional<Credit> lock(UUID id) {
    return database.find("select * from store_credit where id = ? for update", Credit::read, id);
  }

  /** What a cart is to be paid with, in the order in which it was entered. */
  List<Credit> ofCart(UUID cart) {
    return database.list(
        """
        select c.* from cart_credit k join store_credit c on c.id = k.credit_id
         where k.cart_id = ? order by k.added_at, c.id
        """,
        Credit::read,
        cart);
  }

  /** Locks the same, in the order of their ids, so that two carts never cross. */
  void lockOfCart(UUID cart) {
    database.list(
        """
        select c.id from cart_credit k join store_credit c on c.id = k.credit_id
         where k.cart_id = ? order by c.id for update of c
        """,
        row -> row.uuid("id"),
        cart);
  }

  /** The credit of an account in a currency, made if there is none yet. */
  Credit openAccount(UUID account, CurrencyCode currency, Instant now) {
    Money none = Money.zero(currency);
    insert(
        new Credit(Ids.next(), CreditKind.ACCOUNT, null, account, none, false, false, null),
        null,
        null,
        now);
    return ofAccount(account, currency).orElseThrow();
  }

  void insert(Credit credit, GiftCode code, String recipient, Instant now) {
    database.update(
        """
        insert into store_credit (id, kind, code_hash, ending, account_id, currency, issued_minor,
                                  balance_minor, sold, expires_at, recipient, created_at)
        values (?, ?, ?, ?, ?, ?, 0, 0, ?, ?, ?, ?)
        on conflict (account_id, currency) where kind = 'ACCOUNT' do nothing
        """,
        credit.id(),
        credit.kind(),
        code == null ? null : code.hash(),
        credit.ending(),
        credit.accountId(),
        credit.currency().value(),
        credit.sold(),
        credit.expiresAt(),
        recipient,
        now);
  }

  /** Changes what is left of one credit; the database refuses to go below zero. */
  void move(UUID credit, String kind, Money amount, UUID order, String reason, Instant now) {
    int moved =
        database.update(
            MOVE,
            amount.minor(),
            kind,
            amount.minor(),
            credit,
            kind,
            amount.minor(),
            order,
            reason,
            caller.get().accountId(),
            now);
    if (moved != 1) {
      throw new IllegalStateException("there is no credit " + credit + " to move " + amount);
    }
  }

  void block(UUID id, boolean blocked) {
    database.update(
        "update store_credit set blocked = ?, version = version + 1 where id = ?", blocked, id);
  }

  void keep(UUID id, UUID account) {
    database.update(
        "update store_credit set account_id = ?, version = version + 1 where id = ?", account, id);
  }

  /** All that is in an account, in the order of their ids. */
  List<Credit> lockOfAccount(UUID account) {
    return database.list(
        "select * from store_credit where account_id = ? order by id for update",
        Credit::read,
        account);
  }

  /** Nobody of this account keeps a card any more, and no card says to whom it was sent. */
  void forget(UUID account, String email) {
    database.update(
        """
        update store_credit
           set account_id = case when kind = 'ACCOUNT' or account_id <> ? then account_id end,
               recipient = case when lower(recipient) <> lower(?) then recipient end,
               version = version + 1
         where account_id = ? or lower(recipient) = lower(?)
        """,
        account,
        email,
        account,
        email);
  }

  /**
   * What this account wrote to others on cards it bought is gone; a letter that was not sent yet
   * loses its words, and nothing says any more that a card was sent to this mailbox.
   */
  void forgetBought(UUID account, String email) {
    database.update(
        """
        update gift_card_sale s set sender = null, greeting = null from order_group g
         where g.id = s.order_group_id and g.account_id = ?
        """,
        account);
    database.update(
        """
        update gift_card_sale set recipient = ''
         where lower(recipient) = lower(?) and sent_at is not null
        """,
        email);
  }

  /** Credit that comes back can be spent for a while yet. */
  void goodUntil(UUID id, Instant least) {
    database.update(
        "update store_credit set expires_at = ? where id = ? and expires_at < ?", least, id, least);
  }

  /** Credit that ran out meanwhile can be spent again. */
  void goodAgain(UUID id, Instant now, Instant until) {
    database.update(
        "update store_credit set expires_at = ? where id = ? and expires_at <= ?", until, id, now);
  }

  List<UUID> expired(Instant now, int most) {
    return database.list(
        """
        select id from store_credit where balance_minor > 0 and expires_at <= ?
         order by expires_at limit ?
        """,
        row -> row.uuid("id"),
        now,
        most);
  }
}
