package org.halles.marketplace.notification;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.halles.marketplace.shared.SiteAddress;

/** Addresses in letters: whole ones, for a letter is read anywhere. */
final class Links {

  private Links() {}

  /** A public page, in the reader's language. */
  static String page(String language, String path) {
    return SiteAddress.of("/" + language + path);
  }

  /** A page of a portal. */
  static String portal(String path) {
    return SiteAddress.of(path);
  }

  /** A part of an address. */
  static String part(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
