package org.halles.marketplace.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Row;
import org.halles.spi.Money;

/** Transfers that buyers announced and what came of them, inside the caller's transaction. */
@ApplicationScoped
public class BankTransfers {

  /** The name of the marketplace's own bank account among gateways. */
  public static final String GATEWAY = "bank-transfer";

  /** A line of the bank's statement that was recorded before. */
  public record Recorded(String reference, Money amount, LocalDate receivedOn) {}

  /**
   * Money a person sends back.
   *
   * @param refund true if it is a refund of a paid order, false if it never paid for anything
   * @param sentOn null until it was sent
   */
  public record Returning(
      UUID id,
      UUID transactionId,
      UUID orderGroupId,
      boolean refund,
      Money amount,
      LocalDate sentOn) {}

  private Database database;

  protected BankTransfers() {}

  @Inject
  BankTransfers(Database database) {
    this.database = database;
  }

  /** Writes down that a transfer is awaited; the same again changes nothing. */
  void open(UUID transaction, String reference, Money amount, TransferTerms terms, Instant now) {
    database.update(
        """
        insert into awaited_transfer (transaction_id, order_group_id, reference, amount_minor,
                                      currency, holder, iban, bic, opened_at, until)
        select id, order_group_id, ?, ?, ?, ?, ?, ?, ?::timestamptz,
               ?::timestamptz + make_interval(days => ?)
          from payment_transaction where id = ? and status not in ('SUCCEEDED', 'FAILED')
        on conflict (transaction_id) do nothing
        """,
        reference,
        amount.minor(),
        amount.currency().value(),
        terms.holder(),
        terms.iban(),
        terms.bic(),
        now,
        now,
        terms.days(),
        transaction);
  }

  /** The transfer of this payment transaction. */
  public Optional<AwaitedTransfer> find(UUID transaction) {
    return database.find(
        "select * from awaited_transfer where transaction_id = ?",
        BankTransfers::read,
        transaction);
  }

  /** What its buyer is told. */
  public Optional<TransferInstructions> instructions(UUID transaction) {
    return database.find(
        "select * from awaited_transfer where transaction_id = ?",
        row ->
            new TransferInstructions(
                row.text("holder"),
                row.text("iban"),
                row.text("bic"),
                row.text("reference"),
                row.money("amount_minor"),
                row.money("received_minor"),
                row.instant("until")),
        transaction);
  }

  /** The newest attempt to pay this order by transfer. */
  public Optional<AwaitedTransfer> newestOf(String orderNumber) {
    return database.find(
        """
        select a.* from awaited_transfer a join order_group g on g.id = a.order_group_id
         where g.number = ? order by a.opened_at desc, a.transaction_id desc limit 1
        """,
        BankTransfers::read,
        orderNumber);
  }

  /** The line of the statement with this reference, if somebody recorded it. */
  public Optional<Recorded> recorded(String bankReference) {
    return database.find(
        """
        select a.reference, r.amount_minor, r.currency, r.received_on
          from bank_receipt r join awaited_transfer a on a.transaction_id = r.transaction_id
         where r.bank_reference = ?
        """,
        row ->
            new Recorded(row.text("reference"), row.money("amount_minor"), row.day("received_on")),
        bankReference);
  }

  /**
   * Money came; the payment transaction must be locked.
   *
   * @return false if this line of the statement was recorded before
   */
  public boolean receive(UUID id, UUID transaction, BankReceipt receipt, String who, Instant now) {
    return database.update(
            """
        with line as (
          insert into bank_receipt (id, transaction_id, amount_minor, currency, received_on,
                                    bank_reference, payer, recorded_by, recorded_at)
          values (?, ?, ?, ?, ?, ?, ?, ?, ?)
          on conflict (bank_reference) do nothing returning 1
        )
        update awaited_transfer set received_minor = received_minor + ?
         where transaction_id = ? and exists (select 1 from line)
        """,
            id,
            transaction,
            receipt.amount().minor(),
            receipt.amount().currency().value(),
            receipt.receivedOn(),
            receipt.bankReference(),
            receipt.payer(),
            who,
            now,
            receipt.amount().minor(),
            transaction)
        == 1;
  }

