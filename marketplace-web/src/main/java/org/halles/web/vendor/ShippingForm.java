package org.halles.web.vendor;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
  private String countries;

  /** What was typed, for the use case to check. */
  ShippingInput.Method method() {
    boolean noPrice = price == null && "offer-fee".equals(mode);
    Money own = noPrice ? Money.zero(EUR) : money(price);
    return new ShippingInput.Method(label, mode, own, money(freeFrom), minDays, maxDays, codes());
  }

  private static Money money(BigDecimal amount) {
    return amount == null
        ? null
        : Money.parse(
            amount.setScale(EUR.fractionDigits(), RoundingMode.HALF_UP).toPlainString(), EUR);
  }

  private List<String> codes() {
    return countries == null
        ? List.of()
        : Arrays.stream(countries.toUpperCase(Locale.ROOT).split("[\\s,;]+"))
            .filter(code -> !code.isEmpty())
            .toList();
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

  public String getCountries() {
    return countries;
  }

  public void setCountries(String countries) {
    this.countries = countries;
  }
}
