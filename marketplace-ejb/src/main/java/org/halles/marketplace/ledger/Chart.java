package org.halles.marketplace.ledger;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The chart of accounts: which addresses there are and on which side each grows. An address is a
 * name, or a name and whose: {@code vendor_pending:<vendor id>}.
 */
public final class Chart {

  public static final String COMMISSION_INCOME = "commission_income";
  public static final String COMMISSION_VAT_PAYABLE = "commission_vat_payable";
  public static final String VENDOR_FEE_INCOME = "vendor_fee_income";
  public static final String BUYER_FEE_INCOME = "buyer_fee_income";
  public static final String PROMO_EXPENSE = "promo_expense";

  /** What the platform pays those who sent a buyer. */
  public static final String AFFILIATE_EXPENSE = "affiliate_expense";

  /** What the platform gave buyers of its own money. */
  public static final String GOODWILL_EXPENSE = "goodwill_expense";

  public static final String PSP_FEE_EXPENSE = "psp_fee_expense";

  /** What vendors gave for fees that gateways have not reported yet. */
  public static final String PSP_FEE_ACCRUAL = "psp_fee_accrual";

  /** Money that came for an order and does not pay for it, or not yet: it is its buyer's. */
  public static final String BUYER_DEPOSIT = "buyer_deposit";

  /** What the marketplace owes buyers as gift cards and store credit. */
  public static final String STORE_CREDIT = "store_credit";

  /** What was left on gift cards that somebody paid for, when they expired. */
  public static final String BREAKAGE_INCOME = "breakage_income";

  public static final String DISPUTE_FEE_EXPENSE = "dispute_fee_expense";

  /** What nobody will pay any more. */
  public static final String BAD_DEBT = "bad_debt";

  /** Memo: what gateways hold for purchases and did not take yet. */
  public static final String AUTH_HOLD = "auth_hold";

  /** Memo: the other side of what is held. */
  public static final String AUTH_CONTRA = "auth_contra";

  private static final Map<String, Side> NORMAL_SIDES = new TreeMap<>();

  static {
    debits(
        "psp_clearing",
        "bank",
        "vendor_receivable",
        "affiliate_receivable",
        "dispute_held",
        PROMO_EXPENSE,
        AFFILIATE_EXPENSE,
        GOODWILL_EXPENSE,
        PSP_FEE_EXPENSE,
        DISPUTE_FEE_EXPENSE,
        BAD_DEBT,
        "fx_position",
        "fx_gain_loss",
        AUTH_HOLD);
    credits(
        "vendor_pending",
        "vendor_available",
        "vendor_reserve",
        "vendor_dispute_hold",
        "payout_in_transit",
        "affiliate_pending",
        "affiliate_available",
        "tax_payable",
        COMMISSION_VAT_PAYABLE,
        "refund_in_flight",
        BUYER_DEPOSIT,
        STORE_CREDIT,
        PSP_FEE_ACCRUAL,
        "third_party_payable",
        COMMISSION_INCOME,
        VENDOR_FEE_INCOME,
        BUYER_FEE_INCOME,
        BREAKAGE_INCOME,
        "dispute_fee_income",
        AUTH_CONTRA);
  }

  private Chart() {}

  /** Of every account, without what may follow a colon. */
  public static Set<String> names() {
    return Set.copyOf(NORMAL_SIDES.keySet());
  }

  /**
   * On which side an account grows.
   *
   * @throws IllegalArgumentException if the chart has no such account
   */
  public static Side normalSideOf(String address) {
    int colon = address.indexOf(':');
    Side side = NORMAL_SIDES.get(colon < 0 ? address : address.substring(0, colon));
    if (side == null) {
      throw new IllegalArgumentException(
          "'" + address + "' is not in the chart of accounts " + NORMAL_SIDES.keySet());
    }
    return side;
  }

  /** Where money of this means of payment comes from and goes to: store credit is our own debt. */
  public static String clearing(String gateway) {
    return gateway.equals("store-credit") ? STORE_CREDIT : pspClearing(gateway);
  }

  public static String pspClearing(String gateway) {
    return "psp_clearing:" + gateway;
  }

  /** Money at the marketplace's own bank. */
  public static String bank(String account) {
    return "bank:" + account;
  }

  public static String refundInFlight(String gateway) {
    return "refund_in_flight:" + gateway;
  }

  public static String vendorPending(UUID vendor) {
    return "vendor_pending:" + vendor;
  }

  public static String vendorAvailable(UUID vendor) {
    return "vendor_available:" + vendor;
  }

  public static String vendorReserve(UUID vendor) {
    return "vendor_reserve:" + vendor;
  }

  public static String vendorReceivable(UUID vendor) {
    return "vendor_receivable:" + vendor;
  }

  /** A vendor's money that waits for a decision. */
  public static String vendorDisputeHold(UUID vendor) {
    return "vendor_dispute_hold:" + vendor;
  }

  /** Money a gateway took back while it is not decided whose it is. */
  public static String disputeHeld(String gateway) {
    return "dispute_held:" + gateway;
  }

  /** Money on its way to a vendor. */
  public static String payoutInTransit(UUID payout) {
    return "payout_in_transit:" + payout;
  }

  public static String affiliatePending(String affiliate) {
    return "affiliate_pending:" + affiliate;
  }

  public static String affiliateAvailable(String affiliate) {
    return "affiliate_available:" + affiliate;
  }

  /** What an affiliate owes: it was paid for a sale that was undone later. */
  public static String affiliateReceivable(String affiliate) {
    return "affiliate_receivable:" + affiliate;
  }

  public static String taxPayable(String jurisdiction) {
    return "tax_payable:" + jurisdiction;
  }

  public static String thirdPartyPayable(String party) {
    return "third_party_payable:" + party;
  }

  private static void debits(String... names) {
    for (String name : names) {
      NORMAL_SIDES.put(name, Side.DEBIT);
    }
  }

  private static void credits(String... names) {
    for (String name : names) {
      NORMAL_SIDES.put(name, Side.CREDIT);
    }
  }
}
