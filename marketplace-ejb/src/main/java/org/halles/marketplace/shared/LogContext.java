package org.halles.marketplace.shared;

import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.MDC;

/**
 * What every line of the log says beside its words while a request is answered or a worker takes a
 * turn: which request it was ({@code traceId}), and, once they are known, which purchase or part of
 * one it is about ({@code orderNumber}) and for which vendor ({@code vendor}, its slug). Nobody’s
 * name, address or account is among them.
 */
public final class LogContext implements AutoCloseable {

  static final String TRACE = "traceId";
  static final String ORDER = "orderNumber";
  static final String VENDOR = "vendor";

  private LogContext() {}

  /**
   * Lines of this thread belong together until this is closed.
   *
   * @param traceId 32 hexadecimal digits
   */
  public static LogContext open(String traceId) {
    MDC.put(TRACE, traceId);
    return new LogContext();
  }

  /** The same under an id of its own. */
  public static LogContext open() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return open("%016x%016x".formatted(random.nextLong(), random.nextLong() | 1));
  }

  /** It is about this purchase, or part of one. */
  public static void order(String number) {
    note(ORDER, number);
  }

  /** It is for the vendor with this slug. */
  public static void vendor(String slug) {
    note(VENDOR, slug);
  }

  /** Outside a request or turn nobody would take it away again. */
  private static void note(String name, String value) {
    if (MDC.get(TRACE) != null) {
      MDC.put(name, value);
    }
  }

  @Override
  public void close() {
    MDC.remove(TRACE);
    MDC.remove(ORDER);
    MDC.remove(VENDOR);
  }
}
