package org.halles.marketplace.shared;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** Files in {@code $HALLES_HOME/media}, in folders by the first two digits of their id. */
@ApplicationScoped
public class FileMediaStore implements MediaStore {

  private Path root;

  /** Below {@code $HALLES_HOME}, or {@code .halles} where nothing else is said. */
  public FileMediaStore() {
    this(
        Path.of(Optional.ofNullable(System.getenv("HALLES_HOME")).orElse(".halles"))
            .resolve("media"));
  }

  public FileMediaStore(Path root) {
    this.root = root;
  }

  @Override
  public String put(byte[] content) {
    String id = sha256(content);
    Path file = fileOf(id);
    try {
      if (!Files.exists(file)) {
        Files.createDirectories(file.getParent());
        Path half = Files.createTempFile(file.getParent(), id.substring(0, 8), ".part");
        Files.write(half, content);
        move(half, file);
      }
      return id;
    } catch (IOException diskTrouble) {
      throw new UncheckedIOException("cannot keep " + file, diskTrouble);
    }
  }

  @Override
  public Optional<InputStream> open(String id) throws IOException {
    if (!id.matches("[0-9a-f]{64}")) {
      return Optional.empty();
    }
    Path file = fileOf(id);
    return Files.exists(file) ? Optional.of(Files.newInputStream(file)) : Optional.empty();
  }

  private Path fileOf(String id) {
    return root.resolve(id.substring(0, 2)).resolve(id);
  }

  /** A reader never sees half a file. */
  private static void move(Path half, Path file) throws IOException {
    try {
      Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException plainFileSystem) {
      Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
