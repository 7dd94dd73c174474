package org.halles.marketplace.shared;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.halles.spi.Money;

/**
 * Something that happened and is committed. Written to the outbox in the transaction that made it
 * happen, then fired as a CDI event, at least once, never on the buyer's thread, in a transaction
 * of its own: observe it with {@code void on(@Observes OrderPaid paid)} and be idempotent. An
 * observer that throws is asked again later.
 */
public sealed interface DomainEvent {

  /** When it happened, UTC. */
  Instant at();

  /** A vendor's part of an order group, as events tell it. */
  record VendorPart(UUID vendorOrderId, UUID vendorId, String number, Money items, Money total) {}

  /** Somebody was asked to join a vendor; {@code path} opens the invitation, after the language. */
  record MemberInvited(
      UUID invitationId,
      UUID vendorId,
      String vendorName,
      String email,
      String role,
      String language,
      String path,
      Instant at)
      implements DomainEvent {}

  /**
   * Somebody says that they forgot the password of an account with this address, if there is one.
   */
  record PasswordForgotten(UUID askId, String email, Instant at) implements DomainEvent {}

  /** The payment will be decided later: the bank asks, the buyer must act, or nobody knows yet. */
  record PaymentAwaited(UUID orderGroupId, String number, Instant at) implements DomainEvent {}

  /** Somebody reported a listing or a storefront. */
  record NoticeReceived(UUID noticeId, Instant at) implements DomainEvent {}

  /** A notice was decided; the statement of reasons is written. */
  record NoticeDecided(UUID decisionId, UUID noticeId, Instant at) implements DomainEvent {}

  /** A second person decided about a complaint. */
  record ComplaintDecided(UUID complaintId, Instant at) implements DomainEvent {}

  /**
   * A moderator decided about a listing or a change of it, long enough ago that it stands. Whoever
   * tells the vendor asks first whether it was undone.
   */
  record ListingReviewed(
      UUID decisionId, UUID listingId, UUID vendorId, String outcome, String reason, Instant at)
      implements DomainEvent {}

  /** A buyer asks for something; the vendors who were called are written down. */
  record RequestOpened(UUID requestId, Instant at) implements DomainEvent {}

  /**
   * A vendor made an offer on a request, or made it anew.
   *
   * @param revision one for the first
   */
  record BidMade(UUID requestId, UUID bidId, UUID vendorId, int revision, Instant at)
      implements DomainEvent {}

  /** A vendor took its offer on a request back. */
  record BidWithdrawn(UUID requestId, UUID bidId, UUID vendorId, Instant at)
      implements DomainEvent {}

  /**
   * An offer on a request met its fate.
   *
   * @param outcome {@code accepted}, {@code declined}, or {@code lapsed}: accepted, and not paid in
   *     time
   */
  record BidDecided(UUID requestId, UUID bidId, UUID vendorId, String outcome, Instant at)
      implements DomainEvent {}

  /**
   * Nothing more will come of a request.
   *
   * @param how {@code BOUGHT}, {@code CLOSED}, {@code EXPIRED} or {@code TAKEN_DOWN}
   * @param vendors whose offers stood
   */
  record RequestEnded(UUID requestId, String how, List<UUID> vendors, Instant at)
      implements DomainEvent {}

  /**
   * Buyer or vendor wrote the other about a request.
   *
   * @param author {@code BUYER} or {@code VENDOR}
   */
  record RequestMessageWritten(
      UUID requestId, UUID vendorId, UUID messageId, String author, Instant at)
      implements DomainEvent {}

  /**
   * A gift card was issued to somebody.
   *
   * @param sealedCode its code, in the vault's seal: nothing that is kept tells it
   * @param expiresAt null if it never runs out: it stands for money that was refunded
   * @param gift what its letter says if somebody bought it for somebody; null otherwise
   */
  record GiftCardIssued(
      UUID creditId,
      String email,
      String language,
      String sealedCode,
      Money amount,
      Instant expiresAt,
      Gift gift,
      Instant at)
      implements DomainEvent {

    /** What the vault seals the code for. */
    public static final String SEAL = "gift-card-code";

    /** One that nobody bought. */
    public GiftCardIssued(
        UUID creditId,
        String email,
        String language,
        String sealedCode,
        Money amount,
        Instant expiresAt,
        Instant at) {
      this(creditId, email, language, sealedCode, amount, expiresAt, null, at);
    }

    /** From whom it is, and a few words; each may be missing. */
    public record Gift(String from, String greeting) {}
  }

