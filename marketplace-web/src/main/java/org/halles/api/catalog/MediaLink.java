package org.halles.api.catalog;

/** Where a stored picture is served. */
public final class MediaLink {

  private MediaLink() {}

  /** The address of a picture on this server, or null where there is none. */
  public static String of(String media) {
    return media == null ? null : "/media/" + media;
  }
}
