package org.halles.web.affiliate;

import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A page of this market as an affiliate links to it.
 *
 * @param link to write somewhere
 * @param snippet of HTML that shows it on another site; null where a page cannot be shown there
 */
public record MadeLink(String link, String snippet) {

  private static final Pattern LISTING =
      Pattern.compile("/([a-z]{2})/p/(?:[^/]*-)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");
  private static final Pattern STOREFRONT = Pattern.compile("/([a-z]{2})/s/([a-z0-9-]{1,80})");
  private static final Pattern PAGE = Pattern.compile("/[a-z]{2}(/[A-Za-z0-9/_.%-]*)?");

  /**
   * @param target what was typed: an address of this market, with or without its beginning
   * @param origin where this market is
   * @return empty if it is no public page of this market
   */
  static Optional<MadeLink> of(String target, String origin, String code) {
    try {
      URI typed = URI.create(origin).resolve(target.strip());
      String path = typed.getRawPath();
      boolean here = origin.equals(typed.getScheme() + "://" + typed.getRawAuthority());
      return here && path != null && PAGE.matcher(path).matches()
          ? Optional.of(made(origin, path, kept(typed.getRawQuery()), "via=" + code))
          : Optional.empty();
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  /** What was typed besides the path, without anybody's code. */
  private static String kept(String query) {
    return query == null
        ? ""
        : Arrays.stream(query.split("&"))
            .filter(one -> !one.isEmpty() && !one.startsWith("via="))
            .map(one -> one + "&")
            .collect(Collectors.joining());
  }

  private static MadeLink made(String origin, String path, String query, String via) {
    Matcher listing = LISTING.matcher(path);
    Matcher storefront = STOREFRONT.matcher(path);
    String embedded =
        listing.matches()
            ? "/" + listing.group(1) + "/embed/p/" + listing.group(2)
            : storefront.matches()
                ? "/" + storefront.group(1) + "/embed/s/" + storefront.group(2)
                : null;
    String snippet =
        embedded == null
            ? null
            : "<iframe src=\""
                + origin
                + embedded
                + "?"
                + via
                + "\" width=\"340\" height=\""
                + (listing.matches() ? 540 : 720)
                + "\" loading=\"lazy\" style=\"border:0\""
                + " title=\"Halles\"></iframe>";
    return new MadeLink(origin + path + "?" + query + via, snippet);
  }
}
