package org.halles.marketplace.shared;

/**
 * How many units of something may be bought at once.
 *
 * @param least one or more
 * @param size units in a pack; only whole packs are sold
 */
public record Packs(int least, int size) {

  /** As many as a line of a cart holds. */
  private static final int MOST = 9_999;

  /** Any number. */
  public static final Packs NONE = new Packs(1, 1);

  /** With what is not said counted as one. */
  public static Packs of(Integer least, Integer size) {
    return least == null && size == null
        ? NONE
        : new Packs(least == null ? 1 : least, size == null ? 1 : size);
  }

  /** True if any number may be bought. */
  public boolean free() {
    return equals(NONE);
  }

  /** True if so many may be bought at once. */
  public boolean allow(int units) {
    return units >= least && units % size == 0;
  }

  /** As many, or the next number that may be bought; the last one where there is none above. */
  public int next(int units) {
    int wanted = Math.max(units, least);
    int packs = Math.min((wanted + size - 1) / size, MOST / size);
    return packs * size;
  }
}
