package org.halles.web.operator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.halles.marketplace.hold.HoldTerms;

/** Terms as they are typed: the reserve in percent. */
public class HoldTermsForm {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Integer days;
  private Integer longestDays;
  private BigDecimal reserve;
  private Integer reserveDays;

  static HoldTermsForm of(HoldTerms terms) {
    HoldTermsForm form = new HoldTermsForm();
    form.days = terms.days();
    form.longestDays = terms.longestDays();
    form.reserve = percent(terms.reserveBasisPoints());
    form.reserveDays = terms.reserveDays();
    return form;
  }

  static BigDecimal percent(int basisPoints) {
    BigDecimal percent =
        BigDecimal.valueOf(basisPoints).divide(HUNDRED, 2, RoundingMode.UNNECESSARY);
    return percent.stripTrailingZeros().scale() < 0
        ? percent.setScale(0, RoundingMode.UNNECESSARY)
        : percent.stripTrailingZeros();
  }

  /** Finer than a hundredth of a percent is rounded; what is out of bounds stays so. */
  static int basisPoints(BigDecimal percent) {
    return percent == null
        ? 0
        : percent
            .multiply(HUNDRED)
            .setScale(0, RoundingMode.HALF_UP)
            .max(BigDecimal.valueOf(-1))
            .min(BigDecimal.valueOf(1_000_000))
            .intValue();
  }

  HoldTerms terms() {
    return new HoldTerms(
        or(days),
        longestDays,
        reserve == null ? 0 : reserve.multiply(HUNDRED).intValue(),
        or(reserveDays));
  }

  void clear() {
    days = null;
    longestDays = null;
    reserve = null;
    reserveDays = null;
  }

  private static int or(Integer number) {
    return number == null ? 0 : number;
  }

  public Integer getDays() {
    return days;
  }

  public void setDays(Integer days) {
    this.days = days;
  }

  public Integer getLongestDays() {
    return longestDays;
  }

  public void setLongestDays(Integer longestDays) {
    this.longestDays = longestDays;
  }

  public BigDecimal getReserve() {
    return reserve;
  }

  public void setReserve(BigDecimal reserve) {
    this.reserve = reserve;
  }

  public Integer getReserveDays() {
    return reserveDays;
  }

  public void setReserveDays(Integer reserveDays) {
    this.reserveDays = reserveDays;
  }
}
