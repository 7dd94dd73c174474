package org.halles.marketplace.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.DomainEvent.WebhookStopped;

/** Whoever runs a receiver of webhooks hears that nothing is sent there any more. */
@ApplicationScoped
class WebhookLetters {

  private Post post;
  private Readers readers;
  private Database database;

  protected WebhookLetters() {}

  @Inject
  WebhookLetters(Post post, Readers readers, Database database) {
    this.post = post;
    this.readers = readers;
    this.database = database;
  }

  void on(@Observes WebhookStopped stopped) {
    boolean ofVendor = stopped.vendorId() != null;
    List<Reader> owners =
        ofVendor ? readers.ofVendor(stopped.vendorId(), "MANAGER") : readers.operators();
    String portal = ofVendor ? "/vendor/" + slug(stopped) : "/operator";
    post.send(
        owners.stream()
            .map(
                owner ->
                    Letter.of(
                            "webhook-" + stopped.why(),
                            stopped.subscriptionId() + ":" + stopped.at().toEpochMilli(),
                            owner,
                            stopped.at())
                        .with("host", stopped.host())
                        .with(
                            "link", Links.portal(portal + "/webhooks/" + stopped.subscriptionId())))
            .toList());
  }

  private String slug(WebhookStopped stopped) {
    return database
        .find("select slug from vendor where id = ?", row -> row.text("slug"), stopped.vendorId())
        .orElseThrow();
  }
}
