package org.halles.marketplace.importing;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/** The files vendors handed in, below {@code $HALLES_HOME/imports}; written as they come in. */
@ApplicationScoped
class UploadFolder {

  /** A catalogue of 100,000 rows with its texts. */
  static final long LARGEST = 100L << 20;

  /** A file that has come in whole. */
  record Kept(Path file, String sha256, long bytes) {}

  private Path root;

  UploadFolder() {
    this(
        Path.of(Optional.ofNullable(System.getenv("HALLES_HOME")).orElse(".halles"))
            .resolve("imports"));
  }

  UploadFolder(Path root) {
    this.root = root;
  }

  /**
   * Keeps a file under this id, whatever it is.
   *
   * @throws UploadRefused if it is too large
   */
  Kept keep(UUID id, InputStream content) throws IOException {
    Files.createDirectories(root);
    Path half = Files.createTempFile(root, "upload", ".part");
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      long bytes;
      try (OutputStream out = new DigestOutputStream(Files.newOutputStream(half), digest)) {
        bytes = copy(content, out);
      }
      Path file = fileOf(id);
      Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
      return new Kept(file, HexFormat.of().formatHex(digest.digest()), bytes);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    } finally {
      Files.deleteIfExists(half);
    }
  }

  private static long copy(InputStream content, OutputStream out) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long bytes = 0;
    for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
      bytes += count;
      if (bytes > LARGEST) {
        throw UploadRefused.tooLarge(LARGEST);
      }
      out.write(buffer, 0, count);
    }
    return bytes;
  }

  Path fileOf(UUID id) {
    return root.resolve(id + ".csv");
  }

  void forget(UUID id) throws IOException {
    Files.deleteIfExists(fileOf(id));
  }
}
