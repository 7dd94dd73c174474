package org.halles.marketplace.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.spi.Money;

/** The kinds of entries this marketplace writes: what is debited and credited when. */
public final class Templates {

  public static final String AUTHORISED = "authorised";
  public static final String CAPTURE = "capture";
  public static final String GATEWAY_FEE = "gateway-fee";
  public static final String GATEWAY_FEE_BORNE = "gateway-fee-borne";
  public static final String GATEWAY_FEE_CORRECTION = "gateway-fee-correction";
  public static final String DELIVERED = "delivered";
  public static final String RESERVE_RELEASED = "reserve-released";
  public static final String CASH_KEPT = "cash-kept";
  public static final String CASH_RETURNED = "cash-returned";
  public static final String LATE_CAPTURE = "late-capture";
  public static final String REFUND_PAID = "refund-paid";
  public static final String REFUND = "refund";
  public static final String COMMISSION_KEPT = "commission-kept";
  public static final String GOODWILL = "goodwill";
  public static final String REFUND_REROUTED = "refund-rerouted";
  public static final String DEBT_OFFSET = "debt-offset";
  public static final String AFFILIATE_MATURED = "affiliate-matured";
  public static final String AFFILIATE_OFFSET = "affiliate-offset";
  public static final String PAYOUT_CREATED = "payout-created";
  public static final String PAYOUT_PAID = "payout-paid";
  public static final String PAYOUT_RETURNED = "payout-returned";
  public static final String PAYOUT_CANCELLED = "payout-cancelled";
  public static final String DISPUTE_HELD = "dispute-held";
  public static final String CHARGEBACK_OPENED = "chargeback-opened";
  public static final String CHARGEBACK_FEE = "chargeback-fee";
  public static final String CHARGEBACK_LOST = "chargeback-lost";
  public static final String CHARGEBACK_UNCOVERED = "chargeback-uncovered";
  public static final String DEPOSIT_RECEIVED = "deposit-received";
  public static final String DEPOSIT_APPLIED = "deposit-applied";
  public static final String DEPOSIT_RETURNED = "deposit-returned";
  public static final String REVERSAL = "reversal";
  public static final String VENDOR_FEE = "vendor-fee";
  public static final String CREDIT_ISSUED = "credit-issued";
  public static final String CREDIT_EXPIRED = "credit-expired";
  public static final String WRITE_OFF = "write-off";
  public static final String TAX_REMITTED = "tax-remitted";

  private Templates() {}

  /**
   * A part of what was captured.
   *
   * @param address who is credited
   * @param vendorOrderId the part of the purchase, or null for the platform's own
   */
  public record Share(String address, Money amount, UUID vendorOrderId) {}

  /**
   * A gateway holds money for a purchase: a memo, for nothing has moved yet. It is turned round
   * when the money is taken or let go.
   *
   * @param parts what is held for which part
   * @param besides what is held for none of them
   */
  public static Entry authorised(Source source, Map<UUID, Money> parts, Money besides) {
    Entry.Draft draft = Entry.draft(AUTHORISED, source);
    parts.forEach((part, amount) -> hold(draft, part, amount));
    hold(draft, null, besides);
    return draft.finish();
  }

  private static void hold(Entry.Draft draft, UUID part, Money amount) {
    draft.debit(Chart.AUTH_HOLD, amount, part).credit(Chart.AUTH_CONTRA, amount, part);
  }

  /**
   * The buyer paid. The shares are what was frozen with the order; what the platform put in itself
   * is its expense.
   */
  public static Entry capture(
      Source source, String gateway, Money paid, List<Share> promotions, List<Share> shares) {
    return capture(source, Map.of(gateway, paid), promotions, shares);
  }

  /**
   * The same by several means of payment.
   *
   * @param paid by means of payment
   */
  public static Entry capture(
      Source source, Map<String, Money> paid, List<Share> promotions, List<Share> shares) {
    Entry.Draft draft = Entry.draft(CAPTURE, source);
    paid.forEach((gateway, amount) -> draft.debit(Chart.clearing(gateway), amount, null));
    promotions.forEach(gift -> draft.debit(gift.address(), gift.amount(), gift.vendorOrderId()));
    shares.forEach(share -> draft.credit(share.address(), share.amount(), share.vendorOrderId()));
    return draft.finish();
  }

