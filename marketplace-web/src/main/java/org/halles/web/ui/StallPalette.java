package org.halles.web.ui;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * What a theme paints with: the two colours a vendor chose, and what follows from them by day and
 * by night. Whatever was chosen, text stays readable: where it would not be, its colour gives way.
 */
public final class StallPalette {

  private final Colour accent;
  private final Colour ground;

  private StallPalette(Colour accent, Colour ground) {
    this.accent = accent;
    this.ground = ground;
  }

  public static StallPalette of(String accent, String ground) {
    return new StallPalette(
        Colour.of(accent, Colour.of("#1F5A3D", Colour.INK)), Colour.of(ground, Colour.WHITE));
  }

  /** Where its style sheet is served. */
  public String href() {
    return "/stall-colours/" + code(accent) + "-" + code(ground) + ".css";
  }

  /** Custom properties, light and dark. */
  public String css() {
    Colour night = ground.towards(Colour.NIGHT, 90);
    Colour nightAccent = accent.readableOn(night);
    return ":root{"
        + pair("stall", accent, nightAccent)
        + pair("on-stall", accent.text(), nightAccent.text())
        + pair("stall-ground", ground, night)
        + pair("stall-ink", ground.text(), Colour.of("#ECE9DF", Colour.WHITE))
        + pair("stall-word", accent.readableOn(ground), nightAccent)
        + "}";
  }

  /**
   * How well the accent reads on the ground it stands on, from 1 to 21 with one decimal; rounded
   * down, so that what is not readable never looks as if it were.
   */
  public BigDecimal ratio() {
    return BigDecimal.valueOf(accent.contrast(ground)).setScale(1, RoundingMode.DOWN);
  }

  /** True if almost everybody can read the accent on the ground. */
  public boolean isReadable() {
    return accent.contrast(ground) >= Colour.READABLE;
  }

  private static String pair(String name, Colour day, Colour night) {
    return "--" + name + ":light-dark(" + day + "," + night + ");";
  }

  private static String code(Colour colour) {
    return colour.toString().substring(1).toLowerCase(Locale.ROOT);
  }
}