  /** Nothing more is awaited under this transaction. */
  public void close(UUID transaction, String why) {
    database.update(
        "update awaited_transfer set closed_why = coalesce(closed_why, ?) where transaction_id = ?",
        why,
        transaction);
  }

  /** The same, unless some of it came. */
  void closeUnlessPaid(UUID transaction, String why) {
    database.update(
        """
        update awaited_transfer set closed_why = coalesce(closed_why, ?)
         where transaction_id = ? and received_minor = 0
        """,
        why,
        transaction);
  }

  /** Somebody must send this back by hand; the same again changes nothing. */
  public void askBack(UUID id, UUID transaction, boolean refund, Money amount, Instant now) {
    database.update(
        """
        insert into bank_return (id, transaction_id, kind, amount_minor, currency, asked_at)
        values (?, ?, ?, ?, ?, ?) on conflict (id) do nothing
        """,
        id,
        transaction,
        refund ? "REFUND" : "DEPOSIT",
        amount.minor(),
        amount.currency().value(),
        now);
  }

  /** What went back, or is to go back, of a transfer. */
  Money returned(AwaitedTransfer transfer) {
    return database
        .find(
            """
            select coalesce(sum(amount_minor), 0) as amount_minor from bank_return
             where transaction_id = ?
            """,
            row -> row.money("amount_minor", transfer.amount().currency()),
            transfer.transactionId())
        .orElseThrow();
  }

  /** Money on its way back, or sent. */
  public Optional<Returning> findReturn(UUID id) {
    return database.find(
        """
        select r.*, coalesce(r.order_group_id, a.order_group_id) as purchase from bank_return r
          left join awaited_transfer a on a.transaction_id = r.transaction_id where r.id = ?
        """,
        row ->
            new Returning(
                row.uuid("id"),
                row.uuid("transaction_id"),
                row.uuid("purchase"),
                row.text("kind").equals("REFUND"),
                row.money("amount_minor"),
                row.day("sent_on")),
        id);
  }

  /**
   * Writes down that a refund of a purchase that was paid another way was sent from our account.
   *
   * @return false if that line of the statement was recorded before
   */
  public boolean sentInstead(
      UUID id,
      UUID orderGroup,
      Money amount,
      LocalDate on,
      String reference,
      String who,
      Instant now) {
    database.update(
        """
        insert into bank_return (id, order_group_id, kind, amount_minor, currency, asked_at)
        values (?, ?, 'REFUND', ?, ?, ?)
        """,
        id,
        orderGroup,
        amount.minor(),
        amount.currency().value(),
        now);
    return sent(id, on, reference, who);
  }

  /** It was sent; false if somebody said so before, or recorded that line for another. */
  public boolean sent(UUID id, LocalDate on, String bankReference, String who) {
    // whoever records the same line waits here, and then sees that it is taken
    database.find(
        "select pg_advisory_xact_lock(hashtextextended('bank-return:' || ?, 0))",
        row -> true,
        bankReference);
    return database.update(
            """
            update bank_return set sent_on = ?, bank_reference = ?, sent_by = ?
             where id = ? and sent_on is null
               and not exists (select 1 from bank_return where bank_reference = ?)
            """,
            on,
            bankReference,
            who,
            id,
            bankReference)
        == 1;
  }

  private static AwaitedTransfer read(Row row) throws SQLException {
    return new AwaitedTransfer(
        row.uuid("transaction_id"),
        row.uuid("order_group_id"),
        row.text("reference"),
        row.money("amount_minor"),
        row.money("received_minor"),
        row.instant("opened_at"),
        row.instant("until"),
        row.text("closed_why"));
  }
}
