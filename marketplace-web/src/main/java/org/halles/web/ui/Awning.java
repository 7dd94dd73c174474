package org.halles.web.ui;

import java.util.Arrays;
import java.util.Comparator;

/**
 * The cloths a stall's awning is cut from. A vendor picks any accent colour; its awning takes the
 * nearest cloth, so that stalls stay a family and text beside them stays readable.
 */
enum Awning {
  GREEN(0x1F5A3D),
  TOMATO(0xB5371F),
  SAFFRON(0xD79E22),
  SLATE(0x456A84),
  PLUM(0x7A4A6B),
  OLIVE(0x74782E);

  private final int rgb;

  Awning(int rgb) {
    this.rgb = rgb;
  }

  /** The cloth nearest to a colour such as {@code #1F5A3D}; green for anything else. */
  static Awning nearest(String accent) {
    if (accent == null || !accent.matches("#[0-9A-Fa-f]{6}")) {
      return GREEN;
    }
    int wanted = Integer.parseInt(accent.substring(1), 16);
    return Arrays.stream(values())
        .min(Comparator.comparingInt(awning -> distance(awning.rgb, wanted)))
        .orElse(GREEN);
  }

  private static int distance(int one, int other) {
    int distance = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      int step = (one >> shift & 0xFF) - (other >> shift & 0xFF);
      distance += step * step;
    }
    return distance;
  }
}
