package org.halles.web.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.refund.RefundRequest;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Violation;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;

/** What somebody typed into a form that gives money back: units by line, shipping, or an amount. */
public final class RefundForm {

  private final Map<String, Number> units = new LinkedHashMap<>();
  private boolean shipping;
  private String amount;

  /** How many units of each line, by line. */
  public Map<String, Number> getUnits() {
    return units;
  }

  public boolean isShipping() {
    return shipping;
  }

  public void setShipping(boolean shipping) {
    this.shipping = shipping;
  }

  public String getAmount() {
    return amount;
  }

  public void setAmount(String amount) {
    this.amount = amount;
  }

  public void clear() {
    units.clear();
    shipping = false;
    amount = null;
  }

  /**
   * What is asked for.
   *
   * @throws InvalidInput if the amount is no amount
   */
  public RefundRequest request(CurrencyCode currency, String reason) {
    List<RefundRequest.Part> parts = new ArrayList<>();
    units.forEach(
        (line, quantity) -> {
          if (quantity != null && quantity.intValue() != 0) {
            parts.add(new RefundRequest.Part(UUID.fromString(line), quantity.intValue()));
          }
        });
    boolean typed = amount != null && !amount.isBlank();
    return new RefundRequest(parts, shipping, typed ? money(currency) : null, reason);
  }

  private Money money(CurrencyCode currency) {
    return Amounts.typed(amount, currency)
        .orElseThrow(
            () -> new InvalidInput(new Violation("amount", "is no amount such as 12.50", amount)));
  }
}
