package org.halles.web.operator;

import java.math.BigDecimal;
import org.halles.marketplace.refund.GiveBackReason;
import org.halles.marketplace.refund.GiveBackTerms;

/** The terms of one reason as they are typed: in percent. */
public class GiveBackForm {

  private final GiveBackReason reason;
  private BigDecimal commission;
  private BigDecimal fixed;
  private BigDecimal gateway;
  private boolean buyerFee;

  GiveBackForm(GiveBackReason reason) {
    this.reason = reason;
  }

  static GiveBackForm of(GiveBackTerms terms) {
    GiveBackForm form = new GiveBackForm(terms.reason());
    form.commission = HoldTermsForm.percent(terms.commissionKeptBasisPoints());
    form.fixed = HoldTermsForm.percent(terms.fixedFeeKeptBasisPoints());
    form.gateway = HoldTermsForm.percent(terms.gatewayFeeKeptBasisPoints());
    form.buyerFee = terms.buyerFeeKept();
    return form;
  }

  GiveBackTerms terms() {
    return new GiveBackTerms(
        reason,
        HoldTermsForm.basisPoints(commission),
        HoldTermsForm.basisPoints(fixed),
        HoldTermsForm.basisPoints(gateway),
        buyerFee);
  }

  public GiveBackReason getReason() {
    return reason;
  }

  /** True if the buyer gets the fee back whatever the operator would like. */
  public boolean isFeeFree() {
    return reason.isBuyersRight();
  }

  public BigDecimal getCommission() {
    return commission;
  }

  public void setCommission(BigDecimal commission) {
    this.commission = commission;
  }

  public BigDecimal getFixed() {
    return fixed;
  }

  public void setFixed(BigDecimal fixed) {
    this.fixed = fixed;
  }

  /** True if the gateway never gives its fee back. */
  public boolean isGatewayLost() {
    return reason == GiveBackReason.CHARGEBACK;
  }

  public BigDecimal getGateway() {
    return gateway;
  }

  public void setGateway(BigDecimal gateway) {
    this.gateway = gateway;
  }

  public boolean isBuyerFee() {
    return buyerFee;
  }

  public void setBuyerFee(boolean buyerFee) {
    this.buyerFee = buyerFee;
  }
}
