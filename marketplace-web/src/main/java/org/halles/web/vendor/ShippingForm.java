package org.halles.web.vendor;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.halles.marketplace.shipping.ShippingInput;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;

/** A shipping method while it is being typed; amounts are in euros. */
public class ShippingForm {

  private static final CurrencyCode EUR = CurrencyCode.of("EUR");

  private String label;
  private String mode = "flat";
  private BigDecimal price;
  private BigDecimal freeFrom;
  private Integer minDays = 2;
  private Integer maxDays = 4;
  private List<String> countries = List.of();

  /** What was typed, for the use case to check. */
  ShippingInput.Method method() {
    boolean noPrice = price == null && "offer-fee".equals(mode);
    Money own = noPrice ? Money.zero(EUR) : money(price);
    return new ShippingInput.Method(
        label, mode, own, money(freeFrom), minDays, maxDays, getCountries());
  }

  private static Money money(BigDecimal amount) {
    return amount == null
        ? null
        : Money.parse(
            amount.setScale(EUR.fractionDigits(), RoundingMode.HALF_UP).toPlainString(), EUR);
  }

  public String getLabel() {
    return label;
  }

  public void setLabel(String label) {
    this.label = label;
  }

  public String getMode() {
    return mode;
  }

  public void setMode(String mode) {
    this.mode = mode;
  }

  public BigDecimal getPrice() {
    return price;
  }

  public void setPrice(BigDecimal price) {
    this.price = price;
  }

  public BigDecimal getFreeFrom() {
    return freeFrom;
  }

  public void setFreeFrom(BigDecimal freeFrom) {
    this.freeFrom = freeFrom;
  }

  public Integer getMinDays() {
    return minDays;
  }

  public void setMinDays(Integer minDays) {
    this.minDays = minDays;
  }

  public Integer getMaxDays() {
    return maxDays;
  }

  public void setMaxDays(Integer maxDays) {
    this.maxDays = maxDays;
  }

  /** Codes of the chosen countries; none: everywhere. */
  public List<String> getCountries() {
    return countries == null ? List.of() : countries;
  }

  public void setCountries(List<String> countries) {
    this.countries = countries;
  }
}
