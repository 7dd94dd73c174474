package org.halles.marketplace.dispute;

/** A file and what is in it. */
public record OpenedFile(DisputeView.File file, byte[] content) {

  public OpenedFile {
    content = content.clone();
  }

  @Override
  public byte[] content() {
    return content.clone();
  }
}