  /**
   * The buyer paid in cash, and the vendor keeps all of it: its own part is in its hand, and the
   * rest is what it owes.
   *
   * @param shares from where the vendor gives what it took
   */
  public static Entry cashKept(Source source, String gateway, List<Share> shares, Money paid) {
    Entry.Draft draft = Entry.draft(CASH_KEPT, source);
    shares.forEach(share -> draft.debit(share.address(), share.amount(), share.vendorOrderId()));
    return draft.credit(Chart.pspClearing(gateway), paid, null).finish();
  }

  /** The vendor gave money back to a buyer from its own hand: it gets that. */
  public static Entry cashReturned(
      Source source, String gateway, UUID vendor, UUID vendorOrder, Money given) {
    return Entry.draft(CASH_RETURNED, source)
        .debit(Chart.pspClearing(gateway), given, null)
        .credit(Chart.vendorAvailable(vendor), given, vendorOrder)
        .finish();
  }

  /** What the gateway kept, borne by the platform. */
  public static Entry gatewayFee(Source source, String gateway, Money fee) {
    return gatewayFee(source, gateway, fee, Money.zero(fee.currency()));
  }

  /**
   * What the gateway kept, of which the vendors have borne a part; what they bore beyond it lowers
   * what the platform pays otherwise.
   */
  public static Entry gatewayFee(Source source, String gateway, Money fee, Money borne) {
    Entry.Draft draft = Entry.draft(GATEWAY_FEE, source).debit(Chart.PSP_FEE_ACCRUAL, borne, null);
    Money platforms = fee.minus(borne);
    if (platforms.isNegative()) {
      draft.credit(Chart.PSP_FEE_EXPENSE, platforms.negate(), null);
    } else {
      draft.debit(Chart.PSP_FEE_EXPENSE, platforms, null);
    }
    return draft.credit(Chart.pspClearing(gateway), fee, null).finish();
  }

  /**
   * Vendors give their part of what the gateway is expected to keep, until it says how much it was.
   *
   * @param shares from whose pending how much
   */
  public static Entry gatewayFeeBorne(Source source, List<Share> shares) {
    Entry.Draft draft = Entry.draft(GATEWAY_FEE_BORNE, source);
    shares.forEach(
        share ->
            draft
                .debit(share.address(), share.amount(), share.vendorOrderId())
                .credit(Chart.PSP_FEE_ACCRUAL, share.amount(), share.vendorOrderId()));
    return draft.finish();
  }

  /**
   * The gateway kept another fee than was posted.
   *
   * @param missing what it kept beyond what was posted; below zero: it kept less
   * @param accrued what vendors gave for it and nothing was paid with yet
   * @param reason the words two persons agreed on
   */
  public static Entry gatewayFeeCorrection(
      Source source, String gateway, Money missing, Money accrued, String reason) {
    List<Entry.Line> lines = new ArrayList<>();
    addSigned(lines, Chart.PSP_FEE_ACCRUAL, accrued);
    addSigned(lines, Chart.PSP_FEE_EXPENSE, missing.minus(accrued));
    addSigned(lines, Chart.pspClearing(gateway), missing.negate());
    return new Entry(GATEWAY_FEE_CORRECTION, source, reason, null, lines);
  }

  /** Debits what is above zero, and credits what is below. */
  private static void addSigned(List<Entry.Line> lines, String address, Money amount) {
    if (!amount.isZero()) {
      Side side = amount.isNegative() ? Side.CREDIT : Side.DEBIT;
      Money size = amount.isNegative() ? amount.negate() : amount;
      lines.add(new Entry.Line(side, address, size, null));
    }
  }

  /** A vendor order arrived: what is left of its pending, less the reserve, becomes available. */
  public static Entry delivered(
      Source source, UUID vendor, UUID vendorOrder, Money left, Money reserved) {
    return Entry.draft(DELIVERED, source)
        .debit(Chart.vendorPending(vendor), left, vendorOrder)
        .credit(Chart.vendorReserve(vendor), reserved, vendorOrder)
        .credit(Chart.vendorAvailable(vendor), left.minus(reserved), vendorOrder)
        .finish();
  }

  /** What was kept back of an order has been kept long enough. */
  public static Entry reserveReleased(Source source, UUID vendor, UUID vendorOrder, Money given) {
    return Entry.draft(RESERVE_RELEASED, source)
        .debit(Chart.vendorReserve(vendor), given, vendorOrder)
        .credit(Chart.vendorAvailable(vendor), given, vendorOrder)
        .finish();
  }

