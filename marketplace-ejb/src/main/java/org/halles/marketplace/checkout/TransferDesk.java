package org.halles.marketplace.checkout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.audit.Subject;
import org.halles.marketplace.checkout.TransferView.ReturnView;
import org.halles.marketplace.checkout.TransferView.State;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.payment.AwaitedTransfer;
import org.halles.marketplace.payment.BankReceipt;
import org.halles.marketplace.payment.BankTransfers;
import org.halles.marketplace.payment.PaymentTransaction;
import org.halles.marketplace.payment.Payments;
import org.halles.marketplace.payment.Transactions;
import org.halles.marketplace.shared.BusinessCalendar;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.DomainEvent.TransferIncomplete;
import org.halles.marketplace.shared.Ids;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Outbox;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.spi.Money;

/**
 * Finance copies the bank's statement: what came from buyers pays for their orders as a gateway's
 * message would, and what was sent back ends refunds.
 */
@ApplicationScoped
public class TransferDesk {

  private static final int LONGEST = 140;

  private BankTransfers transfers;
  private Transactions transactions;
  private Payments payments;
  private Settlement settlement;
  private Bookkeeping books;
  private TransferReading reading;
  private Outbox outbox;
  private Audit audit;
  private CurrentCaller caller;
  private Clock clock;

  protected TransferDesk() {}