  /**
   * A buyer paid for a gift card.
   *
   * @param email of the buyer
   * @param language of the buyer
   * @param recipient whose mailbox the code goes to
   * @param dueAt when it goes out
   */
  record GiftCardBought(
      UUID orderGroupId,
      String number,
      String email,
      String language,
      Money amount,
      String recipient,
      Instant dueAt,
      Instant at)
      implements DomainEvent {}

  /** An account was given store credit. */
  record StoreCreditGiven(
      UUID creditId, UUID accountId, Money amount, Money balance, String reason, Instant at)
      implements DomainEvent {}

  /**
   * Credit that was a refund was taken back, for its buyer's bank took the money as well; or it was
   * given again, for the bank returned it.
   *
   * @param amount above zero
   * @param again true if it was given again
   */
  record RefundCreditMoved(UUID orderGroupId, Money amount, boolean again, Instant at)
      implements DomainEvent {}

  /** The money is here; the vendors may begin. */
  record OrderPaid(
      UUID orderGroupId,
      String number,
      String email,
      String language,
      Money total,
      List<VendorPart> parts,
      Instant at)
      implements DomainEvent {}

  /**
   * The money is held until then and taken later; the vendors may begin.
   *
   * @param until null if it is paid in cash at the door
   */
  record OrderAuthorised(
      UUID orderGroupId,
      String number,
      String email,
      String language,
      Money total,
      List<VendorPart> parts,
      Instant until,
      Instant at)
      implements DomainEvent {}

  /** Money that was held is not any more, and was not taken: what it was for is cancelled. */
  record AuthorisationLapsed(UUID orderGroupId, String number, List<VendorPart> parts, Instant at)
      implements DomainEvent {}

  /** The money is here, but a person looks at the order before its vendors may begin. */
  record OrderHeld(UUID orderGroupId, String number, Money total, Instant at)
      implements DomainEvent {}

  /** No money came; the goods are on sale again and the cart is open again. */
  record PaymentFailed(UUID orderGroupId, String number, String code, Instant at)
      implements DomainEvent {}

  /** Too little came by bank transfer; the rest is awaited. */
  record TransferIncomplete(
      UUID orderGroupId, UUID receiptId, String number, Money received, Money missing, Instant at)
      implements DomainEvent {}

  /** The payment took too long; the goods are on sale again and the cart is open again. */
  record OrderExpired(UUID orderGroupId, String number, Instant at) implements DomainEvent {}

  /** Money came too late for goods that are gone: it goes back to the buyer. */
  record LatePaymentReturned(UUID orderGroupId, String number, Money amount, Instant at)
      implements DomainEvent {}

  /** A file that was bought can be downloaded from now on. */
  record DownloadOpened(UUID downloadId, UUID orderGroupId, Instant at) implements DomainEvent {}

  /** A vendor handed a parcel over. */
  record ShipmentSent(
      UUID orderGroupId,
      UUID vendorOrderId,
      String number,
      UUID shipmentId,
      String carrier,
      String trackingCode,
      Instant at)
      implements DomainEvent {}

  /** A vendor's whole part arrived; its earnings are available. */
  record VendorOrderDelivered(UUID orderGroupId, UUID vendorOrderId, String number, Instant at)
      implements DomainEvent {}

  /**
   * Money is on its way back to the buyer.
   *
   * @param vendorOrderId the part it is about, or null for several
   * @param reason in the words of whoever gives it back
   */
  record BuyerRefunded(
      UUID orderGroupId,
      UUID vendorOrderId,
      UUID refundId,
      String number,
      String email,
      String language,
      Money amount,
      String reason,
      Instant at)
      implements DomainEvent {}

  /**
   * A part of a purchase will not be delivered.
   *
   * @param refused true if the vendor refused it, false if it was cancelled
   */
  record VendorOrderCancelled(
      UUID orderGroupId,
      UUID vendorOrderId,
      UUID vendorId,
      String number,
      boolean refused,
      String reason,
      Instant at)
      implements DomainEvent {}

  /**
   * A buyer complains about a vendor's part, or the buyer's bank took money back.
   *
   * @param kind {@code BUYER} or {@code CHARGEBACK}
   * @param vendors of the parts it is about
   * @param answerBy until when somebody should answer
   */
  record DisputeOpened(
      UUID disputeId,
      String number,
      String kind,
      UUID orderGroupId,
      List<UUID> vendors,
      Money amount,
      Instant answerBy,
      Instant at)
      implements DomainEvent {}