  /** Money came for an order that no longer stands: it is owed to the buyer, nobody earned it. */
  public static Entry lateCapture(Source source, String gateway, Money paid) {
    return Entry.draft(LATE_CAPTURE, source)
        .debit(Chart.pspClearing(gateway), paid, null)
        .credit(Chart.refundInFlight(gateway), paid, null)
        .finish();
  }

  /**
   * Money is to go back to the buyer: everybody who got a share gives its part, and the platform
   * gets back what it put in itself.
   *
   * @param refunded what the buyer gets, by means of payment
   * @param recovered what the platform gets back of goodwill it gave before
   * @param shares who is debited
   * @param promotions what the platform gets back
   */
  public static Entry refund(
      Source source,
      Map<String, Money> refunded,
      Money recovered,
      List<Share> shares,
      List<Share> promotions) {
    Entry.Draft draft = Entry.draft(REFUND, source);
    shares.forEach(share -> draft.debit(share.address(), share.amount(), share.vendorOrderId()));
    promotions.forEach(gift -> draft.credit(gift.address(), gift.amount(), gift.vendorOrderId()));
    draft.credit(Chart.GOODWILL_EXPENSE, recovered, null);
    inFlight(draft, refunded);
    return draft.finish();
  }

  private static void inFlight(Entry.Draft draft, Map<String, Money> refunded) {
    refunded.forEach(
        (gateway, amount) -> draft.credit(Chart.refundInFlight(gateway), amount, null));
  }

  /**
   * The platform keeps a part of its commission although the sale is undone: the vendor pays what
   * the buyer got of it.
   *
   * @param shares from where the vendors give it
   * @param kept commission and the VAT on it
   */
  public static Entry commissionKept(Source source, List<Share> shares, List<Share> kept) {
    Entry.Draft draft = Entry.draft(COMMISSION_KEPT, source);
    shares.forEach(share -> draft.debit(share.address(), share.amount(), share.vendorOrderId()));
    kept.forEach(share -> draft.credit(share.address(), share.amount(), share.vendorOrderId()));
    return draft.finish();
  }

  /** The platform gives a buyer money of its own: nobody's share changes. */
  public static Entry goodwill(Source source, Map<String, Money> given) {
    Entry.Draft draft = Entry.draft(GOODWILL, source);
    given.forEach((gateway, amount) -> draft.debit(Chart.GOODWILL_EXPENSE, amount, null));
    inFlight(draft, given);
    return draft.finish();
  }

  /** What one gateway would not give back goes back through another. */
  public static Entry refundRerouted(Source source, String from, String to, Money amount) {
    return Entry.draft(REFUND_REROUTED, source)
        .debit(Chart.refundInFlight(from), amount, null)
        .credit(Chart.refundInFlight(to), amount, null)
        .finish();
  }

  /**
   * Vendors' debts are paid from what is available to them; a debt that turned out too large goes
   * back.
   *
   * @param offsets by vendor: above zero from available to debt, below zero the other way
   */
  public static Entry debtOffset(Source source, Map<UUID, Money> offsets) {
    Entry.Draft draft = Entry.draft(DEBT_OFFSET, source);
    offsets.forEach(
        (vendor, amount) ->
            offset(draft, Chart.vendorAvailable(vendor), Chart.vendorReceivable(vendor), amount));
    return draft.finish();
  }

  /** The goods may not come back any more: what an affiliate earned with them may be paid. */
  public static Entry affiliateMatured(
      Source source, String affiliate, UUID vendorOrder, Money left) {
    return Entry.draft(AFFILIATE_MATURED, source)
        .debit(Chart.affiliatePending(affiliate), left, vendorOrder)
        .credit(Chart.affiliateAvailable(affiliate), left, vendorOrder)
        .finish();
  }

  /** Affiliates' debts are paid from what is available to them, or given back if too large. */
  public static Entry affiliateOffset(Source source, Map<String, Money> offsets) {
    Entry.Draft draft = Entry.draft(AFFILIATE_OFFSET, source);
    offsets.forEach(
        (affiliate, amount) ->
            offset(
                draft,
                Chart.affiliateAvailable(affiliate),
                Chart.affiliateReceivable(affiliate),
                amount));
    return draft.finish();
  }

  private static void offset(Entry.Draft draft, String available, String debt, Money amount) {
    if (amount.isNegative()) {
      draft.debit(debt, amount.negate(), null).credit(available, amount.negate(), null);
    } else {
      draft.debit(available, amount, null).credit(debt, amount, null);
    }
  }

