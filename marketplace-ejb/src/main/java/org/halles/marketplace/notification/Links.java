package org.halles.marketplace.notification;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Addresses in letters: whole ones, for a letter is read anywhere. */
final class Links {

  private static final String SITE =
      Optional.ofNullable(System.getenv("HALLES_URL"))
          .filter(url -> !url.isBlank())
          .orElseGet(Links::ownAddress)
          .replaceAll("/+$", "");

  private Links() {}

  private static String ownAddress() {
    return "http://127.0.0.1:" + (8080 + Integer.getInteger("jboss.socket.binding.port-offset", 0));
  }

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
