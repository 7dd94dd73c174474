package org.halles.marketplace.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.DomainEvent.GiftCardBought;
import org.halles.marketplace.shared.DomainEvent.GiftCardIssued;
import org.halles.marketplace.shared.DomainEvent.StoreCreditGiven;

/** Whoever is given a gift card gets its code; whoever is given store credit hears why. */
@ApplicationScoped
class CreditLetters {

  private Post post;
  private Readers readers;
  private Database database;

  protected CreditLetters() {}

  @Inject
  CreditLetters(Post post, Readers readers, Database database) {
    this.post = post;
    this.readers = readers;
    this.database = database;
  }

  void on(@Observes GiftCardIssued issued) {
    Reader reader = new Reader(issued.email(), "", issued.language());
    boolean refund = issued.expiresAt() == null;
    String template = issued.gift() == null ? "gift-card" : "gift-card-sent";
    Letter letter =
        Letter.of(refund ? "refund-card" : template, issued.creditId(), reader, issued.at())
            .with("amount", issued.amount())
            .with("link", Links.page(reader.language(), "/s"));
    Letter dated = refund ? letter : letter.with("until", issued.expiresAt().minusSeconds(1));
    Letter whole =
        issued.gift() == null
            ? dated
            : dated.with("from", issued.gift().from()).with("greeting", issued.gift().greeting());
    post.send(SealedFacts.withCode(whole, issued.sealedCode()));
  }

  /** Whoever paid for a card reads when it goes out, and never its code. */
  void on(@Observes GiftCardBought bought) {
    Reader buyer = new Reader(bought.email(), "", bought.language());
    boolean later = bought.dueAt().isAfter(bought.at());
    Letter letter =
        Letter.of(
                later ? "gift-card-bought-later" : "gift-card-bought",
                bought.orderGroupId(),
                buyer,
                bought.at())
            .with("number", bought.number())
            .with("amount", bought.amount())
            .with("recipient", bought.recipient())
            .with("link", orderPage(bought, buyer.language()));
    post.send(later ? letter.with("day", bought.dueAt()) : letter);
  }

  /** Good without signing in: whoever bought as a guest has nothing else. */
  private String orderPage(GiftCardBought bought, String language) {
    return database
        .find(
            "select access_key from order_group where id = ?",
            row ->
                Links.page(
                    language,
                    "/orders/" + bought.number() + "?accessKey=" + row.text("access_key")),
            bought.orderGroupId())
        .orElseThrow();
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
