package org.halles.marketplace.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.halles.marketplace.shared.Database;

/**
 * Makes the numbers people say aloud, such as {@code H-7K3P-94QX}: no two alike, in letters that
 * are not mistaken for each other, the last one a check. They are a sequence in disguise: nobody
 * reads from two of them how many purchases lie between.
 */
@ApplicationScoped
class OrderNumbers {

  /** Crockford's: without I, L, O, U. */
  private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private static final int BITS = 35;
  private static final long MASK = (1L << BITS) - 1;

  /** Odd, so that multiplying by it maps the numbers of 35 bits one to one. */
  private static final long SPREAD = 0x5_9E37_79B1L;

  private static final long OFFSET = 0x2_545F_4914L;
  private static final int CHECK = 31;

  /** As the sequence in the database counts: one trip for so many numbers. */
  private static final int BLOCK = 50;

  private Database database;
  private long next;
  private long end;

  protected OrderNumbers() {}

  @Inject
  OrderNumbers(Database database) {
    this.database = database;
  }

  /** A number nobody has had. */
  public synchronized String next() {
    if (next == end) {
      next =
          database
              .find("select nextval('order_number_seq') as n", row -> row.whole("n"))
              .orElseThrow();
      end = next + BLOCK;
    }
    return disguise(next++);
  }

  static String disguise(long count) {
    long scattered = (count * SPREAD + OFFSET) & MASK;
    StringBuilder letters = new StringBuilder("H-");
    for (int place = 6; place >= 0; place--) {
      letters.append(LETTERS.charAt((int) (scattered >>> (5 * place)) & 31));
      if (place == 3) {
        letters.append('-');
      }
    }
    return letters.append(LETTERS.charAt((int) (scattered % CHECK))).toString();
  }
}
