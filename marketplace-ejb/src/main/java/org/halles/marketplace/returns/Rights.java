package org.halles.marketplace.returns;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.shared.Texts;

/**
 * What a buyer may still do with one vendor's part of a purchase.
 *
 * @param vendorOrder number of the part
 * @param soldByTrader false: a private seller, from whom the law knows no withdrawal
 * @param withdrawUntil last day of the withdrawal, or null while nothing was delivered
 * @param withdrawing why it cannot be withdrawn from: {@code private-seller}, {@code over}, {@code
 *     excluded}, {@code nothing-left} or {@code before-taken}, where a part of it is excluded and
 *     its money only held; null if it can
 * @param onlyWhole true if its money is only held: all of it is withdrawn from, or nothing
 * @param lines of the part
 */
public record Rights(
    String vendorOrder,
    boolean soldByTrader,
    LocalDate withdrawUntil,
    String withdrawing,
    boolean onlyWhole,
    List<Line> lines) {

  public Rights {
    lines = List.copyOf(lines);
  }

  /**
   * @param returnable units that left and may be asked to be taken back
   * @param withdrawable units that may be withdrawn from, sent or not
   * @param exclusion why the law knows no withdrawal from it, or null
   * @param deliveredAt since when the reasons' days count, or null
   */
  public record Line(
      UUID line,
      Texts title,
      int returnable,
      int withdrawable,
      Exclusion exclusion,
      Instant deliveredAt) {}

  public boolean withdrawable() {
    return withdrawing == null;
  }

  public boolean returnable() {
    return lines.stream().anyMatch(line -> line.returnable() > 0);
  }
}
