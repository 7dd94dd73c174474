package org.halles.web.ui;

import java.util.Locale;

/**
 * A colour somebody chose, and whether people can read on it: relative luminance and contrast as
 * WCAG 2.2 defines them.
 */
public final class Colour {

  /** What text needs against its ground to be readable by almost everybody. */
  public static final double READABLE = 4.5;

  static final Colour WHITE = new Colour(0xFFFFFF);
  static final Colour INK = new Colour(0x1C211D);
  static final Colour NIGHT = new Colour(0x131714);

  private final int rgb;

  private Colour(int rgb) {
    this.rgb = rgb;
  }

  /** A colour such as {@code #1F5A3D}; the other one for anything else. */
  public static Colour of(String text, Colour otherwise) {
    return text != null && text.matches("#[0-9A-Fa-f]{6}")
        ? new Colour(Integer.parseInt(text.substring(1), 16))
        : otherwise;
  }

  /** From 1, the same, to 21, black on white. */
  public double contrast(Colour other) {
    double one = luminance();
    double two = other.luminance();
    return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
  }

  /** White or ink, whichever reads better on this. */
  Colour text() {
    return contrast(WHITE) >= contrast(INK) ? WHITE : INK;
  }

  /** Part of the way to another colour, in hundredths. */
  Colour towards(Colour other, int hundredths) {
    int mixed = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int from = rgb >> shift & 0xFF;
      int to = other.rgb >> shift & 0xFF;
      mixed |= (from + (to - from) * hundredths / 100) << shift;
    }
    return new Colour(mixed);
  }

  /** As little changed as is needed to be readable on this ground. */
  Colour readableOn(Colour ground) {
    Colour end = ground.luminance() > 0.2 ? NIGHT : WHITE;
    Colour candidate = this;
    for (int step = 0; step <= 100 && candidate.contrast(ground) < READABLE; step += 5) {
      candidate = towards(end, step);
    }
    return candidate;
  }

  private double luminance() {
    return 0.2126 * channel(16) + 0.7152 * channel(8) + 0.0722 * channel(0);
  }

  private double channel(int shift) {
    double value = (rgb >> shift & 0xFF) / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Colour colour && colour.rgb == rgb;
  }

  @Override
  public int hashCode() {
    return rgb;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "#%06x", rgb);
  }
}
