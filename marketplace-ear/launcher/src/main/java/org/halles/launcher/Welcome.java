package org.halles.launcher;

/** What a person reads when the marketplace is up. */
final class Welcome {
  private Welcome() {}

  static String text(Settings settings) {
    String accounts =
        """

        Accounts of the demo (password of all: halles-demo)
          operator          operator@halles.example
          finance           finance@halles.example
          moderation        moderation@halles.example
          support           support@halles.example
          buyer             buyer@halles.example
          a shop's owner    owner@<shop>.example, for each shop at /storefronts
        """;
    return String.join(
        System.lineSeparator(),
        "",
        "Halles is up.",
        Addresses.of(settings),
        (settings.demo() ? accounts : "") + "",
        "Everything it keeps is in " + settings.home(),
        "Press Ctrl-C to stop.");
  }
}
