package org.halles.marketplace.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;

/**
 * What every account began with, turned over and ended with; balances are debits minus credits, so
 * that each currency adds up to zero.
 *
 * @param from first business day
 * @param to last business day
 * @param totals one line a currency
 */
public record TrialBalance(LocalDate from, LocalDate to, List<Line> lines, List<Line> totals) {

  public TrialBalance {
    lines = List.copyOf(lines);
    totals = List.copyOf(totals);
  }

  /**
   * One account, or all accounts of one name, in one currency.
   *
   * @param name the address, or what comes before its colon; {@code total} for a total
   * @param normalSide the side on which it grows
   * @param accounts how many accounts
   * @param opening debits minus credits before the first day
   */
  public record Line(
      String name, Side normalSide, long accounts, Money opening, Money debits, Money credits) {

    /** Debits minus credits at the end of the last day. */
    public Money closing() {
      return opening.plus(debits).minus(credits);
    }

    private Line plus(Line other) {
      return new Line(
          name,
          normalSide,
          accounts + other.accounts,
          opening.plus(other.opening),
          debits.plus(other.debits),
          credits.plus(other.credits));
    }
  }

  static TrialBalance of(LocalDate from, LocalDate to, List<Line> lines) {
    Map<CurrencyCode, Line> totals = new TreeMap<>();
    for (Line line : lines) {
      Line part =
          new Line(
              "total", Side.DEBIT, line.accounts(), line.opening(), line.debits(), line.credits());
      totals.merge(line.debits().currency(), part, Line::plus);
    }
    return new TrialBalance(from, to, lines, new ArrayList<>(totals.values()));
  }
}
