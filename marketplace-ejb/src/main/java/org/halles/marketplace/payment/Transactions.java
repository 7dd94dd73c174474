package org.halles.marketplace.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Ids;
import org.halles.marketplace.shared.Row;
import org.halles.spi.Money;
import org.halles.spi.PaymentGateway.Chargeback;
import org.halles.spi.PaymentOutcome;

/** The payment transactions, inside the caller's database transaction. */
@ApplicationScoped
public class Transactions {

  /** A crash right after the intent is noticed after this: longer than a charge may take. */
  public static final Duration FIRST_CHECK = Duration.ofSeconds(20);

  /** The name of gift cards and store credit among means of payment. */
  public static final String STORE_CREDIT = "store-credit";

  private static final String PAYMENT =
      """
      with opened as (
        insert into payment (id, order_group_id, gateway, amount_minor, currency, created_at)
        values (?, ?, ?, ?, ?, ?) returning id
      )
      insert into payment_split (payment_id, position, vendor_order_id, amount_minor)
      select opened.id, part.place, part.vendor_order_id, part.amount
        from opened, unnest(?::uuid[], ?::bigint[]) with ordinality
             as part (vendor_order_id, amount, place)
      """;

  private static final String OPEN =
      """
      with opened as (
        insert into payment (id, order_group_id, gateway, amount_minor, currency, created_at)
        values (?, ?, ?, ?, ?, ?) returning id
      ), intended as (
        insert into payment_transaction (id, payment_id, order_group_id, kind, gateway,
                                         amount_minor, currency, status, created_at, next_check_at)
        values (?, ?, ?, ?, ?, ?, ?, 'NEW', ?, ?)
      ), held as (
        insert into authorisation (transaction_id, order_group_id, moment, state)
        select ?, ?, m.moment, 'ASKED' from (select ?::text) as m (moment)
         where m.moment <> 'CHECKOUT'
      )
      insert into payment_split (payment_id, position, vendor_order_id, amount_minor)
      select opened.id, part.place, part.vendor_order_id, part.amount
        from opened, unnest(?::uuid[], ?::bigint[]) with ordinality
             as part (vendor_order_id, amount, place)
      """;

  private static final String OPEN_CHARGES =
      """
      select * from payment_transaction
       where order_group_id = ? and kind in ('CHARGE', 'AUTHORISE')
         and status not in ('SUCCEEDED', 'FAILED')
       order by created_at, id
      """;

  private Database database;
  private Payments payments;

  protected Transactions() {}

  @Inject
  public Transactions(Database database, Payments payments) {
    this.database = database;
    this.payments = payments;
  }

  /** Writes the intent to charge, or to hold the money first, by one statement. */
  public void open(Intent intent) {
    database.update(
        OPEN,
        intent.paymentId(),
        intent.orderGroupId(),
        intent.gateway(),
        intent.amount().minor(),
        intent.amount().currency().value(),
        intent.at(),
        intent.transactionId(),
        intent.paymentId(),
        intent.orderGroupId(),
        intent.isCharge() ? TransactionKind.CHARGE : TransactionKind.AUTHORISE,
        intent.gateway(),
        intent.amount().minor(),
        intent.amount().currency().value(),
        intent.at(),
        intent.at().plus(FIRST_CHECK),
        intent.transactionId(),
        intent.orderGroupId(),
        intent.moment(),
        intent.parts().stream().map(Intent.Part::vendorOrderId).toArray(UUID[]::new),
        intent.parts().stream().map(part -> part.amount().minor()).toArray(Long[]::new));
  }

  /**
   * Writes down what a credit pays of a purchase; it becomes a charge when the purchase is paid.
   */
  public void openCredit(
      UUID paymentId, UUID orderGroup, Money amount, List<Intent.Part> parts, Instant at) {
    database.update(
        PAYMENT,
        paymentId,
        orderGroup,
        STORE_CREDIT,
        amount.minor(),
        amount.currency().value(),
        at,
        parts.stream().map(Intent.Part::vendorOrderId).toArray(UUID[]::new),
        parts.stream().map(part -> part.amount().minor()).toArray(Long[]::new));
  }

