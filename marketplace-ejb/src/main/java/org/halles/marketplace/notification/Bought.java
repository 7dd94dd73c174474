package org.halles.marketplace.notification;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.halles.marketplace.shared.Row;
import org.halles.marketplace.shared.Texts;
import org.halles.spi.Money;

/**
 * A line of an order, as letters tell it.
 *
 * @param part the vendor order it belongs to
 * @param accessKey of the whole order's page
 * @param untaken true if it ended before its money was taken
 * @param ended what all such parts of the purchase came to
 * @param wasHeld true if the order's money was held before it was taken
 * @param cash true if it is paid at the door
 */
record Bought(
    UUID part,
    int quantity,
    Texts title,
    Money total,
    String accessKey,
    boolean untaken,
    Money ended,
    boolean wasHeld,
    boolean cash) {

  private static final int MOST_LINES = 100;

  static Bought read(Row row) throws SQLException {
    return new Bought(
        row.uuid("vendor_order_id"),
        row.integer("quantity"),
        row.json("title", Texts.class),
        row.money("total_minor"),
        row.text("access_key"),
        row.flag("untaken"),
        row.money("ended_minor"),
        row.flag("was_held"),
        row.flag("cash"));
  }

  /** Those of the lines that a reader is told of, one below the other. */
  static String lines(List<Bought> bought, Predicate<Bought> told, String language) {
    Locale locale = Letter.localeOf(language);
    return bought.stream()
        .filter(told)
        .limit(MOST_LINES)
        .map(
            line ->
                quantity(line.quantity(), line.title(), language)
                    + ", "
                    + Letter.money(line.total(), locale))
        .collect(Collectors.joining("\n"));
  }

  static String quantity(int quantity, Texts title, String language) {
    return quantity + " × " + title.in(language);
  }
}
