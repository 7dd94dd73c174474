package org.halles.marketplace.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.halles.marketplace.identity.Caller;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.onboarding.Applying;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.DomainEvent.ApplicationReceived;
import org.halles.marketplace.shared.DomainEvent.DocumentRunsOut;
import org.halles.marketplace.shared.DomainEvent.TermsPublished;
import org.halles.marketplace.shared.DomainEvent.VendorAccountChanged;
import org.halles.marketplace.shared.DomainEvent.VendorDecided;
import org.halles.marketplace.shared.DomainEvent.VendorSubmitted;

/** Applicants and vendors hear where they stand; the operator hears who waits. */
@ApplicationScoped
class VendorLetters {

  /** A vendor as letters name it. */
  private record Stall(String slug, String name) {}

  private Post post;
  private Readers readers;
  private Applying applying;
  private Database database;
  private CurrentCaller caller;

  protected VendorLetters() {}

  @Inject
  VendorLetters(
      Post post, Readers readers, Applying applying, Database database, CurrentCaller caller) {
    this.post = post;
    this.readers = readers;
    this.applying = applying;
    this.database = database;
    this.caller = caller;
  }

  void on(@Observes ApplicationReceived received) {
    caller.run(Caller.SYSTEM, () -> sendLink(received));
  }

  private void sendLink(ApplicationReceived received) {
    applying
        .openOne(received.applicationId())
        .filter(open -> open.round() == received.round())
        .ifPresent(
            open -> {
              String token = applying.tokenOf(received.applicationId(), received.round());
              Reader reader = new Reader(open.email().value(), open.person(), open.language());
              String link = "/sell/confirm?token=" + Links.part(token);
              post.send(
                  Letter.of(
                          "confirm-address",
                          received.applicationId() + ":" + received.round(),
                          reader,
                          received.at())
                      .with("person", open.person())
                      .with("link", Links.page(open.language(), link)));
            });
  }

  void on(@Observes VendorSubmitted submitted) {
    Stall stall = stall(submitted.vendorId());
    tell("application-received", submitted.vendorId(), stall, submitted.at(), null);
    for (Reader operator : readers.operators("MODERATOR")) {
      post.send(
          Letter.of(
                  "application-waiting",
                  about(submitted.vendorId(), submitted.at()),
                  operator,
                  submitted.at())
              .with("vendor", stall.name())
              .with("link", Links.portal("/operator/vendors/" + submitted.vendorId())));
    }
  }

  void on(@Observes VendorDecided decided) {
    tell(
        "vendor-" + decided.decision(),
        decided.vendorId(),
        stall(decided.vendorId()),
        decided.at(),
        decided.reason());
  }

  void on(@Observes DocumentRunsOut document) {
    Stall stall = stall(document.vendorId());
    for (Reader owner : readers.ofVendor(document.vendorId(), "MANAGER")) {
      post.send(
          Letter.of(
                  "document-runs-out",
                  about(document.documentId(), document.at()),
                  owner,
                  document.at())
              .with("vendor", stall.name())
              .with("day", document.on())
              .with("link", checklist(stall)));
    }
  }

  void on(@Observes VendorAccountChanged account) {
    Stall stall = stall(account.vendorId());
    for (Reader person : readers.ofVendor(account.vendorId(), "MANAGER", "FINANCE")) {
      post.send(
          Letter.of(
                  "vendor-account-changed",
                  about(account.vendorId(), account.at()),
                  person,
                  account.at())
              .with("vendor", stall.name())
              .with("before", account.before())
              .with("ending", account.ending())
              .with("day", account.paidFrom())
              .with("link", checklist(stall)));
    }
  }

  void on(@Observes TermsPublished terms) {
    database
        .list(
            "select id, slug, name from vendor where status in ('APPLIED', 'APPROVED', 'SUSPENDED')",
            row -> new Object[] {row.uuid("id"), new Stall(row.text("slug"), row.text("name"))})
        .forEach(
            vendor -> {
              for (Reader owner : readers.ofVendor((UUID) vendor[0])) {
                post.send(
                    Letter.of("new-terms", terms.version() + ":" + vendor[0], owner, terms.at())
                        .with("vendor", ((Stall) vendor[1]).name())
                        .with("day", terms.dueOn())
                        .with("link", checklist((Stall) vendor[1])));
              }
            });
  }

  private void tell(String template, UUID vendorId, Stall stall, Instant at, String reason) {
    for (Reader owner : readers.ofVendor(vendorId)) {
      post.send(
          Letter.of(template, about(vendorId, at), owner, at)
              .with("vendor", stall.name())
              .with("reason", reason)
              .with("link", checklist(stall)));
    }
  }

  private static String about(UUID id, Instant at) {
    return id + ":" + at.toEpochMilli();
  }

  private static String checklist(Stall stall) {
    return Links.portal("/vendor/" + stall.slug() + "/checklist");
  }

  private Stall stall(UUID vendorId) {
    return database
        .find(
            "select slug, name from vendor where id = ?",
            row -> new Stall(row.text("slug"), row.text("name")),
            vendorId)
        .orElseThrow();
  }
}
