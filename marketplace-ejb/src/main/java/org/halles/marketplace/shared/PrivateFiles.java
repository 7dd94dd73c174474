package org.halles.marketplace.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Files that are shown to few, such as proofs of identity: sealed, in {@code $HALLES_HOME/private},
 * never at a public address.
 */
@ApplicationScoped
public class PrivateFiles {

  private static final String PURPOSE = "file:";

  private Vault vault;
  private Path root;

  protected PrivateFiles() {}

  @Inject
  PrivateFiles(Vault vault) {
    this(
        vault,
        Path.of(Optional.ofNullable(System.getenv("HALLES_HOME")).orElse(".halles"))
            .resolve("private"));
  }

  public PrivateFiles(Vault vault, Path root) {
    this.vault = vault;
    this.root = root;
  }

  /** Keeps a file; answers its id. */
  public String put(byte[] content) {
    String id = Ids.next().toString();
    Path file = fileOf(id);
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, vault.seal(PURPOSE + id, content));
      return id;
    } catch (IOException diskTrouble) {
      throw new UncheckedIOException("cannot keep " + file, diskTrouble);
    }
  }

  /** What was kept. */
  public byte[] get(String id) {
    Path file = fileOf(id);
    try {
      return vault.open(PURPOSE + id, Files.readAllBytes(file));
    } catch (IOException gone) {
      throw new UncheckedIOException("cannot read " + file, gone);
    }
  }

  private Path fileOf(String id) {
    if (!id.matches("[0-9a-f-]{36}")) {
      throw new IllegalArgumentException("'" + id + "' is no file's id");
    }
    return root.resolve(id.substring(id.length() - 2)).resolve(id);
  }
}