  /** A refund under way has left the gateway. */
  public static Entry refundPaid(Source source, String gateway, Money refunded) {
    return Entry.draft(REFUND_PAID, source)
        .debit(Chart.refundInFlight(gateway), refunded, null)
        .credit(Chart.clearing(gateway), refunded, null)
        .finish();
  }

  /** Money came by bank transfer: until it is all there it is its buyer's. */
  public static Entry depositReceived(Source source, String gateway, Money amount) {
    return Entry.draft(DEPOSIT_RECEIVED, source)
        .debit(Chart.pspClearing(gateway), amount, null)
        .credit(Chart.BUYER_DEPOSIT, amount, null)
        .finish();
  }

  /** All of it is there: the deposit ends where the capture of the same amount begins. */
  public static Entry depositApplied(Source source, String gateway, Money amount) {
    return Entry.draft(DEPOSIT_APPLIED, source)
        .debit(Chart.BUYER_DEPOSIT, amount, null)
        .credit(Chart.pspClearing(gateway), amount, null)
        .finish();
  }

  /** Money that paid for nothing was sent back. */
  public static Entry depositReturned(Source source, String gateway, Money amount) {
    return Entry.draft(DEPOSIT_RETURNED, source)
        .debit(Chart.BUYER_DEPOSIT, amount, null)
        .credit(Chart.pspClearing(gateway), amount, null)
        .finish();
  }

  /**
   * A payout was approved: somebody's money leaves what is available.
   *
   * @param owner the account it leaves
   */
  public static Entry payoutCreated(Source source, String owner, UUID payout, Money amount) {
    return Entry.draft(PAYOUT_CREATED, source)
        .debit(owner, amount, null)
        .credit(Chart.payoutInTransit(payout), amount, null)
        .finish();
  }

  /**
   * It was paid.
   *
   * @param from the account it left: at a gateway, or at a bank
   */
  public static Entry payoutPaid(Source source, UUID payout, String from, Money amount) {
    return Entry.draft(PAYOUT_PAID, source)
        .debit(Chart.payoutInTransit(payout), amount, null)
        .credit(from, amount, null)
        .finish();
  }

  /**
   * The bank of whoever was paid sent it back.
   *
   * @param owner the account it is available on again
   * @param to the account it came back to: at a gateway, or at a bank
   */
  public static Entry payoutReturned(Source source, String owner, String to, Money amount) {
    return Entry.draft(PAYOUT_RETURNED, source)
        .debit(to, amount, null)
        .credit(owner, amount, null)
        .finish();
  }

  /** It failed and is given up: the mirror of its creation. */
  public static Entry payoutCancelled(Source source, String owner, UUID payout, Money amount) {
    return Entry.draft(PAYOUT_CANCELLED, source)
        .debit(Chart.payoutInTransit(payout), amount, null)
        .credit(owner, amount, null)
        .finish();
  }

  /**
   * A buyer complains: what the vendor earned with this order waits, wherever it is by now.
   *
   * @param shares from where it is taken
   */
  public static Entry disputeHeld(Source source, UUID vendor, List<Share> shares) {
    Entry.Draft draft = Entry.draft(DISPUTE_HELD, source);
    setAside(draft, vendor, shares);
    return draft.finish();
  }

  /**
   * The buyer's bank took money back: it is gone from the gateway, and the vendors' parts of it
   * wait for the bank's decision.
   *
   * @param shares by vendor: from where its part is taken
   */
  public static Entry chargebackOpened(
      Source source, String gateway, Money amount, Map<UUID, List<Share>> shares) {
    Entry.Draft draft =
        Entry.draft(CHARGEBACK_OPENED, source)
            .debit(Chart.disputeHeld(gateway), amount, null)
            .credit(Chart.pspClearing(gateway), amount, null);
    shares.forEach((vendor, its) -> setAside(draft, vendor, its));
    return draft.finish();
  }

  private static void setAside(Entry.Draft draft, UUID vendor, List<Share> shares) {
    String hold = Chart.vendorDisputeHold(vendor);
    shares.forEach(
        share ->
            draft
                .debit(share.address(), share.amount(), share.vendorOrderId())
                .credit(hold, share.amount(), share.vendorOrderId()));
  }

  /** What the gateway keeps for it; turned round if it gives it back. */
  public static Entry chargebackFee(Source source, String gateway, Money fee) {
    return Entry.draft(CHARGEBACK_FEE, source)
        .debit(Chart.DISPUTE_FEE_EXPENSE, fee, null)
        .credit(Chart.pspClearing(gateway), fee, null)
        .finish();
  }

