package org.halles.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** Passwords between our own parts: made once, kept in the home, readable by its owner only. */
final class Secrets {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path folder;

  private Secrets(Path folder) {
    this.folder = folder;
  }

  static Secrets keptIn(Path home) throws IOException {
    return new Secrets(Files.createDirectories(home.resolve("keys")));
  }

  String secret(String name) throws IOException {
    Path file = folder.resolve(name);
    if (!Files.exists(file)) {
      Path unfinished =
          Files.createTempFile(
              folder,
              name,
              ".tmp",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(unfinished, random());
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }
    return Files.readString(file).strip();
  }

  private static String random() {
    byte[] bytes = new byte[24];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
