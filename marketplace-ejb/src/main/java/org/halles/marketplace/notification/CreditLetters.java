package org.halles.marketplace.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.UUID;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.DomainEvent.GiftCardBought;
import org.halles.marketplace.shared.DomainEvent.GiftCardIssued;
import org.halles.marketplace.shared.DomainEvent.RefundCreditMoved;
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
            .with("link", orderPage(bought.orderGroupId(), bought.number(), buyer.language()));
    post.send(later ? letter.with("day", bought.dueAt()) : letter);
  }

  /** Good without signing in: whoever bought as a guest has nothing else. */
  private String orderPage(UUID order, String number, String language) {
    return database
        .find(
            "select access_key from order_group where id = ?",
            row ->
                Links.page(language, "/orders/" + number + "?accessKey=" + row.text("access_key")),
            order)
        .orElseThrow();
  }

  /** Nobody finds credit gone without a word. */
  void on(@Observes RefundCreditMoved moved) {
    String template = moved.again() ? "credit-given-again" : "credit-taken-back";
    String number =
        database
            .find(
                "select number from order_group where id = ?",
                row -> row.text("number"),
                moved.orderGroupId())
            .orElseThrow();
    readers
        .buyer(moved.orderGroupId())
        .ifPresent(
            buyer ->
                post.send(
                    Letter.of(template, moved.orderGroupId() + "@" + moved.at(), buyer, moved.at())
                        .with("order", number)
                        .with("amount", moved.amount())
                        .with("link", orderPage(moved.orderGroupId(), number, buyer.language()))));
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
