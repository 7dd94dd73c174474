package org.halles.marketplace.returns;

/** A file and what is in it. */
public record OpenedReturnFile(ReturnView.File file, byte[] content) {

  public OpenedReturnFile {
    content = content.clone();
  }

  @Override
  public byte[] content() {
    return content.clone();
  }
}
