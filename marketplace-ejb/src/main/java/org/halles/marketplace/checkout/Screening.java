package org.halles.marketplace.checkout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.order.Assessment;
import org.halles.marketplace.order.GiftPurchase;
import org.halles.marketplace.plugin.Plugins;
import org.halles.marketplace.plugin.PluginsBusy;
import org.halles.marketplace.plugin.PurchaseAnswer;
import org.halles.marketplace.pricing.Quote;
import org.halles.marketplace.shared.BusinessCalendar;
import org.halles.marketplace.shared.Database;
import org.halles.spi.CheckoutCheck;
import org.halles.spi.CheckoutFacts;
import org.halles.spi.CheckoutFacts.History;
import org.halles.spi.Money;

/**
 * Puts a purchase before the checks of plugins, before its money is asked for. Costs nothing where
 * there is none, and one statement where there is.
 */
@ApplicationScoped
class Screening {

  private static final Duration DAY = Duration.ofHours(24);

  private static final String HISTORY =
      """
      select own.paid, own.refunded, own.first,
             (select count(distinct (t.order_group_id, t.created_at)) from order_group g
                join payment_transaction t on t.order_group_id = g.id
               where t.kind in ('CHARGE', 'AUTHORISE') and t.created_at > ?
                 and (lower(g.email) = lower(?) or g.account_id = ?)) as today,
             (select count(distinct lower(o.email)) from order_group o
               where o.placed_at > ? and o.postal_code = ? and lower(o.line1) = lower(?)
                 and o.line1 <> ''
                 and lower(o.email) <> lower(?)) as others
        from (select count(*) as paid,
                     count(*) filter (where g.refund_status = 'REFUNDED') as refunded,
                     min(g.paid_at) as first
                from order_group g
               where g.account_id = ? and g.paid_at is not null
                 and not exists (select from order_screening s
                                  where s.order_group_id = g.id and s.state = 'HELD')) as own
      """;

  /** What is bought, where it goes, and whose purchases it will stand among. */
  private record Purchase(
      Money total,
      List<CheckoutFacts.Line> lines,
      String country,
      String postalCode,
      String line1,
      String email,
      UUID accountId) {}

  private Plugins plugins;
  private Database database;
  private CurrentCaller caller;
  private Clock clock;

  protected Screening() {}

  @Inject
  Screening(Plugins plugins, Database database, CurrentCaller caller, Clock clock) {
    this.plugins = plugins;
    this.database = database;
    this.caller = caller;
    this.clock = clock;
  }

  /** What checks think of a cart's purchase. */
  public Assessment of(Quote quote, String gateway) {
    Quote.Delivery to = quote.delivery();
    return of(
        gateway,
        new Purchase(
            quote.totals().total(),
            linesOf(quote),
            to.country(),
            to.postalCode(),
            to.line1(),
            to.email(),
            quote.accountId()));
  }

  private static List<CheckoutFacts.Line> linesOf(Quote quote) {
    return quote.vendors().stream()
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
        .toList();
  }

  /** What checks think of somebody who buys a gift card: it goes nowhere but to a mailbox. */
  public Assessment of(GiftPurchase gift, String gateway) {
    Money amount = gift.wish().amount();
    return of(
        gateway,
        new Purchase(
            amount,
            List.of(new CheckoutFacts.Line("", "gift-card", 1, amount)),
            gift.country(),
            "",
            "",
            gift.email(),
            caller.get().accountId()));
  }

  private Assessment of(String gateway, Purchase purchase) {
    if (!plugins.looksAtPurchases()) {
      return Assessment.NONE;
    }
    List<Assessment.Finding> findings = look(facts(purchase, gateway, clock.instant()));
    return new Assessment(
        findings.stream().mapToInt(Assessment.Finding::score).max().orElse(0),
        findings.stream().anyMatch(Assessment.Finding::held),
        findings);
  }

  /** Where nobody can look now, the purchase goes on, and the order says so. */
  private List<Assessment.Finding> look(CheckoutFacts purchase) {
    try {
      return plugins.converse(talk -> talk.look(purchase)).stream()
          .map(Screening::finding)
          .toList();
    } catch (PluginsBusy busy) {
      return List.of(new Assessment.Finding("plugins", 0, false, List.of(), busy.getMessage()));
    }
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

  private CheckoutFacts facts(Purchase purchase, String gateway, Instant at) {
    String email = purchase.email();
    return new CheckoutFacts(
        purchase.total(),
        purchase.lines(),
        purchase.country(),
        purchase.postalCode(),
        email.substring(email.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT),
        buyer(purchase) == null,
        gateway,
        history(purchase, at),
        at,
        LocalDateTime.ofInstant(at, BusinessCalendar.zone()));
  }

  private History history(Purchase purchase, Instant at) {
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
            purchase.email(),
            purchase.accountId(),
            dayAgo,
            purchase.postalCode(),
            purchase.line1(),
            purchase.email(),
            buyer(purchase))
        .orElse(History.NONE);
  }

  /** Whom the marketplace knows: an address that anybody could type makes nobody trusted. */
  private UUID buyer(Purchase purchase) {
    UUID account = caller.get().accountId();
    return account != null && account.equals(purchase.accountId()) ? account : null;
  }
}
