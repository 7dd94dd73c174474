package org.halles.spi;

import java.util.Map;
import java.util.Objects;

/**
 * What a rule asks of one line; never a final amount. Halles computes {@code rate x base + perUnit
 * x quantity + perLine + this line's part of perOrder}, raises it to the floor, lowers it to the
 * cap, clamps it to 0..line, and rounds once, half away from zero.
 *
 * @param rate share of the base; zero for none
 * @param perUnit fixed amount for each unit sold, or null
 * @param perLine fixed amount for the line, or null
 * @param perOrder fixed amount for the vendor's whole order, spread by largest remainder over the
 *     lines that this rule won, or null
 * @param floor the least the line pays (still never more than the line), or null
 * @param cap the most the line pays, or null
 * @param base what the rate is taken of
 * @param reason why, in a few words a vendor understands; shown on the statement
 * @param reasons the same by language, {@code fr} and {@code en}; empty if there are no others.
 *     Both are frozen with the order, so that it is explained in them for ever
 */
public record CommissionProposal(
    Rate rate,
    Money perUnit,
    Money perLine,
    Money perOrder,
    Money floor,
    Money cap,
    Base base,
    String reason,
    Map<String, String> reasons) {

  /** What a commission rate is taken of. */
  public enum Base {
    /** What the buyer pays for the line, tax included, after discounts. The default. */
    GROSS,
    /** The same without the tax contained in it. */
    NET_OF_TAX,
    /** What the buyer pays for the line and for its share of the shipping, tax included. */
    GROSS_WITH_SHIPPING,
    /** What the line would cost without coupons and campaigns, tax included. */
    GROSS_BEFORE_DISCOUNTS,
    /** The same without the tax it would contain. */
    NET_BEFORE_DISCOUNTS
  }

  public CommissionProposal {
    Objects.requireNonNull(rate, "rate");
    Objects.requireNonNull(base, "base");
    Objects.requireNonNull(reason, "reason");
    reasons = Map.copyOf(reasons);
  }

  /** With a reason in one language only. */
  public CommissionProposal(
      Rate rate,
      Money perUnit,
      Money perLine,
      Money perOrder,
      Money floor,
      Money cap,
      Base base,
      String reason) {
    this(rate, perUnit, perLine, perOrder, floor, cap, base, reason, Map.of());
  }

  /** Only a rate, of the gross price. */
  public static CommissionProposal of(Rate rate, String reason) {
    return new CommissionProposal(rate, null, null, null, null, null, Base.GROSS, reason);
  }

  /** The same, explained in both languages of the marketplace. */
  public static CommissionProposal of(Rate rate, String french, String english) {
    return of(rate, english).withReasons(french, english);
  }

  /** The same, with a fixed amount for each unit sold. */
  public CommissionProposal withPerUnit(Money amount) {
    return new CommissionProposal(
        rate, amount, perLine, perOrder, floor, cap, base, reason, reasons);
  }

  /** The same, with a fixed amount for the line. */
  public CommissionProposal withPerLine(Money amount) {
    return new CommissionProposal(
        rate, perUnit, amount, perOrder, floor, cap, base, reason, reasons);
  }

  /** The same, with a fixed amount for the vendor's whole order. */
  public CommissionProposal withPerOrder(Money amount) {
    return new CommissionProposal(
        rate, perUnit, perLine, amount, floor, cap, base, reason, reasons);
  }

  /** The same, but the line pays at least this, if it is worth that much. */
  public CommissionProposal withFloor(Money amount) {
    return new CommissionProposal(
        rate, perUnit, perLine, perOrder, amount, cap, base, reason, reasons);
  }

  /** The same, but the line pays at most this. */
  public CommissionProposal withCap(Money amount) {
    return new CommissionProposal(
        rate, perUnit, perLine, perOrder, floor, amount, base, reason, reasons);
  }

  /** The same, with the rate taken of this. */
  public CommissionProposal withBase(Base other) {
    return new CommissionProposal(
        rate, perUnit, perLine, perOrder, floor, cap, other, reason, reasons);
  }

  /**
   * The same, explained in both languages of the marketplace.
   *
   * @param french such as {@code le week-end : 5 %}
   * @param english such as {@code weekend: 5 %}
   */
  public CommissionProposal withReasons(String french, String english) {
    Map<String, String> both = Map.of("fr", french, "en", english);
    return new CommissionProposal(
        rate, perUnit, perLine, perOrder, floor, cap, base, english, both);
  }
}