  /** The purchase is paid: what credits pay of it is charged, with nobody to ask. */
  public List<PaymentTransaction> chargeCredits(UUID orderGroup, Instant at) {
    return database.list(
        """
        insert into payment_transaction (id, payment_id, order_group_id, kind, gateway,
               amount_minor, currency, status, fee_minor, created_at, settled_at)
        select gen_random_uuid(), p.id, p.order_group_id, 'CHARGE', p.gateway, p.amount_minor,
               p.currency, 'SUCCEEDED', 0, ?::timestamptz, ?::timestamptz
          from payment p where p.order_group_id = ? and p.gateway = ?
        returning *
        """,
        Transactions::read,
        at,
        at,
        orderGroup,
        STORE_CREDIT);
  }

  /** What of a former attempt belonged to which vendor order. */
  public List<Intent.Part> partsOfAttempt(UUID orderGroup) {
    return database.list(
        """
        select s.vendor_order_id, s.amount_minor, p.currency from payment_split s
          join payment p on p.id = s.payment_id
         where p.id = (select id from payment where order_group_id = ? and gateway <> ?
                        order by created_at desc, id desc limit 1)
         order by s.position
        """,
        row -> new Intent.Part(row.uuid("vendor_order_id"), row.money("amount_minor")),
        orderGroup,
        STORE_CREDIT);
  }

  /** What a refund gives back besides its first part: sent once that has arrived. */
  public void intendAfter(UUID refund, PaidWith portion, Instant at) {
    UUID id = intendRefund(portion.charge(), portion.charge().gateway(), portion.left(), at);
    database.update("update payment_transaction set next_check_at = null where id = ?", id);
    database.update(
        "insert into refund_tender (refund_id, transaction_id, amount_minor) values (?, ?, ?)",
        refund,
        id,
        portion.left().minor());
  }

  /** A refund is tried again: what followed the former attempt does not count any more. */
  public void forgetFollowers(UUID refund) {
    database.update("delete from refund_tender where refund_id = ?", refund);
  }

  /** The first part of a refund has arrived, or never will: what follows it is sent, or dropped. */
  public void firstPartSettled(UUID refund, boolean succeeded, Instant at) {
    database.update(
        """
        update payment_transaction
           set status = case when ? then status else 'FAILED' end,
               failure_code = case when ? then null else 'first-part-refused' end,
               settled_at = case when ? then null else ?::timestamptz end,
               next_check_at = case when ? then ?::timestamptz end, version = version + 1
         where id in (select transaction_id from refund_tender where refund_id = ?)
        """,
        succeeded,
        succeeded,
        succeeded,
        at,
        succeeded,
        at,
        refund);
  }

  /** Writes the intent to give money of a charge back; the sweeper sends it. */
  public UUID intendRefund(PaymentTransaction charge, Money amount, Instant at) {
    return intendRefund(charge, charge.gateway(), amount, at);
  }

  /**
   * The same through a gateway that need not be the charge's.
   *
   * @param of the charge, or another attempt to give money of it back
   */
  public UUID intendRefund(PaymentTransaction of, String gateway, Money amount, Instant at) {
    UUID id = Ids.next();
    database.update(
        """
        insert into payment_transaction (id, payment_id, order_group_id, kind, gateway,
                                         amount_minor, currency, status, created_at, next_check_at)
        values (?, ?, ?, 'REFUND', ?, ?, ?, 'NEW', ?, ?)
        """,
        id,
        of.paymentId(),
        of.orderGroupId(),
        gateway,
        amount.minor(),
        amount.currency().value(),
        at,
        at);
    return id;
  }

  /**
   * Writes down that a gateway took money of a charge back. Nobody asks about it under its id: its
   * gateway knows it by the reference.
   */
  public void takenBack(UUID id, PaymentTransaction charge, Chargeback seen, Instant at) {
    database.update(
        """
        insert into payment_transaction (id, payment_id, order_group_id, kind, gateway,
                                         amount_minor, currency, status, gateway_reference,
                                         created_at, happened_at)
        values (?, ?, ?, 'CHARGEBACK', ?, ?, ?, 'PENDING', ?, ?, ?)
        """,
        id,
        charge.paymentId(),
        charge.orderGroupId(),
        charge.gateway(),
        seen.amount().minor(),
        seen.amount().currency().value(),
        seen.reference(),
        at,
        seen.at());
  }

