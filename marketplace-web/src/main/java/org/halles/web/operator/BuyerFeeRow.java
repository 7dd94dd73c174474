package org.halles.web.operator;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.halles.marketplace.pricing.BuyerFeeTerms;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Violation;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;

/** One rule of the buyer's fee as it is typed. */
public class BuyerFeeRow implements Serializable {

  private static final long serialVersionUID = 1L;

  private ArrayList<String> countries = new ArrayList<>();
  private String currency = "EUR";
  private BigDecimal rate = BigDecimal.ZERO;
  private BigDecimal flat = BigDecimal.ZERO;
  private BigDecimal most;

  static BuyerFeeRow of(BuyerFeeTerms.Rule rule) {
    BuyerFeeRow row = new BuyerFeeRow();
    row.countries = new ArrayList<>(rule.countries());
    row.currency = rule.currency();
    row.rate = HoldTermsForm.percent(rule.basisPoints());
    row.flat = decimal(rule.flatMinor(), rule.currency());
    row.most = rule.mostMinor() == null ? null : decimal(rule.mostMinor(), rule.currency());
    return row;
  }

  private static BigDecimal decimal(long minor, String currency) {
    return Money.of(minor, CurrencyCode.of(currency)).toDecimal();
  }

  BuyerFeeTerms.Rule rule() {
    return new BuyerFeeTerms.Rule(
        countries, currency, HoldTermsForm.basisPoints(rate), minor(flat), limit());
  }

  private Long limit() {
    try {
      return most == null ? null : Long.valueOf(minor(most));
    } catch (InvalidInput unreadable) {
      throw new InvalidInput(
          unreadable.violations().stream()
              .map(one -> new Violation("mostMinor", one.message(), one.value()))
              .toList());
    }
  }

  private long minor(BigDecimal typed) {
    return typed == null ? 0 : TypedMoney.of(typed, currency).minor();
  }

  /** Codes of the chosen countries; none: everywhere. */
  public List<String> getCountries() {
    return countries;
  }

  public void setCountries(List<String> countries) {
    this.countries = countries == null ? new ArrayList<>() : new ArrayList<>(countries);
  }

  public String getCurrency() {
    return currency;
  }

  public void setCurrency(String currency) {
    this.currency = currency == null ? "" : currency.strip().toUpperCase(Locale.ROOT);
  }

  public BigDecimal getRate() {
    return rate;
  }

  public void setRate(BigDecimal rate) {
    this.rate = rate;
  }

  public BigDecimal getFlat() {
    return flat;
  }

  public void setFlat(BigDecimal flat) {
    this.flat = flat;
  }

  public BigDecimal getMost() {
    return most;
  }

  public void setMost(BigDecimal most) {
    this.most = most;
  }
}
