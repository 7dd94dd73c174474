package org.halles.marketplace.shared;

import java.util.function.Supplier;

/**
 * Counts the trips to the database made by this thread: each statement, each JDBC batch and each
 * commit of a transaction that said anything is one. Everything that goes through Hibernate or
 * {@link Database} is counted.
 *
 * <p>The web's filter calls {@link #start} before and {@link #stop} after a request and answers
 * with {@code Server-Timing: sql;desc="n"}, so that anybody can see what a page costs.
 */
public final class RoundTrips {

  private static final ThreadLocal<RoundTrips> CURRENT = new ThreadLocal<>();

  private int trips;
  private int statements;
  private boolean open;

  private RoundTrips() {}

  /** Starts counting at zero on this thread. */
  public static void start() {
    CURRENT.set(new RoundTrips());
  }

  /** Ends counting on this thread; answers how many trips there were, 0 if it had not started. */
  public static int stop() {
    int trips = soFar();
    CURRENT.remove();
    return trips;
  }

  /** Trips since {@link #start} on this thread. */
  public static int soFar() {
    RoundTrips current = CURRENT.get();
    return current == null ? 0 : current.trips;
  }

  /** Statements and batches since {@link #start} on this thread: the trips without the commits. */
  public static int statements() {
    RoundTrips current = CURRENT.get();
    return current == null ? 0 : current.statements;
  }

  /** How many trips this work takes. */
  public static int of(Supplier<?> work) {
    start();
    try {
      work.get();
      return soFar();
    } finally {
      stop();
    }
  }

  static void statement() {
    RoundTrips current = CURRENT.get();
    if (current != null) {
      current.trips++;
      current.statements++;
      current.open = true;
    }
  }

  /** One outside any transaction: nothing is to be committed after it. */
  static void loneStatement() {
    RoundTrips current = CURRENT.get();
    if (current != null) {
      current.trips++;
      current.statements++;
    }
  }

  /** A transaction that sent nothing commits nothing. */
  static void transactionEnded() {
    RoundTrips current = CURRENT.get();
    if (current != null && current.open) {
      current.trips++;
      current.open = false;
    }
  }
}