  /**
   * Writes down what of a chargeback stays with the buyer, where the bank gave a part back.
   *
   * @param id of its own
   * @param whole the chargeback that it ends
   */
  public void keptOf(UUID id, UUID whole, Money kept, Instant at) {
    database.update(
        """
        insert into payment_transaction (id, payment_id, order_group_id, kind, gateway,
                                         amount_minor, currency, status, gateway_reference,
                                         created_at, happened_at, kept_of)
        select ?, payment_id, order_group_id, kind, gateway, ?, currency, 'PENDING',
               gateway_reference, ?, ?, id
          from payment_transaction where id = ?
        """,
        id,
        kept.minor(),
        at,
        at,
        whole);
  }

  /** It is decided whose that money is. */
  public void takenBackForGood(UUID id, boolean lost, Instant at) {
    database.update(
        """
        update payment_transaction set status = ?, settled_at = ?, version = version + 1
         where id = ?
        """,
        lost ? TransactionStatus.SUCCEEDED : TransactionStatus.FAILED,
        at,
        id);
  }

  /** The transaction, locked: whoever else wants to settle it waits. */
  public Optional<PaymentTransaction> lock(UUID id) {
    return database.find(
        "select * from payment_transaction where id = ? for update", Transactions::read, id);
  }

  /**
   * What paid for a purchase, locked, in the order in which it goes back: money that a gateway took
   * before credit, of credits the first that was entered. Empty if it cost nothing, or is not paid.
   */
  public List<PaidWith> lockPaymentsOf(UUID orderGroup) {
    List<PaymentTransaction> charges =
        database.list(
            """
            select * from payment_transaction
             where order_group_id = ? and kind in ('CHARGE', 'CAPTURE') and status = 'SUCCEEDED'
               and not surplus
             order by id for update
            """,
            Transactions::read,
            orderGroup);
    // read under the lock: another refund may have taken of it meanwhile
    Map<UUID, Long> gone = new HashMap<>();
    database.list(
        """
        select payment_id, sum(amount_minor) as minor from payment_transaction
         where order_group_id = ? and kind in ('REFUND', 'CHARGEBACK') and status <> 'FAILED'
         group by payment_id
        """,
        row -> gone.put(row.uuid("payment_id"), row.whole("minor")),
        orderGroup);
    return charges.stream()
        .map(charge -> paidWith(charge, gone.getOrDefault(charge.paymentId(), 0L)))
        .sorted(
            Comparator.comparing((PaidWith payment) -> !payment.isMoney())
                .thenComparing(payment -> payment.charge().paymentId().toString()))
        .toList();
  }

  private static PaidWith paidWith(PaymentTransaction charge, long gone) {
    Money amount = charge.amount();
    return new PaidWith(charge, Money.of(amount.minor() - gone, amount.currency()));
  }

  /** Attempts to charge for a purchase whose end is not known, locked, oldest first. */
  public List<PaymentTransaction> lockOpenChargesOf(UUID orderGroup) {
    return database.list(OPEN_CHARGES + " for update", Transactions::read, orderGroup);
  }

  /** The same as they are now. */
  public List<PaymentTransaction> openChargesOf(UUID orderGroup) {
    return database.list(OPEN_CHARGES, Transactions::read, orderGroup);
  }

  /** This charge came on top of another, or for an order that is gone: it is given back whole. */
  public void surplus(UUID charge) {
    database.update("update payment_transaction set surplus = true where id = ?", charge);
  }

  /** True if the charge of a payment is one that nobody earned. */
  public boolean isSurplus(UUID paymentId) {
    return database
        .find(
            """
            select 1 from payment_transaction
             where payment_id = ? and kind in ('CHARGE', 'CAPTURE') and surplus
            """,
            row -> true,
            paymentId)
        .isPresent();
  }