  @Inject
  TransferDesk(
      BankTransfers transfers,
      Transactions transactions,
      Payments payments,
      Settlement settlement,
      Bookkeeping books,
      TransferReading reading,
      Outbox outbox,
      Audit audit,
      CurrentCaller caller,
      Clock clock) {
    this.transfers = transfers;
    this.transactions = transactions;
    this.payments = payments;
    this.settlement = settlement;
    this.books = books;
    this.reading = reading;
    this.outbox = outbox;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * Transfers that buyers announced, newest first.
   *
   * @param state only these; null: any
   * @param text part of a number, a name or an e-mail; null or blank: any
   */
  @Allowed({Role.FINANCE, Role.SUPPORT})
  @Transactional
  public Page<TransferView> list(State state, String text, Paging paging) {
    return reading.list(state, text, paging);
  }

  /**
   * The newest transfer announced for an order.
   *
   * @throws NotFound if its buyer announced none
   */
  @Allowed({Role.FINANCE, Role.SUPPORT})
  @Transactional
  public TransferView get(String number) {
    return reading.find(number).orElseThrow(() -> new NotFound("bank transfer", number));
  }

  /**
   * Records a line of the statement. Once all of it is here the order is paid.
   *
   * @param differs true if a person looked again, and the amount is not what was awaited: too
   *     little is kept and the rest awaited, too much is put down to be sent back
   * @throws NotFound if no transfer is known for this order
   * @throws CannotRecord naming what came and what was awaited, or the line that was recorded
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public TransferView record(String number, BankReceipt receipt, boolean differs) {
    AwaitedTransfer announced =
        transfers.newestOf(number).orElseThrow(() -> new NotFound("bank transfer", number));
    PaymentTransaction charge = transactions.lock(announced.transactionId()).orElseThrow();
    AwaitedTransfer transfer = transfers.find(charge.id()).orElseThrow();
    BankReceipt line = checked(receipt, transfer);
    transfers
        .recorded(line.bankReference())
        .ifPresent(
            before -> {
              throw CannotRecord.twice(line.bankReference(), before);
            });
    refuseUnlessAgreed(number, transfer, charge, line.amount(), differs);
    Instant now = now();
    UUID id = Ids.next();
    if (!transfers.receive(id, charge.id(), line, caller.get().label(), now)) {
      throw CannotRecord.twice(
          line.bankReference(), transfers.recorded(line.bankReference()).orElseThrow());
    }
    books.deposited(id, charge, line.amount(), now);
    // read again: until the line was written, its buyer could choose to pay otherwise
    boolean over = isOver(charge, transfers.find(charge.id()).orElseThrow());
    follow(number, id, charge, over, transfer, line.amount(), now);
    audit.record("record-bank-receipt", Subject.of("order-group", number), null, told(line));
    return get(number);
  }

  private void follow(
      String number,
      UUID receipt,
      PaymentTransaction charge,
      boolean over,
      AwaitedTransfer before,
      Money came,
      Instant now) {
    Money missing = before.missing();
    if (over) {
      // paid otherwise, or given up: nothing here is for sale any more
      transfers.askBack(Ids.next(), charge.id(), false, came, now);
    } else if (came.compareTo(missing) < 0) {
      outbox.add(
          new TransferIncomplete(
              charge.orderGroupId(),
              receipt,
              number,
              before.received().plus(came),
              missing.minus(came),
              now));
    } else {
      books.depositApplied(charge, now);
      settlement.settle(charge.id(), payments.ask(charge.gateway(), charge.id()));
      Money excess = came.minus(missing);
      if (excess.isPositive()) {
        transfers.askBack(Ids.next(), charge.id(), false, excess, now);
      }
    }
  }

  /** Nothing is awaited under it any more, even if the payment does not know yet. */
  private static boolean isOver(PaymentTransaction charge, AwaitedTransfer transfer) {
    return charge.status().isFinal() || transfer.closedWhy() != null;
  }

  /** Nobody notices a slip of the finger better than whoever made it. */
  private static void refuseUnlessAgreed(
      String number,
      AwaitedTransfer transfer,
      PaymentTransaction charge,
      Money came,
      boolean differs) {
    if (!came.currency().equals(transfer.amount().currency())) {
      throw CannotRecord.wrongCurrency(transfer, came);
    }
    Money awaited = isOver(charge, transfer) ? Money.zero(came.currency()) : transfer.missing();
    int compared = came.compareTo(awaited);
    if (compared != 0 && !differs) {
      throw compared < 0
          ? CannotRecord.tooLittle(number, came, awaited)
          : CannotRecord.tooMuch(number, came, awaited);
    }
  }

  private BankReceipt checked(BankReceipt receipt, AwaitedTransfer transfer) {
    Checklist checks = new Checklist();
    if (receipt.amount() == null || !receipt.amount().isPositive()) {
      checks.reject("amount", "must be above zero", receipt.amount());
    }
    LocalDate day = receipt.receivedOn();
    LocalDate opened = BusinessCalendar.dayOf(transfer.openedAt());
    if (day == null) {
      checks.reject("receivedOn", "is missing", null);
    } else if (day.isAfter(today())) {
      checks.reject("receivedOn", "must not be in the future", day);
    } else if (day.isBefore(opened)) {
      checks.reject("receivedOn", "must not be before the order", day);
    }
    String reference = checks.text("bankReference", receipt.bankReference(), LONGEST);
    String payer = checks.optional("payer", receipt.payer(), LONGEST);
    checks.done();
    return new BankReceipt(receipt.amount(), day, reference, payer);
  }

  /**
   * Sends back what came of a transfer that will not be completed; its order, if it still waits,
   * ends.
   *
   * @throws CannotRecord if nothing waits
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public TransferView giveUp(String number) {
    AwaitedTransfer announced =
        transfers.newestOf(number).orElseThrow(() -> new NotFound("bank transfer", number));
    PaymentTransaction charge = transactions.lock(announced.transactionId()).orElseThrow();
    AwaitedTransfer transfer = transfers.find(charge.id()).orElseThrow();
    if (charge.status().isFinal() || transfer.received().isZero()) {
      throw CannotRecord.nothingCame(number);
    }
    transfers.close(charge.id(), "sent-back");
    transfers.askBack(Ids.next(), charge.id(), false, transfer.received(), now());
    settlement.settle(charge.id(), payments.ask(charge.gateway(), charge.id()));
    audit.record("give-up-transfer", Subject.of("order-group", number), null, null);
    return get(number);
  }

  /** What is to be sent back by hand, oldest first; or what was, newest first. */
  @Allowed({Role.FINANCE, Role.SUPPORT})
  @Transactional
  public Page<ReturnView> returns(boolean sent, Paging paging) {
    return reading.returns(sent, paging);
  }

  /**
   * Records that money was sent back.
   *
   * @throws NotFound if nothing of this id is to be sent back
   * @throws CannotRecord if that was recorded before
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public ReturnView sent(UUID id, LocalDate on, String bankReference) {
    BankTransfers.Returning back =
        transfers.findReturn(id).orElseThrow(() -> new NotFound("return", id));
    Checklist checks = new Checklist();
    if (on == null) {
      checks.reject("sentOn", "is missing", null);
    } else if (on.isAfter(today())) {
      checks.reject("sentOn", "must not be in the future", on);
    }
    String reference = checks.text("bankReference", bankReference, LONGEST);
    checks.done();
    if (!transfers.sent(id, on, reference, caller.get().label())) {
      throw CannotRecord.sentBefore(back.amount());
    }
    if (back.refund()) {
      settlement.settle(id, payments.ask(BankTransfers.GATEWAY, id));
    } else {
      books.depositReturned(id, back.orderGroupId(), BankTransfers.GATEWAY, back.amount(), now());
    }
    audit.record(
        "record-bank-return", Subject.of("return", id), null, Map.of("amount", back.amount()));
    return reading.findReturn(id).orElseThrow();
  }

  private static Map<String, Object> told(BankReceipt line) {
    return Map.of(
        "amount",
        line.amount(),
        "receivedOn",
        line.receivedOn().toString(),
        "bankReference",
        line.bankReference());
  }

  private LocalDate today() {
    return BusinessCalendar.dayOf(now());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
