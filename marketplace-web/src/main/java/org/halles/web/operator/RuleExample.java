package org.halles.web.operator;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.halles.marketplace.pricing.RuleTrial;
import org.halles.spi.Money;
import org.halles.web.plugin.TypedField;

/** The sale a rule is tried on while it is written, as somebody types it. */
public class RuleExample implements Serializable {

  private static final long serialVersionUID = 1L;

  private String price = "100";
  private String soldBefore;
  private String quantity = "1";
  private String shipping;
  private String discount;
  private String attributes;

  /**
   * The sale with the rule as far as it is written.
   *
   * @param aboutSales false if what the vendor sold before means nothing to the rule
   */
  RuleTrial.Request with(String kind, JsonNode configuration, String currency, boolean aboutSales) {
    return new RuleTrial.Request(
        kind,
        configuration,
        TypedField.money(price == null ? "" : price, currency),
        aboutSales ? amount(soldBefore, currency) : null,
        number(quantity),
        amount(shipping, currency),
        amount(discount, currency),
        words(attributes));
  }

  /** One that nobody allows for what cannot be read, so that the check names it. */
  private static Money amount(String typed, String currency) {
    if (typed == null || typed.isBlank()) {
      return null;
    }
    Money amount = TypedField.money(typed, currency);
    return amount == null ? TypedField.money("-1", currency) : amount;
  }

  /** Nothing for what is no number: the check says which there may be. */
  private static Integer number(String typed) {
    String stripped = typed == null ? "" : typed.strip();
    return stripped.isEmpty() ? null : stripped.matches("\\d{1,9}") ? Integer.valueOf(stripped) : 0;
  }

  /** A line for each, such as {@code brand = Lumen}. */
  private static Map<String, String> words(String typed) {
    Map<String, String> words = new LinkedHashMap<>();
    if (typed != null) {
      typed
          .lines()
          .map(line -> line.split("=", 2))
          .filter(parts -> parts.length == 2 && !parts[0].isBlank())
          .forEach(parts -> words.put(parts[0].strip(), parts[1].strip()));
    }
    return words;
  }

  public String getPrice() {
    return price;
  }

  public void setPrice(String price) {
    this.price = price;
  }

  public String getSoldBefore() {
    return soldBefore;
  }

  public void setSoldBefore(String soldBefore) {
    this.soldBefore = soldBefore;
  }

  public String getQuantity() {
    return quantity;
  }

  public void setQuantity(String quantity) {
    this.quantity = quantity;
  }

  public String getShipping() {
    return shipping;
  }

  public void setShipping(String shipping) {
    this.shipping = shipping;
  }

  public String getDiscount() {
    return discount;
  }

  public void setDiscount(String discount) {
    this.discount = discount;
  }

  public String getAttributes() {
    return attributes;
  }

  public void setAttributes(String attributes) {
    this.attributes = attributes;
  }
}
