package org.halles.marketplace.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Ids;
import org.halles.marketplace.shared.Row;
import org.halles.spi.Money;

/** Money that gateways hold and that was not taken yet; in the caller's transaction. */
@ApplicationScoped
public class Authorisations {

  /** What cannot be taken now is looked at again after this. */
  private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

  private static final String LIVE =
      """
      select t.*, a.held_until, a.capture_id
        from authorisation a join payment_transaction t on t.id = a.transaction_id
       where a.state in ('HELD', 'CAPTURING') and a.order_group_id = (select ?::uuid)
      """;

  private Database database;

  protected Authorisations() {}

  @Inject
  Authorisations(Database database) {
    this.database = database;
  }

  /** The gateway holds the money until then. */
  public void held(UUID transaction, Instant until) {
    database.update(
        "update authorisation set state = 'HELD', held_until = ? where transaction_id = ?",
        until,
        transaction);
  }

  /** What is held for a purchase, locked; its order must be locked after it. */
  public Optional<Authorisation> lockOf(UUID orderGroup) {
    return database.find(LIVE + " for update", Authorisations::read, orderGroup);
  }

  /** What of a payment belongs to parts that still stand, and to none. */
  public Money standing(PaymentTransaction held) {
    return database
        .find(
            """
            select coalesce(sum(s.amount_minor), 0) as amount_minor from payment_split s
              left join vendor_order o on o.id = s.vendor_order_id
             where s.payment_id = ? and not coalesce(o.untaken, false)
            """,
            row -> row.money("amount_minor", held.amount().currency()),
            held.paymentId())
        .orElseThrow();
  }

  /** What of a payment was held for which part. */
  public List<Intent.Part> parts(PaymentTransaction held) {
    return database.list(
        """
        select s.vendor_order_id, s.amount_minor, p.currency from payment_split s
          join payment p on p.id = s.payment_id where p.id = ? order by s.position
        """,
        row -> new Intent.Part(row.uuid("vendor_order_id"), row.money("amount_minor")),
        held.paymentId());
  }

  /**
   * Writes the intent to take so much of what is held; whatever is left is let go with it.
   *
   * @param check when the sweeper carries it out, if nobody has by then
   */
  public PaymentTransaction capture(
      PaymentTransaction held, Money amount, Instant now, Instant check) {
    PaymentTransaction capture = intend(held, TransactionKind.CAPTURE, amount, now, check);
    database.update(
        "update authorisation set state = 'CAPTURING', capture_id = ? where transaction_id = ?",
        capture.id(),
        held.id());
    return capture;
  }

  /** It was taken. */
  public void captured(PaymentTransaction held) {
    end(held, "CAPTURED");
  }

  /**
   * The gateway could not take it now and certainly did not: it is held as before, and asked for
   * rarer.
   */
  public void heldOn(PaymentTransaction held, Instant now) {
    database.update(
        """
        update authorisation
           set state = 'HELD', capture_id = null,
               next_look_at = ?::timestamptz + interval '1 minute' * power(2, least(6, (
                 select count(*) from payment_transaction
                  where payment_id = ? and kind = 'CAPTURE' and status = 'FAILED')))
         where transaction_id = ?
        """,
        now,
        held.paymentId(),
        held.id());
  }

  /** Nothing will be taken: writes the intent to let it go, which the sweeper carries out. */
  public void release(PaymentTransaction held, Instant now) {
    end(held, "ENDED");
    intend(held, TransactionKind.VOID, held.amount(), now, now);
  }

  private void end(PaymentTransaction held, String state) {
    database.update(
        "update authorisation set state = ? where transaction_id = ?", state, held.id());
  }

  private PaymentTransaction intend(
      PaymentTransaction held, TransactionKind kind, Money amount, Instant now, Instant check) {
    UUID id = Ids.next();
    database.update(
        """
        insert into payment_transaction (id, payment_id, order_group_id, kind, gateway,
                                         amount_minor, currency, status, created_at, next_check_at)
        values (?, ?, ?, ?, ?, ?, ?, 'NEW', ?, ?)
        """,
        id,
        held.paymentId(),
        held.orderGroupId(),
        kind,
        held.gateway(),
        amount.minor(),
        amount.currency().value(),
        now,
        check);
    return new PaymentTransaction(
        id,
        held.paymentId(),
        held.orderGroupId(),
        kind,
        held.gateway(),
        amount,
        TransactionStatus.NEW,
        0);
  }

  /** The number of a purchase, for its gateway's own records. */
  public String numberOf(UUID orderGroup) {
    return database
        .find("select number from order_group where id = ?", row -> row.text("number"), orderGroup)
        .orElseThrow();
  }

  /** What holds the money of a payment. */
  public PaymentTransaction of(UUID payment) {
    return database
        .find(
            "select * from payment_transaction where payment_id = ? and kind = 'AUTHORISE'",
            Transactions::read,
            payment)
        .orElseThrow(() -> new IllegalStateException("payment " + payment + " holds nothing"));
  }

  /**
   * Takes purchases whose money can be taken, for no part of them waits for its acceptance; nobody
   * else takes them for a while, so that one that cannot be taken yet holds up no other.
   */
  public List<UUID> claimAccepted(Instant now, int most) {
    return claim(
        """
        a.moment = 'ACCEPTANCE'
          and not exists (select from vendor_order o where o.order_group_id = a.order_group_id
                             and o.status in ('TO_ACCEPT', 'IN_REVIEW'))
        """,
        now,
        most);
  }

  /** The same for purchases whose money is held no more. */
  public List<UUID> claimLapsed(Instant now, int most) {
    return claim("a.held_until <= now_.at and a.moment <> 'COLLECTION'", now, most);
  }

  private List<UUID> claim(String due, Instant now, int most) {
    return database.list(
        """
        update authorisation set next_look_at = ?
         where transaction_id in (
           select a.transaction_id
             from authorisation a cross join (select ?::timestamptz as at) as now_
            where a.state = 'HELD' and (a.next_look_at is null or a.next_look_at <= now_.at)
              and %s
            order by a.held_until limit ? for update of a skip locked)
        returning order_group_id
        """
            .formatted(due),
        row -> row.uuid("order_group_id"),
        now.plus(LOOK_AGAIN),
        now,
        most);
  }

  private static Authorisation read(Row row) throws SQLException {
    return new Authorisation(
        Transactions.read(row), row.instant("held_until"), row.uuid("capture_id"));
  }
}
