package org.halles.marketplace.credit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.GatewayGrid;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;

/** What a cart is to be paid with besides a gateway; part of the caller's transaction. */
@ApplicationScoped
public class CreditsOfCart {

  /** As many as a cart may hold. */
  public static final int MOST = 10;

  /**
   * A credit that a buyer entered.
   *
   * @param ending of its code; null for the account's own credit
   * @param available what is left on it
   * @param used what it pays of this cart
   */
  public record Entered(
      UUID credit,
      CreditKind kind,
      String ending,
      Money available,
      Money used,
      Instant expiresAt) {}

  private Database database;
  private CreditRows rows;
  private CurrentCaller caller;
  private Clock clock;

  protected CreditsOfCart() {}

  @Inject
  CreditsOfCart(Database database, CreditRows rows, CurrentCaller caller, Clock clock) {
    this.database = database;
    this.rows = rows;
    this.caller = caller;
    this.clock = clock;
  }

  /** What was entered, in order, and what each pays of this total. */
  public List<Entered> of(UUID cart, Money total) {
    UUID account = caller.get().accountId();
    Instant now = clock.instant();
    List<Credit> credits = rows.ofCart(cart);
    Money left = pays(credits, account, total, now);
    List<Entered> entered = new ArrayList<>();
    for (Credit credit : credits) {
      Money none = Money.zero(credit.currency());
      boolean pays = credit.currency().equals(total.currency()) && credit.usableBy(account, now);
      Money used = pays ? credit.balance().min(left) : none;
      left = pays ? left.minus(used) : left;
      entered.add(
          new Entered(
              credit.id(),
              credit.kind(),
              credit.ending(),
              pays ? credit.balance() : none,
              used,
              credit.expiresAt()));
    }
    return entered;
  }

  /** As much as there is, but leaving a rest that gateways can take. */
  private static Money pays(List<Credit> credits, UUID account, Money total, Instant now) {
    List<Money> usable =
        credits.stream()
            .filter(one -> one.currency().equals(total.currency()) && one.usableBy(account, now))
            .map(Credit::balance)
            .toList();
    return GatewayGrid.leavingPayable(total, Money.sum(total.currency(), usable).min(total));
  }

  /**
   * What the person who is signed in could enter besides: store credit and gift cards kept.
   *
   * @param entered how many were entered before
   */
  public Money own(UUID cart, CurrencyCode currency, int entered) {
    List<Money> own =
        ownCredits(cart, currency, MOST - entered).stream().map(Credit::balance).toList();
    return Money.sum(currency, own);
  }

  /** Those that were not entered yet, as many as fit; those that expire first come first. */
  private List<Credit> ownCredits(UUID cart, CurrencyCode currency, int most) {
    UUID account = caller.get().accountId();
    return account == null || most <= 0
        ? List.of()
        : database.list(
            """
            select c.* from store_credit c
             where c.account_id = ? and c.currency = ? and c.balance_minor > 0 and not c.blocked
               and (c.expires_at is null or c.expires_at > ?)
               and not exists (select from cart_credit k
                                where k.cart_id = ? and k.credit_id = c.id)
             order by c.expires_at nulls last, c.created_at, c.id limit ?
            """,
            Credit::read,
            account,
            currency.value(),
            clock.instant(),
            cart,
            most);
  }

  /**
   * Refuses what cannot be a code: whoever mistypes is not guessing.
   *
   * @throws CannotUseCredit if it does not look like one
   */
  public void requireCode(String typed) {
    GiftCode.typed(typed).orElseThrow(CannotUseCredit::unknown);
  }

  /**
   * Refuses a code that nobody has: that is a guess.
   *
   * @throws CannotUseCredit if there is no such card
   */
  public void requireKnown(String typed) {
    GiftCode.typed(typed).flatMap(rows::byCode).orElseThrow(CannotUseCredit::unknown);
  }

  /**
   * Enters the gift card with this code.
   *
   * @throws CannotUseCredit if there is no such card, or it does not pay
   */
  public void enter(UUID cart, CurrencyCode currency, String code) {
    Credit card = GiftCode.typed(code).flatMap(rows::byCode).orElseThrow(CannotUseCredit::unknown);
    Usable.require(card, caller.get().accountId(), clock.instant());
    if (!card.currency().equals(currency)) {
      throw CannotUseCredit.otherCurrency(card.currency(), currency);
    }
    add(cart, card.id());
  }

  /**
   * Enters what the person who is signed in has in this currency, as many credits as fit.
   *
   * @throws CannotUseCredit if that is nothing, or none fits
   */
  public void enterOwn(UUID cart, CurrencyCode currency) {
    List<Credit> entered = rows.ofCart(cart);
    List<Credit> own = ownCredits(cart, currency, MOST - entered.size());
    if (own.isEmpty() && entered.stream().noneMatch(this::isOwn)) {
      throw entered.size() >= MOST ? CannotUseCredit.tooMany(MOST) : CannotUseCredit.none(currency);
    }
    own.forEach(credit -> add(cart, credit.id()));
  }

  private boolean isOwn(Credit credit) {
    return credit.accountId() != null && credit.accountId().equals(caller.get().accountId());
  }

  private void add(UUID cart, UUID credit) {
    int added =
        database.update(
            """
            insert into cart_credit (cart_id, credit_id, added_at)
            select ?, ?, clock_timestamp()
             where (select count(*) from cart_credit where cart_id = ? and credit_id <> ?) < ?
            on conflict (cart_id, credit_id) do update set added_at = cart_credit.added_at
            """,
            cart,
            credit,
            cart,
            credit,
            MOST);
    if (added == 0) {
      throw CannotUseCredit.tooMany(MOST);
    }
  }

  /** Takes one out; nothing happens if it is not in. */
  public void leave(UUID cart, UUID credit) {
    database.update("delete from cart_credit where cart_id = ? and credit_id = ?", cart, credit);
  }
}
