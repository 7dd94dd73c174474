package org.halles.marketplace.pricing;

import java.util.List;
import org.halles.marketplace.commission.Trace;
import org.halles.spi.Money;
import org.halles.spi.Rate;

/**
 * Tax on a sale that the platform keeps and remits.
 *
 * @param ground why it owes it
 * @param jurisdiction to whom
 * @param rate share of the net price
 * @param amount above zero
 */
record Remitted(RemittanceTerms.Ground ground, String jurisdiction, Rate rate, Money amount) {

  Allocation leg(Money gross, String inputsHash) {
    Trace trace =
        new Trace(
            "Tax",
            null,
            switch (ground) {
              case DEEMED_SUPPLIER -> "remitted by the marketplace as deemed supplier";
              case FACILITATOR -> "remitted by the marketplace as facilitator";
            },
            false,
            List.of(new Trace.Step("vat", rate + " in " + gross, amount.minor())));
    return new Allocation(
        "tax:" + jurisdiction, Allocation.Kind.TAX, amount, null, null, inputsHash, trace);
  }
}
