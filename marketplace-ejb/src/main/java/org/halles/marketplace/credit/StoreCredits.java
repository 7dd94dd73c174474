package org.halles.marketplace.credit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.GatewayGrid;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;

/**
 * What purchases take of credits, inside the caller's transaction: taken when the purchase is
 * opened, given back if it is never paid, spent when it is.
 */
@ApplicationScoped
public class StoreCredits {

  /** Credit that comes back stays good at least so long. */
  static final Duration GOOD_AFTER_RETURN = Duration.ofDays(90);

  private record Held(UUID creditId, Money amount) {}

  private Database database;
  private CreditRows rows;
  private CurrentCaller caller;
  private InsteadOfMoney instead;

  protected StoreCredits() {}

  @Inject
  StoreCredits(Database database, CreditRows rows, CurrentCaller caller, InsteadOfMoney instead) {
    this.database = database;
    this.rows = rows;
    this.caller = caller;
    this.instead = instead;
  }

  /**
   * How much of this amount the credits of a cart would pay now; nothing is taken. What is in an
   * account pays only while its owner is signed in.
   */
  public Money covering(UUID cart, Money total, Instant now) {
    CurrencyCode currency = total.currency();
    return pays(purses(cart, currency, now), total);
  }

  /** As much as there is, but leaving a rest that gateways can take. */
  private static Money pays(List<Tender.Purse> purses, Money total) {
    List<Money> available = purses.stream().map(Tender.Purse::available).toList();
    return GatewayGrid.leavingPayable(total, Money.sum(total.currency(), available).min(total));
  }

  /** The same purses, holding no more than this together. */
  private static List<Tender.Purse> upTo(Money most, List<Tender.Purse> purses) {
    Money left = most;
    List<Tender.Purse> capped = new ArrayList<>();
    for (Tender.Purse purse : purses) {
      Money used = purse.available().min(left);
      left = left.minus(used);
      capped.add(new Tender.Purse(purse.creditId(), used));
    }
    return capped;
  }

  private List<Tender.Purse> purses(UUID cart, CurrencyCode currency, Instant now) {
    UUID account = caller.get().accountId();
    return rows.ofCart(cart).stream()
        .filter(credit -> credit.currency().equals(currency) && credit.usableBy(account, now))
        .map(credit -> new Tender.Purse(credit.id(), credit.balance()))
        .toList();
  }

  /**
   * Takes of the credits of a cart what they pay of a purchase. Waits for whoever else is taking.
   *
   * @param totals what each part of the purchase costs
   * @param asked what the buyer counts on
   * @throws CannotUseCredit naming what was asked and what is available, if it is another amount
   */
  public List<Tender> take(UUID cart, List<Money> totals, Money asked, UUID order, Instant now) {
    rows.lockOfCart(cart);
    List<Tender.Purse> purses = purses(cart, asked.currency(), now);
    Money pays = pays(purses, Money.sum(asked.currency(), totals));
    if (!pays.equals(asked)) {
      throw CannotUseCredit.notEnough(asked, pays);
    }
    List<Tender> tenders = Tender.divide(upTo(pays, purses), totals);
    tenders.forEach(
        tender -> rows.move(tender.creditId(), "USED", tender.amount().negate(), order, null, now));
    return tenders;
  }

  /** Writes down which payments of a purchase are made of which credit; they are written before. */
  public void hold(UUID order, List<Tender> tenders) {
    for (int position = 0; position < tenders.size(); position++) {
      Tender tender = tenders.get(position);
      database.update(
          """
          insert into order_credit (order_group_id, credit_id, payment_id, position, amount_minor,
                                    currency, status)
          values (?, ?, ?, ?, ?, ?, 'HELD')
          """,
          order,
          tender.creditId(),
          tender.paymentId(),
          position,
          tender.amount().minor(),
          tender.amount().currency().value());
    }
  }

  /**
   * The purchase will not be paid: what it took can be spent again, for a while yet where the
   * credit ran out meanwhile.
   */
  public void release(UUID order, Instant now) {
    for (Held held : change(order, "HELD", "RELEASED")) {
      rows.move(held.creditId(), "RELEASED", held.amount(), order, null, now);
      rows.goodAgain(held.creditId(), now, now.plus(GOOD_AFTER_RETURN));
    }
  }

  /**
   * The purchase is paid after all, or shall be: takes the same again, unless somebody else keeps
   * it meanwhile.
   *
   * @return false if it is not all there any more; nothing is taken then
   */
  public boolean takeAgain(UUID order, Instant now) {
    boolean there =
        database
            .list(
                """
                select c.*, k.amount_minor as wanted_minor, g.account_id as buyer
                  from order_credit k join store_credit c on c.id = k.credit_id
                  join order_group g on g.id = k.order_group_id
                 where k.order_group_id = ? and k.status = 'RELEASED' order by c.id for update of c
                """,
                row -> {
                  Credit credit = Credit.read(row);
                  return credit.usableBy(row.uuid("buyer"), now)
                      && credit.balance().compareTo(row.money("wanted_minor")) >= 0;
                },
                order)
            .stream()
            .allMatch(enough -> enough);
    if (there) {
      for (Held held : change(order, "RELEASED", "HELD")) {
        rows.move(held.creditId(), "USED", held.amount().negate(), order, null, now);
      }
    }
    return there;
  }

  /** The purchase is paid. */
  public void spend(UUID order) {
    change(order, "HELD", "SPENT");
  }

  /**
   * What a payment took comes back, so much of it, and is good for a while yet. What a gateway took
   * comes back as new credit: its buyer chose so.
   */
  public void giveBack(UUID payment, Money amount, UUID order, Instant now) {
    Optional<UUID> credit =
        database.find(
            "select credit_id from order_credit where payment_id = ?",
            row -> row.uuid("credit_id"),
            payment);
    if (credit.isEmpty()) {
      instead.give(order, amount, now);
      return;
    }
    rows.move(credit.get(), "RETURNED", amount, order, null, now);
    rows.goodUntil(credit.get(), now.plus(GOOD_AFTER_RETURN));
  }

  /**
   * The bank took back the money instead of which credit was given: what is left of that credit is
   * taken again.
   *
   * @return what was taken, at most so much
   */
  public Money takeBack(UUID order, Money most, Instant now) {
    return instead.takeBack(order, most, now);
  }

  /** The bank gave it back after all, and so is the credit that was taken. */
  public void giveAgain(UUID order, Money amount, Instant now) {
    instead.giveAgain(order, amount, now);
  }

  /** In the order of the credits' ids: that is how they are locked. */
  private List<Held> change(UUID order, String from, String to) {
    database.list(
        """
        select c.id from order_credit k join store_credit c on c.id = k.credit_id
         where k.order_group_id = ? and k.status = ? order by c.id for update of c
        """,
        row -> row.uuid("id"),
        order,
        from);
    return database.list(
        """
        update order_credit set status = ? where order_group_id = ? and status = ?
        returning credit_id, amount_minor, currency
        """,
        row -> new Held(row.uuid("credit_id"), row.money("amount_minor")),
        to,
        order,
        from);
  }
}
