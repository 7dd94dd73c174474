package org.halles.marketplace.reconciliation;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.halles.marketplace.shared.Row;
import org.halles.spi.CurrencyCode;

/**
 * One key on which both sides disagree, as the comparison read it; amounts are what each side says
 * was added to the balance at the gateway, before fees.
 *
 * @param source {@code payment-transaction} or {@code payout}; null if the key is unknown here
 * @param moved how many lines of the gateway moved money under this key
 * @param thereState the gateway's word; null if it has no such line
 * @param hereState ours; null if the key is unknown here
 */
record Discrepancy(
    String key,
    String reference,
    String source,
    UUID sourceId,
    String about,
    String thereKind,
    String thereState,
    String hereState,
    long moved,
    long there,
    long here,
    long thereFee,
    long hereFee,
    CurrencyCode currency,
    Instant at) {

  private static final Set<String> FINAL = Set.of("SUCCEEDED", "PAID", "RETURNED", "FAILED");

  static Discrepancy read(Row row) throws SQLException {
    return new Discrepancy(
        row.text("key"),
        row.text("reference"),
        row.text("source"),
        row.uuid("source_id"),
        row.text("about"),
        row.text("there_kind"),
        row.text("there_state"),
        row.text("here_state"),
        row.whole("moved"),
        row.whole("there_minor"),
        row.whole("here_minor"),
        row.whole("there_fee"),
        row.whole("here_fee"),
        CurrencyCode.of(row.text("currency")),
        row.instant("at"));
  }

  DifferenceKind kind() {
    if (hereState == null) {
      return DifferenceKind.MISSING_HERE;
    }
    if (thereState == null) {
      return DifferenceKind.MISSING_THERE;
    }
    if (moved > 1) {
      return DifferenceKind.DUPLICATE;
    }
    if (!isSettledHere() || (moved == 1) != succeededHere()) {
      return DifferenceKind.STATE_DIFFERS;
    }
    return there == here ? DifferenceKind.FEE_DIFFERS : DifferenceKind.AMOUNT_DIFFERS;
  }

  /** False while our side still asks: an open item, which the sweeper settles by itself. */
  boolean isSettledHere() {
    return hereState == null || FINAL.contains(hereState);
  }

  private boolean succeededHere() {
    return hereState != null && !hereState.equals("FAILED") && FINAL.contains(hereState);
  }

  /** In words, for the check of the books. */
  String words(String gateway) {
    return "%s %s: %s at %s (%d, fee %d), %s here (%d, fee %d) %s"
        .formatted(
            gateway,
            key,
            thereState == null ? "unknown" : thereState,
            gateway,
            there,
            thereFee,
            hereState == null ? "unknown" : hereState,
            here,
            hereFee,
            currency);
  }
}
