package org.halles.marketplace.shared;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Where pictures and other files are kept: by content, so that the same file is kept once. */
public interface MediaStore {

  /**
   * Keeps a file.
   *
   * @return its id: the SHA-256 of its content, in hexadecimal
   */
  String put(byte[] content);

  /** The content of a kept file, to be closed by the reader; empty if there is none. */
  Optional<InputStream> open(String id) throws IOException;
}
