package org.halles.marketplace.checkout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.halles.marketplace.order.Assessment;
import org.halles.marketplace.plugin.Plugins;
import org.halles.marketplace.plugin.PurchaseAnswer;
import org.halles.marketplace.pricing.Quote;
import org.halles.marketplace.shared.BusinessCalendar;
import org.halles.marketplace.shared.Database;
import org.halles.spi.CheckoutCheck;
import org.halles.spi.CheckoutFacts;
import org.halles.spi.CheckoutFacts.History;

/**
 * Puts a purchase before the checks of plugins, before its money is asked for. Costs nothing where
 * there is none, and one statement where there is.
 */
@ApplicationScoped
class Screening {

  private static final Duration DAY = Duration.ofHours(24);

  private static final String HISTORY =
      """
      select count(*) filter (where paid_at is not null) as paid,
             count(*) filter (where paid_at is not null and refund_status = 'REFUNDED') as refunded,
             count(*) filter (where placed_at > ?) as today, min(paid_at) as first,
             (select count(distinct lower(o.email)) from order_group o
               where o.placed_at > ? and o.postal_code = ? and lower(o.line1) = lower(?)
                 and lower(o.email) <> lower(?)) as others
        from order_group where lower(email) = lower(?) or account_id = ?
      """;

  private Plugins plugins;
  private Database database;
  private Clock clock;

  protected Screening() {}

  @Inject
  Screening(Plugins plugins, Database database, Clock clock) {
    this.plugins = plugins;
    this.database = database;
    this.clock = clock;
  }

  public Assessment of(Quote quote, String gateway) {
    if (!plugins.looksAtPurchases()) {
      return Assessment.NONE;
    }
    CheckoutFacts purchase = facts(quote, gateway, clock.instant());
    List<Assessment.Finding> findings =
        plugins.converse(talk -> talk.look(purchase)).stream().map(Screening::finding).toList();
    return new Assessment(
        findings.stream().mapToInt(Assessment.Finding::score).max().orElse(0),
        findings.stream().anyMatch(Assessment.Finding::held),
        findings);
  }

  /** A check that fails holds nothing: a broken check must not stop a market. */
  private static Assessment.Finding finding(PurchaseAnswer found) {
    if (found.answer().failed()) {
      return new Assessment.Finding(found.checkId(), 0, false, List.of(), found.answer().fault());
    }
    CheckoutCheck.Opinion opinion = found.answer().value();
    return new Assessment.Finding(
        found.checkId(), opinion.score(), opinion.hold(), opinion.reasons(), null);
  }

  private CheckoutFacts facts(Quote quote, String gateway, Instant at) {
    Quote.Delivery to = quote.delivery();
    return new CheckoutFacts(
        quote.totals().total(),
        quote.vendors().stream()
            .flatMap(
                vendor ->
                    vendor.lines().stream()
                        .map(
                            line ->
                                new CheckoutFacts.Line(
                                    vendor.vendorId().toString(),
                                    line.kind().toLowerCase(Locale.ROOT),
                                    line.quantity(),
                                    line.total())))
            .toList(),
        to.country(),
        to.postalCode(),
        to.email().substring(to.email().lastIndexOf('@') + 1).toLowerCase(Locale.ROOT),
        quote.accountId() == null,
        gateway,
        history(quote, at),
        at,
        LocalDateTime.ofInstant(at, BusinessCalendar.zone()));
  }

  private History history(Quote quote, Instant at) {
    Quote.Delivery to = quote.delivery();
    Instant dayAgo = at.minus(DAY);
    return database
        .find(
            HISTORY,
            row ->
                new History(
                    row.integer("paid"),
                    row.integer("refunded"),
                    row.integer("today"),
                    row.integer("others"),
                    row.instant("first")),
            dayAgo,
            dayAgo,
            to.postalCode(),
            to.line1(),
            to.email(),
            to.email(),
            quote.accountId())
        .orElse(History.NONE);
  }
}
