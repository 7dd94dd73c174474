package org.halles.marketplace.dispute;

/**
 * A file that shows something.
 *
 * @param name as its owner called it
 * @param content a PDF, JPEG or PNG
 */
public record Evidence(String name, byte[] content) {

  public Evidence {
    content = content == null ? new byte[0] : content.clone();
  }

  @Override
  public byte[] content() {
    return content.clone();
  }
}
