package org.halles.launcher;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a running marketplace is found, in words for a terminal. */
final class Addresses {
  private Addresses() {}

  private static final Pattern SHOP = Pattern.compile("shop\\s+http://127\\.0\\.0\\.1:(\\d+)/");

  /** By how much the ports of a marketplace are moved whose addresses were told so. */
  static OptionalInt portOffsetIn(String told) {
    Matcher shop = SHOP.matcher(told);
    return shop.find()
        ? OptionalInt.of(Integer.parseInt(shop.group(1)) - Settings.HTTP_PORT)
        : OptionalInt.empty();
  }

  static String of(Settings settings) {
    String shop = settings.shopUrl();
    return String.join(
        System.lineSeparator(),
        "  shop              " + shop + "/",
        "  vendor portal     " + shop + "/vendor",
        "  operator console  " + shop + "/operator",
        "  API               " + shop + "/api/v1 (described at " + shop + "/openapi)");
  }
}
