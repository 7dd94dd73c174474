package org.halles.spi;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Moves the buyer's money.
 *
 * <p><b>Life cycle.</b> Found once at deployment. Halles commits an intent to its database first,
 * then calls {@link #charge} outside any transaction with the intent's id as the idempotency key,
 * then records the outcome. If the call times out, breaks or throws, the outcome is {@link
 * PaymentOutcome.Unknown}, and Halles asks {@link #find} under the same key until the gateway
 * knows.
 *
 * <p><b>Contract.</b> The same idempotency key has one effect, however often it is used, also after
 * a crash of either side. Never answer {@link PaymentOutcome.Declined} unless it is certain that
 * nothing was charged. No card number ever passes here: the token stands for it. Extend {@code
 * org.halles.testkit.PaymentGatewayContract} to prove it.
 */
public interface PaymentGateway {

  /** The stable name, part of ledger account names, such as {@code sandbox}. */
  String id();

  /** The currencies it takes; empty means any. */
  default List<CurrencyCode> currencies() {
    return List.of();
  }

  /**
   * Whether it has all it needs to take payments, such as its keys. Asked once, at deployment: a
   * gateway that is not ready is not offered to buyers; what was paid with it earlier is still
   * asked about and refunded.
   */
  default boolean isReady() {
    return true;
  }

  /**
   * What a buyer may choose from at the checkout, where it needs no form of the gateway's own: the
   * gateway's page follows, or nothing does. Empty if only clients of the REST API pay with it.
   */
  default List<PaymentMethod> methods() {
    return List.of();
  }

  /** Takes the amount from the buyer, once per idempotency key. */
  PaymentOutcome charge(ChargeRequest request);

  /** Whether it can hold an amount first and take it later; if not, it always charges at once. */
  default boolean authorises() {
    return false;
  }

  /**
   * Holds the amount without taking it, once per idempotency key; the same tokens as of {@link
   * #charge}. {@link #find} and {@link #cancel} answer about it as about a charge. Asked only if
   * {@link #authorises()}.
   *
   * @return {@link PaymentOutcome.Authorised} once it is held, also when asked again after it was
   *     captured, released or let go
   */
  default PaymentOutcome authorise(ChargeRequest request) {
    return new PaymentOutcome.Declined(
        "authorising-unsupported", "The gateway " + id() + " charges at once only.");
  }

  /**
   * Takes held money, once per idempotency key, and lets the rest of it go: an amount that was held
   * is captured once. From then on the key of the capture is that of a charge: refunds and
   * chargebacks name it, and the journal lists it as a {@code charge}. Asked twice at once under
   * one key, it gives both the same answer.
   *
   * @return {@link PaymentOutcome.Approved} with the fee once it is taken; {@link
   *     PaymentOutcome.Declined} if it is certain that nothing was taken and nothing will be, and
   *     then what it was for is cancelled. With {@link PaymentOutcome.Declined#UNAVAILABLE} the
   *     money stays held, and is asked for later under another key.
   */
  default PaymentOutcome capture(CaptureRequest request) {
    return new PaymentOutcome.Declined(
        "authorising-unsupported", "The gateway " + id() + " charges at once only.");
  }

  /**
   * Lets go what is held and was not captured; saying it twice changes nothing.
   *
   * @return {@link PaymentOutcome.Approved} once nothing is held under this key, whatever let it
   *     go; {@link PaymentOutcome.Declined} if it was captured
   */
  default PaymentOutcome release(String authorisationKey) {
    return new PaymentOutcome.Declined(
        "authorising-unsupported", "The gateway " + id() + " charges at once only.");
  }

  /**
   * What became of an operation, by the idempotency key it was sent with. {@link
   * PaymentOutcome.Declined} with code {@link PaymentOutcome.Declined#NEVER_RECEIVED} if the
   * gateway is certain it never saw the key and never will act on it.
   */
  PaymentOutcome find(String idempotencyKey);

  /**
   * Gives up a charge that waits for its buyer, because the buyer pays in another way. Nothing that
   * was charged is given back by this.
   *
   * @return what became of the charge: {@link PaymentOutcome.Declined} once it is certain that
   *     nothing will ever be charged under this key. A gateway that cannot give charges up answers
   *     as {@link #find} does, and the buyer has to wait for its end.
   */
  default PaymentOutcome cancel(String idempotencyKey) {
    return find(idempotencyKey);
  }

  /** Gives money of a charge back to the buyer, once per idempotency key. */
  PaymentOutcome refund(RefundRequest request);

  /** Whether it can send money on to vendors; if not, they are paid by bank transfer. */
  default boolean paysOut() {
    return false;
  }

  /**
   * Sends money it holds for the marketplace on to a vendor, once per idempotency key. {@link
   * #find} answers about payouts, too. Asked only if {@link #paysOut()}.
   *
   * @return {@link PaymentOutcome.Approved} once the money has arrived, {@link
   *     PaymentOutcome.Pending} while it is on its way, {@link PaymentOutcome.Declined} if it is
   *     certain that nothing was sent
   */
  default PaymentOutcome payOut(PayoutRequest request) {
    return new PaymentOutcome.Declined(
        "payouts-unsupported", "The gateway " + id() + " does not pay vendors.");
  }

  /**
   * A chargeback as the gateway sees it now: money of a charge that the buyer's bank took back.
   *
   * @param reference the gateway's own id of it
   * @return empty if there is none, or the gateway knows no chargebacks
   */
  default Optional<Chargeback> chargeback(String reference) {
    return Optional.empty();
  }

  /**
   * Chargebacks opened since an instant (inclusive), oldest first, at most {@code limit}: how one
   * whose message was lost is found.
   */
  default List<Chargeback> chargebacksSince(Instant since, int limit) {
    return List.of();
  }

  /**
   * Says no to a chargeback, with what speaks against it. Saying it twice changes nothing.
   *
   * @return false if it cannot be said any more, or this gateway takes no evidence
   */
  default boolean contest(String reference, Evidence evidence) {
    return contest(reference, evidence.text());
  }

  /**
   * Says no to a chargeback in words alone, as gateways did before SPI 1.5; asked where {@link
   * #contest(String, Evidence)} is left as it is. Files do not get through here.
   *
   * @return false if it cannot be said any more, or this gateway takes no evidence
   */
  default boolean contest(String reference, String words) {
    return false;
  }

  /**
   * Says yes to a chargeback: it is lost. Saying it twice changes nothing.
   *
   * @return false if it cannot be said any more, or this gateway takes no answer
   */
  default boolean accept(String reference) {
    return false;
  }

  /** Whether it pays only vendors who signed up with it. Asked only if {@link #paysOut()}. */
  default boolean needsSignUp() {
    return false;
  }

  /**
   * Where a vendor stands with the gateway that is to pay it. Asked only if {@link #needsSignUp()}.
   *
   * @return by default: everybody can be paid, nobody need sign up
   */
  default Payee payee(PayeeRequest request) {
    return new Payee(true, Optional.empty());
  }

  /**
   * Verifies and reads a message the gateway sent us.
   *
   * @param body the raw bytes as received
   * @param headers names in lower case
   * @return what it says, or empty if the signature is wrong or missing
   */
  Optional<GatewayEvent> verify(byte[] body, Map<String, String> headers);

  /**
   * The gateway's own journal since an instant (inclusive), oldest first, at most {@code limit}.
   */
  List<GatewayTransaction> transactionsSince(Instant since, int limit);

  /**
   * The gateway's own journal of a span of time, page by page, oldest first: what reconciliation
   * reads. A gateway need not implement it: the pages are then cut out of {@link
   * #transactionsSince}, whose order among lines of one instant must not change between two calls.
   *
   * @param from inclusive
   * @param to exclusive
   * @param cursor as a former page gave it, or null for the first page
   * @param limit the most lines of a page, above zero
   */
  default JournalPage transactions(Instant from, Instant to, String cursor, int limit) {
    return JournalPages.cut(this::transactionsSince, from, to, cursor, limit);
  }

  /**
   * A part of the journal.
   *
   * @param lines oldest first
   * @param next where the next page begins, or null at the end
   */
  record JournalPage(List<GatewayTransaction> lines, String next) {

    public JournalPage {
      lines = List.copyOf(lines);
    }
  }

  /**
   * One way to pay.
   *
   * @param token what {@link #charge} receives if the buyer chooses it
   * @param label what the buyer reads, by language: {@code fr} and {@code en}
   * @param help a sentence below it, by language; may be empty
   */
  record PaymentMethod(String token, Map<String, String> label, Map<String, String> help) {

    public PaymentMethod {
      label = Map.copyOf(label);
      help = Map.copyOf(help);
    }
  }

  /**
   * @param idempotencyKey the payment transaction's id
   * @param amount above zero
   * @param token what the buyer's browser obtained from the gateway
   * @param reference the order group's number, for the gateway's own records
   * @param returnUrl where the buyer comes back after an action
   * @param options whatever else the buyer's side sent along, such as {@code delayMs}
   */
  record ChargeRequest(
      String idempotencyKey,
      Money amount,
      String token,
      String reference,
      String returnUrl,
      Map<String, String> options) {

    public ChargeRequest {
      options = Map.copyOf(options);
    }
  }

  /**
   * @param idempotencyKey the payment transaction's id
   * @param authorisationKey the idempotency key under which the money is held
   * @param amount above zero, at most what is held
   * @param reference the order group's number
   */
  record CaptureRequest(
      String idempotencyKey, String authorisationKey, Money amount, String reference) {}

  /**
   * @param idempotencyKey the payment transaction's id
   * @param chargeKey the idempotency key of the charge, or of the capture
   * @param amount above zero, at most what is left of the charge
   * @param reference the refund's number
   */
  record RefundRequest(String idempotencyKey, String chargeKey, Money amount, String reference) {}

  /**
   * @param idempotencyKey the key of this attempt of the payout
   * @param amount above zero
   * @param recipient the vendor's id, under which the gateway knows its account
   * @param reference the payout's number, for the vendor's own records
   */
  record PayoutRequest(String idempotencyKey, Money amount, String recipient, String reference) {}

  /**
   * @param recipient the vendor's id, as in {@link PayoutRequest}
   * @param country ISO 3166-1 alpha-2 of its seat
   * @param email where the gateway may write to the vendor
   * @param returnUrl where the vendor comes back after signing up, or null if it is only to be told
   *     where it stands
   */
  record PayeeRequest(String recipient, String country, String email, String returnUrl) {}

  /**
   * @param canBePaid true if a payout would be accepted now
   * @param signUp where the vendor goes on signing up; empty if there is nothing to do, or nothing
   *     was asked for
   */
  record Payee(boolean canBePaid, Optional<String> signUp) {}

  /**
   * A signed message about one operation. Halles does not trust its order or its content beyond the
   * key: it asks {@link PaymentGateway#find}.
   *
   * @param id unique per gateway
   * @param idempotencyKey of the operation it is about; of a chargeback, whose type begins with
   *     {@code chargeback}, the gateway's own reference
   * @param type the gateway's word for it
   * @param at when it happened, UTC
   */
  record GatewayEvent(String id, String idempotencyKey, String type, Instant at) {}

  /**
   * Money of a charge that the buyer's bank took back.
   *
   * @param reference the gateway's own id of it
   * @param chargeKey the idempotency key of the charge
   * @param amount above zero, at most what is left of the charge
   * @param fee what the gateway keeps for it by now; zero once it gave it back
   * @param reason the bank's word for it, such as {@code fraudulent} or {@code not-received}
   * @param state where it stands
   * @param at when it was opened, UTC
   * @param answerBy until when it can be contested, UTC
   * @param kept what of the amount stays with the buyer: all if lost, a part if partly, else zero
   */
  record Chargeback(
      String reference,
      String chargeKey,
      Money amount,
      Money fee,
      String reason,
      ChargebackState state,
      Instant at,
      Instant answerBy,
      Money kept) {

    /** Of all or nothing. */
    public Chargeback(
        String reference,
        String chargeKey,
        Money amount,
        Money fee,
        String reason,
        ChargebackState state,
        Instant at,
        Instant answerBy) {
      this(
          reference,
          chargeKey,
          amount,
          fee,
          reason,
          state,
          at,
          answerBy,
          state == ChargebackState.LOST ? amount : Money.zero(amount.currency()));
    }
  }

  /**
   * What speaks against a chargeback, for a bank to read.
   *
   * @param files at most {@link #MOST_FILES}, together at most {@link #MOST_BYTES}
   */
  record Evidence(String text, List<EvidenceFile> files) {

    public static final int MOST_FILES = 5;

    /** What banks take through the strictest gateways: 4.5 MB. */
    public static final int MOST_BYTES = 4_500_000;

    public Evidence {
      files = List.copyOf(files);
    }

    /** Words alone. */
    public static Evidence of(String text) {
      return new Evidence(text, List.of());
    }
  }

  /**
   * A file that shows something.
   *
   * @param contentType {@code application/pdf}, {@code image/jpeg} or {@code image/png}
   */
  record EvidenceFile(String name, String contentType, byte[] content) {

    public EvidenceFile {
      content = content.clone();
    }

    @Override
    public byte[] content() {
      return content.clone();
    }
  }

  /** Where a chargeback stands; it moves down this list only, and ends won, partly won or lost. */
  enum ChargebackState {
    /** The money is gone for now; somebody may contest it. */
    OPEN,
    /** It was contested; the bank decides. */
    CONTESTED,
    /** The bank gave the money back. */
    WON,
    /** The bank gave a part of the money back. */
    PARTLY,
    /** The money stays gone. */
    LOST
  }

  /**
   * One line of the gateway's journal. Money that is only held did not move and has no line; once
   * captured it is a charge under the key of the capture.
   *
   * @param reference the gateway's own id
   * @param idempotencyKey what we sent it under; of a chargeback the reference
   * @param kind {@code charge}, {@code refund}, {@code transfer}, {@code payout}, {@code fee},
   *     {@code chargeback}
   * @param status {@code succeeded}, {@code pending}, {@code requires-action} or {@code failed}
   * @param amount above zero
   * @param fee what the gateway keeps; zero or more
   * @param at UTC
   */
  record GatewayTransaction(
      String reference,
      String idempotencyKey,
      String kind,
      String status,
      Money amount,
      Money fee,
      Instant at) {}
}
