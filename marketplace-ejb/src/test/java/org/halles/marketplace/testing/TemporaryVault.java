package org.halles.marketplace.testing;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.halles.marketplace.shared.Vault;

/** A vault whose key lives as long as the tests. */
@ApplicationScoped
public class TemporaryVault extends Vault {

  public TemporaryVault() {
    super(key());
  }

  private static Path key() {
    try {
      Path folder = Files.createTempDirectory("vault");
      folder.toFile().deleteOnExit();
      return folder.resolve("vault.key");
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }
}
