package org.halles.spi;

import java.time.Instant;
import java.util.List;
import org.halles.spi.PaymentGateway.GatewayTransaction;
import org.halles.spi.PaymentGateway.JournalPage;

/** Cuts pages out of a journal that can only be read from an instant on. */
final class JournalPages {

  /** A journal that can be read from an instant (inclusive) on, oldest first. */
  @FunctionalInterface
  interface Journal {
    List<GatewayTransaction> since(Instant since, int limit);
  }

  private JournalPages() {}

  /**
   * A cursor is the instant of the last line and how many lines of that instant were given before:
   * several lines may share one instant, and no page may end between two of them unnoticed.
   */
  static JournalPage cut(Journal journal, Instant from, Instant to, String cursor, int limit) {
    String[] place = cursor == null ? new String[] {from.toString(), "0"} : cursor.split(" ");
    Instant since = Instant.parse(place[0]);
    int given = Integer.parseInt(place[1]);
    List<GatewayTransaction> read = journal.since(since, given + limit);
    List<GatewayTransaction> fresh = read.stream().skip(given).toList();
    List<GatewayTransaction> page = fresh.stream().filter(line -> line.at().isBefore(to)).toList();
    boolean more = page.size() == fresh.size() && read.size() == given + limit;
    return new JournalPage(page, more ? next(page, since, given) : null);
  }

  private static String next(List<GatewayTransaction> page, Instant since, int given) {
    Instant last = page.get(page.size() - 1).at();
    long atLast = page.stream().filter(line -> line.at().equals(last)).count();
    return last + " " + (last.equals(since) ? given + atLast : atLast);
  }
}
