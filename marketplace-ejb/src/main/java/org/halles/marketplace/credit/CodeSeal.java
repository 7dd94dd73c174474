package org.halles.marketplace.credit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.halles.marketplace.shared.DomainEvent;
import org.halles.marketplace.shared.Vault;

/** Codes of gift cards while they wait for their letter: nothing that is kept tells them. */
@ApplicationScoped
class CodeSeal {

  private Vault vault;

  protected CodeSeal() {}

  @Inject
  CodeSeal(Vault vault) {
    this.vault = vault;
  }

  String of(GiftCode code) {
    byte[] plain = code.text().getBytes(StandardCharsets.US_ASCII);
    return Base64.getEncoder().encodeToString(vault.seal(DomainEvent.GiftCardIssued.SEAL, plain));
  }
}
