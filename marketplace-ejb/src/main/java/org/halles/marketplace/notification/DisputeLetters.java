package org.halles.marketplace.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.DomainEvent.DisputeDecided;
import org.halles.marketplace.shared.DomainEvent.DisputeEscalated;
import org.halles.marketplace.shared.DomainEvent.DisputeOpened;
import org.halles.marketplace.shared.DomainEvent.DisputeStatementMade;

/** Both sides of a dispute hear of every step; operators of what waits for them. */
@ApplicationScoped
class DisputeLetters {

  private static final String CHARGEBACK = "CHARGEBACK";

  /** What a letter about a dispute says of it. */
  private record About(UUID id, String number, UUID orderGroup, Instant at) {}

  private Post post;
  private Readers readers;
  private Database database;

  protected DisputeLetters() {}

  @Inject
  DisputeLetters(Post post, Readers readers, Database database) {
    this.post = post;
    this.readers = readers;
    this.database = database;
  }

  void on(@Observes DisputeOpened opened) {
    About about =
        new About(opened.disputeId(), opened.number(), opened.orderGroupId(), opened.at());
    boolean bank = opened.kind().equals(CHARGEBACK);
    String template = bank ? "chargeback-opened" : "dispute-to-answer";
    Instant by = bank ? evidenceBy(opened) : opened.answerBy();
    for (UUID vendor : opened.vendors()) {
      toVendor(template, opened.disputeId(), about, vendor)
          .forEach(letter -> post.send(letter.with("amount", opened.amount()).with("by", by)));
    }
    if (bank) {
      toOperators(template, about.id(), about)
          .forEach(
              letter ->
                  post.send(letter.with("amount", opened.amount()).with("by", opened.answerBy())));
    } else {
      toBuyer("dispute-received", opened.disputeId(), about)
          .forEach(
              letter ->
                  post.send(letter.with("amount", opened.amount()).with("by", opened.answerBy())));
    }
  }

  /** Everybody hears of it but whoever spoke; the text itself stays on the page. */
  void on(@Observes DisputeStatementMade said) {
    About about = new About(said.disputeId(), said.number(), said.orderGroupId(), said.at());
    if (!said.author().equals("BUYER") && isBuyers(said.disputeId())) {
      toBuyer("dispute-statement", said.statementId(), about).forEach(post::send);
    }
    if (said.author().equals("VENDOR") && !isBuyers(said.disputeId())) {
      toOperators("dispute-statement", said.statementId(), about).forEach(post::send);
    }
    if (!said.author().equals("VENDOR")) {
      said.vendors()
          .forEach(
              vendor ->
                  toVendor("dispute-statement", said.statementId(), about, vendor)
                      .forEach(post::send));
    }
  }

  void on(@Observes DisputeEscalated late) {
    About about = new About(late.disputeId(), late.number(), late.orderGroupId(), late.at());
    toOperators("dispute-escalated", about.id(), about).forEach(post::send);
  }

  void on(@Observes DisputeDecided decided) {
    About about =
        new About(decided.disputeId(), decided.number(), decided.orderGroupId(), decided.at());
    boolean won = decided.outcome().equals("WON");
    if (decided.kind().equals(CHARGEBACK)) {
      String template = "chargeback-" + decided.outcome().toLowerCase(Locale.ROOT);
      decided
          .vendors()
          .forEach(
              vendor -> toVendor(template, decided.disputeId(), about, vendor).forEach(post::send));
      return;
    }
    String template = won ? "dispute-rejected" : "dispute-refunded";
    toBuyer(template, decided.disputeId(), about).forEach(one -> send(one, decided));
    decided
        .vendors()
        .forEach(
            vendor ->
                toVendor(template, decided.disputeId(), about, vendor)
                    .forEach(one -> send(one, decided)));
  }

  private void send(Letter letter, DisputeDecided decided) {
    post.send(letter.with("refunded", decided.refunded()).with("decision", decided.decision()));
  }

  private List<Letter> toVendor(String template, Object cause, About about, UUID vendor) {
    String slug = text("select slug as text from vendor where id = ?", vendor);
    return readers.ofVendor(vendor, "MANAGER", "ORDERS").stream()
        .map(
            member ->
                letter(template, cause, about, member)
                    .with("link", Links.portal("/vendor/" + slug + "/disputes/" + about.id())))
        .toList();
  }

  private List<Letter> toBuyer(String template, Object cause, About about) {
    String key =
        text("select access_key as text from order_group where id = ?", about.orderGroup());
    return readers
        .buyer(about.orderGroup())
        .map(
            buyer ->
                letter(template, cause, about, buyer)
                    .with(
                        "link",
                        Links.page(
                            buyer.language(),
                            "/orders/" + orderNumber(about) + "?accessKey=" + key + "#disputes")))
        .stream()
        .toList();
  }

  private List<Letter> toOperators(String template, Object cause, About about) {
    return readers.operators("FINANCE").stream()
        .map(
            one ->
                letter(template, cause, about, one)
                    .with("link", Links.portal("/operator/disputes/" + about.id())))
        .toList();
  }

  private Letter letter(String template, Object cause, About about, Reader reader) {
    return Letter.of(template, cause, reader, about.at())
        .with("number", about.number())
        .with("order", orderNumber(about));
  }

  private String orderNumber(About about) {
    return text("select number as text from order_group where id = ?", about.orderGroup());
  }

  /** Vendors have less time than the marketplace, which passes on what they bring. */
  private Instant evidenceBy(DisputeOpened opened) {
    return database
        .find(
            "select coalesce(evidence_by, answer_by) as by from dispute where id = ?",
            row -> row.instant("by"),
            opened.disputeId())
        .orElse(opened.answerBy());
  }

  private boolean isBuyers(UUID dispute) {
    return text("select kind as text from dispute where id = ?", dispute).equals("BUYER");
  }

  private String text(String sql, UUID id) {
    return database.find(sql, row -> row.text("text"), id).orElseThrow();
  }
}
