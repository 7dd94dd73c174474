package org.halles.marketplace.shared;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals what must be kept but not be read by whoever gets hold of the database or its backup: bank
 * accounts, identities, documents, second factors. AES-256-GCM under a key of {@code HALLES_SECRET}
 * (Base64 of 32 bytes), or of a file in {@code $HALLES_HOME/keys} made at first use.
 */
@ApplicationScoped
public class Vault {

  private static final int KEY = 32;
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path file;
  private volatile byte[] key;

  public Vault() {
    this(
        Path.of(Optional.ofNullable(System.getenv("HALLES_HOME")).orElse(".halles"))
            .resolve("keys/vault.key"));
  }

  public Vault(Path file) {
    this.file = file;
  }

  /** Sealed so that only {@link #open} with the same purpose reads it. */
  public byte[] seal(String purpose, byte[] content) {
    byte[] nonce = new byte[NONCE];
    RANDOM.nextBytes(nonce);
    byte[] sealed = cipher(Cipher.ENCRYPT_MODE, purpose, nonce, content, 0);
    return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
  }

  /**
   * What was sealed.
   *
   * @throws IllegalStateException if it was sealed for something else, by another key, or changed
   */
  public byte[] open(String purpose, byte[] sealed) {
    return cipher(Cipher.DECRYPT_MODE, purpose, Arrays.copyOf(sealed, NONCE), sealed, NONCE);
  }

  /** A secret that follows from a purpose: the same each time, known to nobody without the key. */
  public String secretFor(String purpose) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key(), "HmacSHA256"));
      byte[] digest = mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  private byte[] cipher(int mode, String purpose, byte[] nonce, byte[] content, int from) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, new SecretKeySpec(key(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(content, from, content.length - from);
    } catch (GeneralSecurityException wrong) {
      throw new IllegalStateException("what was sealed for " + purpose + " does not open", wrong);
    }
  }

  private byte[] key() {
    byte[] known = key;
    if (known == null) {
      known = load();
      key = known;
    }
    return known;
  }

  private byte[] load() {
    String given = System.getenv("HALLES_SECRET");
    byte[] found =
        given == null || given.isBlank() ? fromFile() : Base64.getDecoder().decode(given.strip());
    if (found.length != KEY) {
      throw new IllegalStateException(
          "the vault's key has " + found.length + " bytes; HALLES_SECRET must be Base64 of 32");
    }
    return found;
  }

  private byte[] fromFile() {
    try {
      if (!Files.exists(file)) {
        make();
      }
      return Files.readAllBytes(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the vault's key " + file + " cannot be read", unreadable);
    }
  }

  private void make() throws IOException {
    Files.createDirectories(file.getParent());
    byte[] fresh = new byte[KEY];
    RANDOM.nextBytes(fresh);
    Path half = Files.createTempFile(file.getParent(), "vault", ".part"); // for its owner only
    Files.write(half, fresh, StandardOpenOption.WRITE);
    try {
      Files.createLink(file, half); // of two servers that start at once, one wins
    } catch (FileAlreadyExistsException otherWasFirst) {
      // its key is the key
    } finally {
      Files.delete(half);
    }
  }
}
