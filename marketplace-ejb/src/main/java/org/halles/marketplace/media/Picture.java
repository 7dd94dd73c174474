package org.halles.marketplace.media;

/**
 * A picture that was let in.
 *
 * @param id its media id, as listings and storefronts name it
 * @param contentType as it is served: {@code image/jpeg} or {@code image/png}
 * @param bytes its size as it is served
 */
public record Picture(String id, String contentType, long bytes, int width, int height) {

  /** Where this server serves it. */
  public String url() {
    return "/media/" + id;
  }
}
