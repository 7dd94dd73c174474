package org.halles.marketplace.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.halles.marketplace.shared.DomainEvent;

/** Hears everything that happened, and has it written down for whoever listens outside. */
@ApplicationScoped
class Announcer {

  private Mailbag mailbag;
  private OrderNews orders;
  private MarketNews market;

  protected Announcer() {}

  @Inject
  Announcer(Mailbag mailbag, OrderNews orders, MarketNews market) {
    this.mailbag = mailbag;
    this.orders = orders;
    this.market = market;
  }

  /** Taken out of the outbox, in its transaction: only written down here. */
  void on(@Observes DomainEvent happened) {
    if (mailbag.isAnybodyListening(happened.at())) {
      List<Announcement> told = new ArrayList<>(orders.of(happened));
      told.addAll(market.of(happened));
      mailbag.add(told);
    }
  }
}
