package org.halles.marketplace.testing;

import java.util.Random;
import java.util.concurrent.Callable;

/**
 * What goes wrong while something is done: the power fails before or after a commit, or around a
 * call of the gateway; the line to the gateway loses a request, or its answer. Where nothing was
 * planned, nothing goes wrong.
 */
public final class Trouble {

  /** The process is gone. Nothing in the marketplace may catch it. */
  public static final class PowerCut extends Error {

    private static final long serialVersionUID = 1L;

    PowerCut(String where) {
      super(where, null, false, false);
    }
  }

  /** How a call of the gateway fares. */
  public enum Line {
    CLEAR,
    REQUEST_LOST,
    ANSWER_LOST
  }

  private static final ThreadLocal<Trouble> AHEAD = new ThreadLocal<>();

  private final Random random;
  private final double losses;
  private int pointsToTheCut;

  private Trouble(Random random, double losses, int pointsToTheCut) {
    this.random = random;
    this.losses = losses;
    this.pointsToTheCut = pointsToTheCut;
  }

  /**
   * Does some work with trouble ahead.
   *
   * @param losses how many of the calls lose their request or answer, from 0 to 1
   * @param pointsToTheCut the power fails at this point, counted from 1; 0: it does not
   */
  public static <T> T during(Random random, double losses, int pointsToTheCut, Callable<T> work)
      throws Exception {
    AHEAD.set(new Trouble(random, losses, pointsToTheCut));
    try {
      return work.call();
    } finally {
      AHEAD.remove();
    }
  }

  /** A moment at which the power may fail. */
  static void point(String where) {
    Trouble ahead = AHEAD.get();
    if (ahead != null && ahead.pointsToTheCut > 0 && --ahead.pointsToTheCut == 0) {
      throw new PowerCut(where);
    }
  }

  /** How the call that is made now fares. */
  static Line line() {
    Trouble ahead = AHEAD.get();
    if (ahead == null || ahead.random.nextDouble() >= ahead.losses) {
      return Line.CLEAR;
    }
    return ahead.random.nextBoolean() ? Line.REQUEST_LOST : Line.ANSWER_LOST;
  }
}