  /**
   * Somebody said something in a dispute; the text is where it was stored.
   *
   * @param author {@code BUYER}, {@code VENDOR} or {@code OPERATOR}
   */
  record DisputeStatementMade(
      UUID disputeId,
      UUID statementId,
      String number,
      String author,
      UUID orderGroupId,
      List<UUID> vendors,
      Instant at)
      implements DomainEvent {}

  /** Nobody answered a buyer in time: an operator will decide. */
  record DisputeEscalated(
      UUID disputeId, String number, UUID orderGroupId, List<UUID> vendors, Instant at)
      implements DomainEvent {}

  /**
   * It is decided.
   *
   * @param outcome {@code WON} by the vendor, {@code LOST} or {@code PARTLY}
   * @param refunded what went back to the buyer
   * @param decision in words
   */
  record DisputeDecided(
      UUID disputeId,
      String number,
      String kind,
      String outcome,
      UUID orderGroupId,
      List<UUID> vendors,
      Money refunded,
      String decision,
      Instant at)
      implements DomainEvent {}

  /**
   * Goods that a buyer gives back came a step further.
   *
   * @param step {@code REQUESTED}, {@code WITHDRAWN}, {@code ACCEPTED}, {@code REFUSED}, {@code
   *     SENT}, {@code COMPLETED}, {@code REJECTED}, {@code CANCELLED}, {@code LAPSED} or {@code
   *     ESCALATED}
   */
  record ReturnMoved(
      UUID returnId, String number, String step, UUID orderGroupId, UUID vendorId, Instant at)
      implements DomainEvent {}

  /** A vendor's money has arrived. */
  record PayoutPaid(UUID payoutId, UUID vendorId, String number, Money amount, Instant at)
      implements DomainEvent {}

  /**
   * An affiliate named another bank account than it was paid to so far.
   *
   * @param accountId who did, to be written to
   * @param before the end of the former IBAN
   * @param ending the end of the new one
   * @param paidFrom nothing is paid to it before
   */
  record PayeeAccountChanged(
      UUID affiliateId, UUID accountId, String before, String ending, Instant paidFrom, Instant at)
      implements DomainEvent {}

  /**
   * A vendor named another bank account than it was paid to so far.
   *
   * @param before the end of the former IBAN
   * @param ending the end of the new one
   * @param paidFrom nothing is paid to it before
   */
  record VendorAccountChanged(
      UUID vendorId, String before, String ending, Instant paidFrom, Instant at)
      implements DomainEvent {}

  /** A payout could not be carried out, or came back; somebody has to look. */
  record PayoutFailed(
      UUID payoutId, UUID vendorId, String number, Money amount, String code, Instant at)
      implements DomainEvent {}

  /**
   * Somebody wrote about a vendor's part of a purchase; the text is where it was stored.
   *
   * @param author {@code BUYER}, {@code VENDOR} or {@code OPERATOR}
   */
  record MessageWritten(
      UUID orderGroupId,
      UUID vendorOrderId,
      UUID vendorId,
      String number,
      UUID messageId,
      String author,
      Instant at)
      implements DomainEvent {}

  /**
   * Somebody would like to sell and has to prove the address.
   *
   * @param round rises with every link that is sent
   */
  record ApplicationReceived(UUID applicationId, int round, Instant at) implements DomainEvent {}

  /** A vendor has done its part and waits for the operator. */
  record VendorSubmitted(UUID vendorId, Instant at) implements DomainEvent {}

  /**
   * The operator decided on a vendor.
   *
   * @param decision {@code approved}, {@code rejected}, {@code changes-requested}, {@code
   *     suspended}, {@code reinstated} or {@code closed}
   * @param reason in the operator's words, or null
   */
  record VendorDecided(UUID vendorId, String decision, String reason, Instant at)
      implements DomainEvent {}

  /**
   * A document of a vendor runs out soon, or has.
   *
   * @param on its last day
   */
  record DocumentRunsOut(UUID vendorId, UUID documentId, LocalDate on, Instant at)
      implements DomainEvent {}

  /**
   * Vendors have new terms to accept.
   *
   * @param dueOn from when on those who have not sell nothing
   */
  record TermsPublished(int version, LocalDate dueOn, Instant at) implements DomainEvent {}

  /**
   * Nothing more is sent to a receiver of webhooks until somebody switches it on again.
   *
   * @param vendorId whose it is, or null for the marketplace's own
   * @param host where it was
   * @param why {@code unreachable} or {@code gone}
   */
  record WebhookStopped(UUID subscriptionId, UUID vendorId, String host, String why, Instant at)
      implements DomainEvent {}
}
