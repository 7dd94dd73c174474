package org.halles.marketplace.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;

/**
 * An entry about to be posted. Balances in every currency, or is not made.
 *
 * @param template the kind of event, such as {@code capture}
 * @param reason in words; empty where the template says it all
 * @param reverses the entry it turns round, or null
 * @param lines at least two
 */
public record Entry(
    String template, Source source, String reason, Long reverses, List<Line> lines) {

  /**
   * One posting of it.
   *
   * @param amount above zero
   * @param vendorOrderId which part of the purchase it is about, or null
   */
  public record Line(Side side, String address, Money amount, UUID vendorOrderId) {

    public Line {
      if (!amount.isPositive()) {
        throw new IllegalArgumentException(
            "a posting on " + address + " must be above zero, not " + amount);
      }
      Chart.normalSideOf(address);
    }
  }

  public Entry {
    lines = List.copyOf(lines);
    Map<CurrencyCode, Money> off = new TreeMap<>();
    for (Line line : lines) {
      Money signed = line.side() == Side.DEBIT ? line.amount() : line.amount().negate();
      off.merge(line.amount().currency(), signed, Money::plus);
    }
    if (lines.isEmpty() || off.values().stream().anyMatch(difference -> !difference.isZero())) {
      throw new IllegalArgumentException(
          template + " of " + source.id() + " does not balance: debits minus credits " + off);
    }
  }

  /** An entry without lines yet. */
  public static Draft draft(String template, Source source) {
    return new Draft(template, source);
  }

  /** An entry being written; amounts of zero leave no line. */
  public static final class Draft {

    private final String template;
    private final Source source;
    private final List<Line> lines = new ArrayList<>();

    private Draft(String template, Source source) {
      this.template = template;
      this.source = source;
    }

    public Draft debit(String address, Money amount, UUID vendorOrderId) {
      return add(Side.DEBIT, address, amount, vendorOrderId);
    }

    public Draft credit(String address, Money amount, UUID vendorOrderId) {
      return add(Side.CREDIT, address, amount, vendorOrderId);
    }

    /**
     * @throws IllegalArgumentException if it does not balance
     */
    public Entry finish() {
      return new Entry(template, source, "", null, lines);
    }

    private Draft add(Side side, String address, Money amount, UUID vendorOrderId) {
      if (!amount.isZero()) {
        lines.add(new Line(side, address, amount, vendorOrderId));
      }
      return this;
    }
  }
}
