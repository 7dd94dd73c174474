package org.halles.spi;

/** Two amounts of different currencies met in one calculation. Names both. */
public final class CurrencyMismatch extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  CurrencyMismatch(Money left, Money right) {
    super(
        "cannot combine "
            + left
            + " with "
            + right
            + ": "
            + left.currency()
            + " and "
            + right.currency()
            + " are different currencies");
  }
}