  /**
   * The money stays with the buyer: everybody who got a share gives its part, the vendors what
   * waited, and the platform gets back what it put in itself.
   */
  public static Entry chargebackLost(
      Source source, String gateway, Money amount, List<Share> shares, List<Share> promotions) {
    Entry.Draft draft = Entry.draft(CHARGEBACK_LOST, source);
    shares.forEach(share -> draft.debit(share.address(), share.amount(), share.vendorOrderId()));
    promotions.forEach(gift -> draft.credit(gift.address(), gift.amount(), gift.vendorOrderId()));
    return draft.credit(Chart.disputeHeld(gateway), amount, null).finish();
  }

  /**
   * The money stays with the buyer, who has had it from us already: what is left of the credit that
   * was given for it is owed no more, and the rest is the platform's loss.
   *
   * @param lost what is gone from the gateway
   * @param recovered what of it is taken back of store credit, at most all
   * @param reason the words two persons agreed on
   */
  public static Entry chargebackUncovered(
      Source source, String gateway, Money lost, Money recovered, String reason) {
    List<Entry.Line> lines = new ArrayList<>();
    addSigned(lines, Chart.STORE_CREDIT, recovered);
    addSigned(lines, Chart.BAD_DEBT, lost.minus(recovered));
    addSigned(lines, Chart.pspClearing(gateway), lost.negate());
    return new Entry(CHARGEBACK_UNCOVERED, source, reason, null, lines);
  }

  /**
   * A vendor owes the platform a fee, with the VAT on it.
   *
   * @param shares from where the vendor gives it
   */
  public static Entry vendorFee(Source source, List<Share> shares, Money net, Money vat) {
    Entry.Draft draft = Entry.draft(VENDOR_FEE, source);
    shares.forEach(share -> draft.debit(share.address(), share.amount(), null));
    return draft
        .credit(Chart.VENDOR_FEE_INCOME, net, null)
        .credit(Chart.COMMISSION_VAT_PAYABLE, vat, null)
        .finish();
  }

  /**
   * A gift card was issued, or store credit given: the marketplace owes it.
   *
   * @param from where it comes from: the bank if somebody paid for it, else our own expense
   */
  public static Entry creditIssued(Source source, String from, Money amount) {
    return Entry.draft(CREDIT_ISSUED, source)
        .debit(from, amount, null)
        .credit(Chart.STORE_CREDIT, amount, null)
        .finish();
  }

  /**
   * What was left expired: it is owed no more.
   *
   * @param to what it becomes: income if somebody paid for it, else less expense
   */
  public static Entry creditExpired(Source source, String to, Money amount) {
    return Entry.draft(CREDIT_EXPIRED, source)
        .debit(Chart.STORE_CREDIT, amount, null)
        .credit(to, amount, null)
        .finish();
  }

  /**
   * Tax that was owed to a state is paid from the bank.
   *
   * @param payable the account of the tax
   * @param bank the account it is paid from
   * @param reference what the bank or the tax office knows it by
   */
  public static Entry taxRemitted(
      Source source, String payable, String bank, Money amount, String reference) {
    return new Entry(
        TAX_REMITTED,
        source,
        reference,
        null,
        List.of(
            new Entry.Line(Side.DEBIT, payable, amount, null),
            new Entry.Line(Side.CREDIT, bank, amount, null)));
  }

  /**
   * A debt that nobody expects to be paid any more is a loss.
   *
   * @param receivable whose debt it is
   * @param reason the words two persons agreed on
   */
  public static Entry writeOff(Source source, String receivable, Money amount, String reason) {
    return new Entry(
        WRITE_OFF,
        source,
        reason,
        null,
        List.of(
            new Entry.Line(Side.DEBIT, Chart.BAD_DEBT, amount, null),
            new Entry.Line(Side.CREDIT, receivable, amount, null)));
  }

  /** The exact mirror of an entry, in the opposite order, naming what it turns round. */
  public static Entry reversal(EntryView original, Source source, String reason) {
    List<Entry.Line> mirrored = new ArrayList<>();
    for (PostingView posting : original.postings()) {
      mirrored.add(
          0,
          new Entry.Line(
              posting.side().other(),
              posting.address(),
              posting.amount(),
              posting.vendorOrderId()));
    }
    return new Entry(REVERSAL, source, reason, original.id(), mirrored);
  }
}
