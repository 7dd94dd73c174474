package org.halles.it.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The addresses of all pages, as the site's own list of routes has them. */
final class SitePages {

  /** The demo's vendor whose pages are full. */
  static final String STALL = "atelier-boreal";

  private static final Path ROUTES =
      Path.of(System.getProperty("halles.project", ".."))
          .resolve("marketplace-web/src/main/java/org/halles/web/Routes.java");
  private static final Pattern ROUTE = Pattern.compile("route\\(\\s*\"([^\"]*)\"");

  private SitePages() {}

  /** Those of the market, without their language. */
  static List<String> shop() {
    return all().stream().filter(page -> !isPortal(page)).toList();
  }

  /** Those of a portal. */
  static List<String> portal(String portal) {
    return all().stream()
        .filter(page -> page.equals(portal) || page.startsWith(portal + "/"))
        .toList();
  }

  private static boolean isPortal(String page) {
    return page.equals("/vendor")
        || page.startsWith("/vendor/")
        || page.equals("/operator")
        || page.startsWith("/operator/");
  }

  private static List<String> all() {
    try {
      return ROUTE
          .matcher(Files.readString(ROUTES))
          .results()
          .map(found -> found.group(1))
          .distinct()
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
