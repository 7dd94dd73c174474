package org.halles.marketplace.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.halles.marketplace.shared.DomainEvent.GiftCardIssued;
import org.halles.marketplace.shared.DomainEvent.StoreCreditGiven;

/** Whoever is given a gift card gets its code; whoever is given store credit hears why. */
@ApplicationScoped
class CreditLetters {

  private Post post;
  private Readers readers;

  protected CreditLetters() {}

  @Inject
  CreditLetters(Post post, Readers readers) {
    this.post = post;
    this.readers = readers;
  }

  void on(@Observes GiftCardIssued issued) {
    Reader reader = new Reader(issued.email(), "", issued.language());
    boolean refund = issued.expiresAt() == null;
    Letter letter =
        Letter.of(refund ? "refund-card" : "gift-card", issued.creditId(), reader, issued.at())
            .with("amount", issued.amount())
            .with("link", Links.page(reader.language(), "/s"));
    Letter dated = refund ? letter : letter.with("until", issued.expiresAt().minusSeconds(1));
    post.send(SealedFacts.withCode(dated, issued.sealedCode()));
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
