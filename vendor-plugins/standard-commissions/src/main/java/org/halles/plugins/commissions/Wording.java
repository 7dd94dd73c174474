package org.halles.plugins.commissions;

import java.util.ArrayList;
import java.util.List;
import org.halles.spi.CommissionProposal;
import org.halles.spi.Money;
import org.halles.spi.Rate;

/** The words a vendor reads on its statement: what is taken, of what, within which limits. */
final class Wording {

  private final List<String> charges = new ArrayList<>();
  private final List<String> limits = new ArrayList<>();

  Wording share(Rate rate, CommissionProposal.Base base) {
    charges.add(
        rate
            + switch (base) {
              case GROSS -> " of the price";
              case NET_OF_TAX -> " of the price without tax";
              case GROSS_WITH_SHIPPING -> " of the price and shipping";
              case GROSS_BEFORE_DISCOUNTS -> " of the price before discounts";
              case NET_BEFORE_DISCOUNTS -> " of the price before discounts, without tax";
            });
    return this;
  }

  Wording fixed(Money perUnit, Money perLine, Money perOrder) {
    add(charges, perUnit, "", " per unit");
    add(charges, perLine, "", " per line");
    add(charges, perOrder, "", " per order");
    return this;
  }

  Wording limits(Money floor, Money cap) {
    add(limits, floor, "at least ", "");
    add(limits, cap, "at most ", "");
    return this;
  }

  /** Such as {@code 8 % of the price + 0.30 EUR per unit, at least 0.50 EUR}. */
  String text() {
    return limits.isEmpty()
        ? String.join(" + ", charges)
        : String.join(" + ", charges) + ", " + String.join(", ", limits);
  }

  private static void add(List<String> to, Money amount, String before, String after) {
    if (amount != null) {
      to.add(before + amount + after);
    }
  }
}
