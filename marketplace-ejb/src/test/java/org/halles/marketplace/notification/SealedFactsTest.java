package org.halles.marketplace.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.halles.marketplace.shared.DomainEvent.GiftCardIssued;
import org.halles.marketplace.shared.Vault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedFactsTest {

  @TempDir private Path home;

  @Test
  void a_code_waits_sealed_is_opened_for_its_reader_and_masked_for_everybody_else() {
    Vault vault = new Vault(home.resolve("key"));
    byte[] sealed =
        vault.seal(GiftCardIssued.SEAL, "ABCD-EFGH".getBytes(StandardCharsets.US_ASCII));
    Reader reader = new Reader("lea@b.example", "", "en");
    Letter letter =
        SealedFacts.withCode(
            Letter.of("gift-card", "1", reader, Instant.EPOCH).with("amount", "5"),
            Base64.getEncoder().encodeToString(sealed));

    assertThat(letter.facts().values()).noneMatch(fact -> fact.contains("ABCD"));
    assertThat(new SealedFacts(vault).opened(letter.facts()))
        .isEqualTo(Map.of("amount", "5", "code", "ABCD-EFGH"));
    assertThat(SealedFacts.masked(letter.facts())).isEqualTo(Map.of("amount", "5", "code", "••••"));
  }
}
