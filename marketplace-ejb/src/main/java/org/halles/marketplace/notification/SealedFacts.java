package org.halles.marketplace.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.halles.marketplace.shared.DomainEvent.GiftCardIssued;
import org.halles.marketplace.shared.Vault;

/**
 * Facts that are worth money to whoever reads them, or open an account: they wait sealed, and are
 * opened for the mail only.
 */
@ApplicationScoped
class SealedFacts {

  private static final String SEALED = ".sealed";
  private static final String MASK = "••••";

  private Vault vault;

  protected SealedFacts() {}

  @Inject
  SealedFacts(Vault vault) {
    this.vault = vault;
  }

  /** The letter with a gift card's code, as the event brought it. */
  static Letter withCode(Letter letter, String sealed) {
    return letter.with("code" + SEALED, sealed);
  }

  /** The letter with a fact that only its reader may see. */
  Letter with(Letter letter, String name, String fact) {
    byte[] sealed = vault.seal(GiftCardIssued.SEAL, fact.getBytes(StandardCharsets.US_ASCII));
    return letter.with(name + SEALED, Base64.getEncoder().encodeToString(sealed));
  }

  /** True if one of them must not be seen by everybody. */
  static boolean isAmong(Map<String, String> facts) {
    return facts.keySet().stream().anyMatch(name -> name.endsWith(SEALED));
  }

  /** As the reader is to see them. */
  Map<String, String> opened(Map<String, String> facts) {
    return replaced(facts, this::open);
  }

  /** As anybody may see them. */
  static Map<String, String> masked(Map<String, String> facts) {
    return replaced(facts, kept -> MASK);
  }

  private String open(String kept) {
    byte[] open = vault.open(GiftCardIssued.SEAL, Base64.getDecoder().decode(kept));
    return new String(open, StandardCharsets.US_ASCII);
  }

  private static Map<String, String> replaced(
      Map<String, String> facts, UnaryOperator<String> what) {
    Map<String, String> replaced = new HashMap<>();
    facts.forEach(
        (name, fact) -> {
          if (name.endsWith(SEALED)) {
            replaced.put(name.substring(0, name.length() - SEALED.length()), what.apply(fact));
          } else {
            replaced.put(name, fact);
          }
        });
    return replaced;
  }
}
