package org.halles.marketplace.pricing;

import java.util.Objects;
import java.util.UUID;
import org.halles.marketplace.commission.Trace;
import org.halles.spi.Money;

/**
 * One leg of the split of one amount: who gets how much, and why. The legs of an amount add up to
 * it exactly.
 *
 * @param party {@code vendor:<id>}, {@code platform}, {@code tax:<jurisdiction>}, {@code
 *     affiliate:<id>}, {@code third-party:<name>} or {@code bearer}
 * @param kind which leg
 * @param amount zero or more
 * @param ruleId the commission rule, or null for a residual
 * @param ruleVersion its version, or null
 * @param inputsHash over everything the leg was computed from
 * @param trace the computation as a vendor can read it
 */
public record Allocation(
    String party,
    Kind kind,
    Money amount,
    UUID ruleId,
    Integer ruleVersion,
    String inputsHash,
    Trace trace) {

  /** The legs of the split, after money's equation G + P = N + C + Cv + A + T + B + X. */
  public enum Kind {
    VENDOR_NET,
    COMMISSION,
    COMMISSION_VAT,
    AFFILIATE,
    TAX,
    BUYER_FEE,
    THIRD_PARTY,
    PLATFORM_PROMOTION,
    /** A gift card that was bought: nobody's income, but owed to whoever has it. */
    STORE_CREDIT
  }

  public Allocation {
    Objects.requireNonNull(party, "party");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(inputsHash, "inputsHash");
    Objects.requireNonNull(trace, "trace");
    if (amount.isNegative()) {
      throw new IllegalArgumentException(kind + " of " + party + " is below zero: " + amount);
    }
  }
}
