package org.halles.marketplace.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.halles.marketplace.shared.DomainEvent.PayeeAccountChanged;

/** Whoever is paid hears of another bank account, before anything is paid to it. */
@ApplicationScoped
class PayeeLetters {

  private Post post;
  private Readers readers;

  protected PayeeLetters() {}

  @Inject
  PayeeLetters(Post post, Readers readers) {
    this.post = post;
    this.readers = readers;
  }

  void on(@Observes PayeeAccountChanged changed) {
    readers
        .account(changed.accountId())
        .ifPresent(
            reader ->
                post.send(
                    Letter.of(
                            "payee-account-changed",
                            changed.affiliateId() + "@" + changed.at(),
                            reader,
                            changed.at())
                        .with("before", changed.before())
                        .with("ending", changed.ending())
                        .with("day", changed.paidFrom())
                        .with("link", Links.page(reader.language(), "/account/affiliate"))));
  }
}
