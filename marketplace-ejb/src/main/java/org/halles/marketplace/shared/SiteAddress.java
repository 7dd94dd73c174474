package org.halles.marketplace.shared;

import java.util.Optional;

/** Where this marketplace is, for addresses that are read elsewhere: {@code HALLES_URL}. */
public final class SiteAddress {

  private static final String SITE =
      Optional.ofNullable(System.getenv("HALLES_URL"))
          .filter(url -> !url.isBlank())
          .orElseGet(SiteAddress::ownAddress)
          .replaceAll("/+$", "");

  private SiteAddress() {}

  private static String ownAddress() {
    return "http://127.0.0.1:" + (8080 + Integer.getInteger("jboss.socket.binding.port-offset", 0));
  }

  /** The whole address of a path. */
  public static String of(String path) {
    return SITE + path;
  }
}
