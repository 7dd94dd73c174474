package org.halles.api.media;

import org.halles.marketplace.media.Picture;

/**
 * A picture that was let in.
 *
 * @param id its media id: name it in a listing's images or in a storefront
 * @param url where it is served
 */
public record UploadedPicture(
    String id, String url, String contentType, long bytes, int width, int height) {

  /** As programs read it. */
  public static UploadedPicture of(Picture picture) {
    return new UploadedPicture(
        picture.id(),
        picture.url(),
        picture.contentType(),
        picture.bytes(),
        picture.width(),
        picture.height());
  }
}
