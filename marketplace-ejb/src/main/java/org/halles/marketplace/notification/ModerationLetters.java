package org.halles.marketplace.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.DomainEvent.ComplaintDecided;
import org.halles.marketplace.shared.DomainEvent.ListingReviewed;
import org.halles.marketplace.shared.DomainEvent.NoticeDecided;
import org.halles.marketplace.shared.DomainEvent.NoticeReceived;
import org.halles.marketplace.shared.Row;
import org.halles.marketplace.shared.Texts;

/**
 * Vendors hear what moderators decided; whoever reported something hears that, and what came of it.
 */
@ApplicationScoped
class ModerationLetters {

  private Post post;
  private Readers readers;
  private Database database;

  protected ModerationLetters() {}

  @Inject
  ModerationLetters(Post post, Readers readers, Database database) {
    this.post = post;
    this.readers = readers;
    this.database = database;
  }

  /** A decision that was undone within its minute never was. */
  void on(@Observes ListingReviewed reviewed) {
    record Told(String slug, Texts title) {}
    database
        .find(
            """
            select v.slug, l.title from moderation_decision d join listing l on l.id = d.listing_id
              join vendor v on v.id = d.vendor_id
             where d.id = ? and d.undone_at is null
            """,
            row -> new Told(row.text("slug"), row.json("title", Texts.class)),
            reviewed.decisionId())
        .ifPresent(
            told ->
                readers
                    .ofVendor(reviewed.vendorId(), "MANAGER", "CATALOGUE")
                    .forEach(
                        reader ->
                            post.send(
                                Letter.of(
                                        template(reviewed.outcome()),
                                        reviewed.decisionId(),
                                        reader,
                                        reviewed.at())
                                    .with("title", told.title().in(reader.language()))
                                    .with("reason", reviewed.reason())
                                    .with("link", link(told.slug(), reviewed.outcome())))));
  }

  private static String template(String outcome) {
    return "listing-" + outcome.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String link(String slug, String outcome) {
    boolean restricted = outcome.equals("REJECTED") || outcome.equals("TAKEN_DOWN");
    return Links.portal("/vendor/" + slug + (restricted ? "/decisions" : "/listings"));
  }

  void on(@Observes NoticeReceived received) {
    tellNotifier("notice-received", "n.id = ?", received.noticeId(), received.at());
  }

  void on(@Observes NoticeDecided decided) {
    tellNotifier("notice-decided", "n.id = ?", decided.noticeId(), decided.at());
  }

  void on(@Observes ComplaintDecided decided) {
    record Told(
        boolean byRestricted,
        UUID vendorId,
        String slug,
        UUID requestId,
        UUID accountId,
        String answer,
        UUID noticeId) {}
    Told told =
        database
            .find(
                """
                select c.by_vendor, c.answer, d.vendor_id, d.notice_id, v.slug, d.request_id,
                       r.account_id
                  from complaint c join notice_decision d on d.id = c.decision_id
                  left join vendor v on v.id = d.vendor_id
                  left join buyer_request r on r.id = d.request_id
                 where c.id = ?
                """,
                row ->
                    new Told(
                        row.flag("by_vendor"),
                        row.uuid("vendor_id"),
                        row.text("slug"),
                        row.uuid("request_id"),
                        row.uuid("account_id"),
                        row.text("answer"),
                        row.uuid("notice_id")),
                decided.complaintId())
            .orElseThrow();
    if (told.byRestricted() && told.requestId() != null) {
      readers
          .account(told.accountId())
          .map(
              reader ->
                  Letter.of("complaint-decided", decided.complaintId(), reader, decided.at())
                      .with("answer", told.answer())
                      .with(
                          "link",
                          Links.page(reader.language(), "/account/requests/" + told.requestId())))
          .ifPresent(post::send);
    } else if (told.byRestricted()) {
      for (Reader reader : readers.ofVendor(told.vendorId(), "MANAGER")) {
        post.send(
            Letter.of("complaint-decided", decided.complaintId(), reader, decided.at())
                .with("answer", told.answer())
                .with("link", Links.portal("/vendor/" + told.slug() + "/decisions")));
      }
    } else {
      tellNotifier("complaint-decided", "n.id = ?", told.noticeId(), decided.at(), told.answer());
    }
  }

  private void tellNotifier(String template, String which, UUID id, Instant at) {
    tellNotifier(template, which, id, at, null);
  }

  private void tellNotifier(String template, String which, UUID id, Instant at, String answer) {
    database
        .find(
            "select n.*, d.facts from notice n left join notice_decision d on d.notice_id = n.id where "
                + which
                + " and n.email is not null",
            row -> letter(template, row, at),
            id)
        .map(letter -> letter.with("answer", answer))
        .ifPresent(post::send);
  }

  private static Letter letter(String template, Row row, Instant at) throws SQLException {
    Reader reader = new Reader(row.text("email"), row.text("name"), row.text("language"));
    return Letter.of(template, row.uuid("id"), reader, at)
        .with("number", row.text("number"))
        .with("facts", row.text("facts"))
        .with(
            "link",
            Links.page(
                reader.language(),
                "/notices/" + row.text("number") + "?accessKey=" + row.text("access_key")));
  }
}