  /** Attempts to take what a payment holds that its gateway refused. */
  public List<PaymentTransaction> refusedCaptures(UUID paymentId) {
    return database.list(
        """
        select * from payment_transaction
         where payment_id = ? and kind = 'CAPTURE' and status = 'FAILED' order by created_at, id
        """,
        Transactions::read,
        paymentId);
  }

  /** A gateway took it after all, although it had said no. */
  public void tookAfterAll(UUID capture, PaymentOutcome.Approved approved, Instant now) {
    database.update(
        """
        update payment_transaction
           set status = 'SUCCEEDED', gateway_reference = ?, fee_minor = ?, failure_code = null,
               failure_message = null, settled_at = ?, version = version + 1
         where id = ?
        """,
        approved.gatewayReference(),
        approved.fee().minor(),
        now,
        capture);
  }

  /** The transaction as it is now. */
  public Optional<PaymentTransaction> find(UUID id) {
    return database.find("select * from payment_transaction where id = ?", Transactions::read, id);
  }

  /** The charge of a payment. */
  public UUID chargeOf(UUID paymentId) {
    return database
        .find(
            """
            select id from payment_transaction
             where payment_id = ? and kind in ('CHARGE', 'CAPTURE')
             order by status = 'SUCCEEDED' desc, created_at desc limit 1
            """,
            row -> row.uuid("id"),
            paymentId)
        .orElseThrow(() -> new IllegalStateException("payment " + paymentId + " has no charge"));
  }

  /**
   * Takes unsettled transactions whose time to be asked about has come; nobody else takes them for
   * a while.
   */
  public List<PaymentTransaction> claimDue(Instant now, Duration lease, int most) {
    return database.list(
        """
        update payment_transaction set next_check_at = ?, checks = checks + 1
         where id in (select id from payment_transaction
                       where status in ('NEW', 'SENT', 'REQUIRES_ACTION', 'PENDING', 'UNKNOWN')
                         and next_check_at <= ?
                       order by next_check_at limit ? for update skip locked)
        returning *
        """,
        Transactions::read,
        now.plus(lease),
        now,
        most);
  }

  /** Records what the gateway said. */
  public void record(
      PaymentTransaction transaction, TransactionStatus next, PaymentOutcome outcome, Instant now) {
    PaymentOutcome.Declined declined =
        outcome instanceof PaymentOutcome.Declined refusal ? refusal : null;
    database.update(
        """
        update payment_transaction
           set status = ?, gateway_reference = coalesce(?, gateway_reference), fee_minor = ?,
               action_url = coalesce(?, action_url), failure_code = ?, failure_message = ?,
               settled_at = ?, next_check_at = ?, version = version + 1
         where id = ?
        """,
        next,
        referenceOf(outcome),
        outcome instanceof PaymentOutcome.Approved approved ? approved.fee().minor() : null,
        outcome instanceof PaymentOutcome.RequiresAction action ? action.url() : null,
        declined == null ? null : declined.code(),
        declined == null ? null : declined.message(),
        next.isFinal() ? now : null,
        next.isFinal() ? null : payments.nextCheck(transaction.checks()),
        transaction.id());
  }

  /** Nothing new: asks again later. */
  public void postpone(PaymentTransaction transaction) {
    database.update(
        "update payment_transaction set next_check_at = ? where id = ?",
        payments.nextCheck(transaction.checks()),
        transaction.id());
  }

  private static String referenceOf(PaymentOutcome outcome) {
    if (outcome instanceof PaymentOutcome.Approved approved) {
      return approved.gatewayReference();
    }
    if (outcome instanceof PaymentOutcome.RequiresAction action) {
      return action.gatewayReference();
    }
    if (outcome instanceof PaymentOutcome.Authorised held) {
      return held.gatewayReference();
    }
    return outcome instanceof PaymentOutcome.Pending pending ? pending.gatewayReference() : null;
  }

  static PaymentTransaction read(Row row) throws SQLException {
    return new PaymentTransaction(
        row.uuid("id"),
        row.uuid("payment_id"),
        row.uuid("order_group_id"),
        row.one("kind", TransactionKind.class),
        row.text("gateway"),
        row.money("amount_minor"),
        row.one("status", TransactionStatus.class),
        row.integer("checks"));
  }
}
