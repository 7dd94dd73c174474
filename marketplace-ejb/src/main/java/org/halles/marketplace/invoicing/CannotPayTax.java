package org.halles.marketplace.invoicing;

import java.util.Map;
import org.halles.marketplace.shared.Refusal;
import org.halles.spi.Money;

/** Tax that cannot have been paid so; says why. */
public final class CannotPayTax extends Refusal {

  private static final long serialVersionUID = 1L;

  private CannotPayTax(Money wanted, Money owed) {
    super(
        Kind.CONFLICT,
        "tax-too-much",
        "asked to record " + wanted + ", " + owed + " is owed",
        Map.of("wanted", wanted, "left", owed));
  }

  static CannotPayTax tooMuch(Money wanted, Money owed) {
    return new CannotPayTax(wanted, owed);
  }
}
