package org.halles.launcher;

/** Where a running marketplace is found, in words for a terminal. */
final class Addresses {
  private Addresses() {}

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
