package org.halles.marketplace.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Caller;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.request.Asking;
import org.halles.marketplace.request.BidInput;
import org.halles.marketplace.request.Bidding;
import org.halles.marketplace.request.RequestInput;
import org.halles.marketplace.shared.BusinessCalendar;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.vendor.VendorScope;
import org.halles.spi.Money;

/** What the demo's buyer looks for, and what three stalls offer. */
@ApplicationScoped
class DemoRequests {

  /** One stall's offer, so many hours after the request. */
  record Bid(
      String vendor, int hours, long price, long shipping, int days, String message, String asks) {}

  /** One request, so many days ago. */
  record Asked(
      int daysAgo,
      String kind,
      String title,
      String description,
      String category,
      int quantity,
      Long budget,
      Integer wantedInDays,
      String city,
      List<Bid> bids) {}

  private Asking asking;
  private Bidding bidding;
  private Database database;
  private DemoClock clock;

  protected DemoRequests() {}

  @Inject
  DemoRequests(Asking asking, Bidding bidding, Database database, DemoClock clock) {
    this.asking = asking;
    this.bidding = bidding;
    this.database = database;
    this.clock = clock;
  }

  /** All of them; nothing if something was asked already. */
  @Allowed(Role.SYSTEM)
  public void arise(
      List<Asked> requests, Caller buyer, Map<String, VendorScope> scopes, Instant now) {
    if (database.find("select 1 from buyer_request limit 1", row -> true).isPresent()) {
      return;
    }
    for (Asked asked : requests) {
      Instant then = now.minus(Duration.ofDays(asked.daysAgo()));
      UUID[] id = new UUID[1];
      clock.live(then, buyer, () -> id[0] = asking.open(input(asked, now)).id());
      asked.bids().forEach(bid -> answer(bid, id[0], scopes.get(bid.vendor()), then, now));
    }
  }

  private static RequestInput input(Asked asked, Instant now) {
    LocalDate today = BusinessCalendar.dayOf(now);
    return new RequestInput(
        asked.kind(),
        asked.title(),
        asked.description(),
        asked.category(),
        asked.quantity(),
        asked.budget() == null ? null : Money.of(asked.budget(), "EUR"),
        asked.wantedInDays() == null ? null : today.plusDays(asked.wantedInDays()),
        "FR",
        asked.city(),
        30,
        List.of());
  }

  private void answer(Bid bid, UUID request, VendorScope scope, Instant then, Instant now) {
    Instant at = then.plus(Duration.ofHours(bid.hours()));
    clock.live(
        at.isBefore(now) ? at : now,
        Caller.SYSTEM,
        () -> {
          if (bid.asks() != null) {
            bidding.say(scope, request, bid.asks());
          }
          bidding.offer(
              scope,
              request,
              new BidInput(
                  Money.of(bid.price(), "EUR"),
                  Money.of(bid.shipping(), "EUR"),
                  bid.days(),
                  bid.message(),
                  BusinessCalendar.dayOf(now).plusDays(21)));
        });
  }
}
