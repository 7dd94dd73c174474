package org.halles.marketplace.shared;

/**
 * A file that somebody gave, and what is in it.
 *
 * @param name as it was called where it came from; never to be trusted as a path
 * @param contentType known from its content, not as it was claimed
 */
public record OpenedFile(String name, String contentType, byte[] content) {

  public OpenedFile {
    content = content.clone();
  }

  @Override
  public byte[] content() {
    return content.clone();
  }

  /** True if it may be shown; everything else is saved to disk. */
  public boolean isPicture() {
    return contentType.startsWith("image/");
  }
}
