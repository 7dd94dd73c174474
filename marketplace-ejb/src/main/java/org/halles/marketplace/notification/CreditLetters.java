package org.halles.marketplace.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.halles.marketplace.shared.DomainEvent.GiftCardIssued;
import org.halles.marketplace.shared.DomainEvent.StoreCreditGiven;
import org.halles.marketplace.shared.Vault;

/** Whoever is given a gift card gets its code; whoever is given store credit hears why. */
@ApplicationScoped
class CreditLetters {

  private Post post;
  private Readers readers;
  private Vault vault;

  protected CreditLetters() {}

  @Inject
  CreditLetters(Post post, Readers readers, Vault vault) {
    this.post = post;
    this.readers = readers;
    this.vault = vault;
  }

  void on(@Observes GiftCardIssued issued) {
    Reader reader = new Reader(issued.email(), "", issued.language());
    byte[] code = vault.open(GiftCardIssued.SEAL, Base64.getDecoder().decode(issued.sealedCode()));
    post.send(
        Letter.of("gift-card", issued.creditId(), reader, issued.at())
            .with("amount", issued.amount())
            .with("code", new String(code, StandardCharsets.US_ASCII))
            .with("until", issued.expiresAt().minusSeconds(1))
            .with("link", Links.page(reader.language(), "/s")));
  }

  void on(@Observes StoreCreditGiven given) {
    readers
        .account(given.accountId())
        .ifPresent(
            reader ->
                post.send(
                    Letter.of(
                            "store-credit", given.creditId() + "@" + given.at(), reader, given.at())
                        .with("amount", given.amount())
                        .with("balance", given.balance())
                        .with("reason", given.reason())
                        .with("link", Links.page(reader.language(), "/account/credit"))));
  }
}
