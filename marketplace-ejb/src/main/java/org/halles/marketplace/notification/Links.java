package org.halles.marketplace.notification;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Addresses in letters: whole ones, for a letter is read anywhere. */
final class Links {

  private static final String SITE =
      Optional.ofNullable(System.getenv("HALLES_URL"))
          .filter(url -> !url.isBlank())
          .orElse("http://localhost:8080")
          .replaceAll("/+$", "");

  private Links() {}

  /** A public page, in the reader's language. */
  static String page(String language, String path) {
    return SITE + "/" + language + path;
  }

  /** A page of a portal. */
  static String portal(String path) {
    return SITE + path;
  }

  /** A part of an address. */
  static String part(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
