package org.halles.web.invoicing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.UUID;
import org.halles.marketplace.invoicing.FeeInput;
import org.halles.marketplace.shared.Texts;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;

/** A fee while it is typed; amounts in euros, before VAT. */
public class FeeForm {

  private static final CurrencyCode EUR = CurrencyCode.of("EUR");

  private String kind = "SUBSCRIPTION";
  private String french;
  private String english;
  private BigDecimal amount;
  private Integer freeUnits;
  private String vendor;

  FeeInput input(UUID payer) {
    boolean one = english == null || english.isBlank();
    return new FeeInput(
        kind,
        french == null ? Texts.NONE : Texts.of(french, one ? french : english),
        amount == null
            ? null
            : Money.parse(
                amount.setScale(EUR.fractionDigits(), RoundingMode.HALF_UP).toPlainString(), EUR),
        payer,
        freeUnits);
  }

  public String getKind() {
    return kind;
  }

  public void setKind(String kind) {
    this.kind = kind;
  }

  public String getFrench() {
    return french;
  }

  public void setFrench(String french) {
    this.french = french;
  }

  public String getEnglish() {
    return english;
  }

  public void setEnglish(String english) {
    this.english = english;
  }

  public BigDecimal getAmount() {
    return amount;
  }

  public void setAmount(BigDecimal amount) {
    this.amount = amount;
  }

  public Integer getFreeUnits() {
    return freeUnits;
  }

  public void setFreeUnits(Integer freeUnits) {
    this.freeUnits = freeUnits;
  }

  public String getVendor() {
    return vendor;
  }

  public void setVendor(String vendor) {
    this.vendor = vendor;
  }
}
