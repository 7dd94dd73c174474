package org.halles.marketplace.shared;

/**
 * A file that shows something.
 *
 * @param name as its owner called it
 * @param content a PDF, JPEG or PNG
 */
public record Attachment(String name, byte[] content) {

  public Attachment {
    content = content == null ? new byte[0] : content.clone();
  }

  @Override
  public byte[] content() {
    return content.clone();
  }
}
