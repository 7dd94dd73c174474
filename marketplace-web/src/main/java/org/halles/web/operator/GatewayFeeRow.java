package org.halles.web.operator;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Locale;
import org.halles.marketplace.payment.GatewayFeeTerms;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;

/** What a gateway is expected to keep, as it is typed. */
public class GatewayFeeRow implements Serializable {

  private static final long serialVersionUID = 1L;

  private String gateway = GatewayFeeTerms.ANY;
  private BigDecimal rate = BigDecimal.ZERO;
  private BigDecimal fixed = BigDecimal.ZERO;
  private String currency = "EUR";

  static GatewayFeeRow of(GatewayFeeTerms.Estimate estimate) {
    GatewayFeeRow row = new GatewayFeeRow();
    row.gateway = estimate.gateway();
    row.rate = HoldTermsForm.percent(estimate.basisPoints());
    row.fixed = Money.of(estimate.fixedMinor(), CurrencyCode.of(estimate.currency())).toDecimal();
    row.currency = estimate.currency();
    return row;
  }

  GatewayFeeTerms.Estimate estimate() {
    long minor = fixed == null ? 0 : TypedMoney.of(fixed, currency).minor();
    return new GatewayFeeTerms.Estimate(gateway, HoldTermsForm.basisPoints(rate), minor, currency);
  }

  public String getGateway() {
    return gateway;
  }

  public void setGateway(String gateway) {
    this.gateway = gateway == null ? "" : gateway.strip();
  }

  public BigDecimal getRate() {
    return rate;
  }

  public void setRate(BigDecimal rate) {
    this.rate = rate;
  }

  public BigDecimal getFixed() {
    return fixed;
  }

  public void setFixed(BigDecimal fixed) {
    this.fixed = fixed;
  }

  public String getCurrency() {
    return currency;
  }

  public void setCurrency(String currency) {
    this.currency = currency == null ? "" : currency.strip().toUpperCase(Locale.ROOT);
  }
}
