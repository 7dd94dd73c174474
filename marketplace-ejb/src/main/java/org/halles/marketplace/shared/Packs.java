package org.halles.marketplace.shared;

/**
 * How many units of something may be bought at once.
 *
 * @param least one or more
 * @param size units in a pack; only whole packs are sold
 * @param most as many and no more
 */
public record Packs(int least, int size, int most) {

  /** As many as a line of a cart holds. */
  public static final int MOST = 9_999;

  /** Any number. */
  public static final Packs NONE = new Packs(1, 1, MOST);

  /** With what is not said counted as one. */
  public static Packs of(Integer least, Integer size) {
    return of(least, size, null);
  }

  /** With what is not said counted as one, and as many as a cart holds. */
  public static Packs of(Integer least, Integer size, Integer most) {
    return new Packs(
        least == null ? 1 : least, size == null ? 1 : size, most == null ? MOST : most);
  }

  /** True if any number may be bought. */
  public boolean free() {
    return equals(NONE);
  }

  /** True if so many may be bought at once. */
  public boolean allow(int units) {
    return units >= least && units % size == 0 && units <= most;
  }

  /** As many, or the next number that may be bought; the last one where there is none above. */
  public int next(int units) {
    int wanted = Math.max(units, least);
    int packs = Math.min((wanted + size - 1) / size, most / size);
    return packs * size;
  }
}
