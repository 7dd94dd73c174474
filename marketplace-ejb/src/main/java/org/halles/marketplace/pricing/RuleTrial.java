package org.halles.marketplace.pricing;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.halles.marketplace.commission.Commissions;
import org.halles.marketplace.commission.RuleBook;
import org.halles.marketplace.commission.RuleBooks;
import org.halles.marketplace.commission.Sale;
import org.halles.marketplace.commission.Share;
import org.halles.marketplace.commission.Trace;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.plugin.Conversation;
import org.halles.marketplace.plugin.Plugins;
import org.halles.marketplace.shared.BusinessCalendar;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.tax.Taxes;
import org.halles.spi.Money;
import org.halles.spi.SaleFacts;
import org.halles.spi.TaxRules;
import org.halles.spi.VendorFacts;
import org.halles.spi.VendorFacts.SalesPeriod;

/**
 * What a rule that is being written would take of a sale, by the very engine of the checkout,
 * before anybody puts it in force.
 */
@ApplicationScoped
public class RuleTrial {

  private static final String COUNTRY = "FR";

  /**
   * The rule as far as it is written, and a sale to try it on: one unit, sold in France by a
   * trader.
   *
   * @param kind of an installed plugin
   * @param configuration of that kind
   * @param price what the buyer pays, tax included
   * @param soldBefore what the vendor sold in every period before this sale; nothing if null
   */
  public record Request(String kind, JsonNode configuration, Money price, Money soldBefore) {}

  /**
   * What it would take.
   *
   * @param applies false if the rule says nothing about such a sale, for instance in this currency
   * @param commission what it takes
   * @param left what is left of the price
   * @param trace how it comes about, or null
   */
  public record Outcome(boolean applies, Money commission, Money left, Trace trace) {}

  private final RuleBooks books;
  private final Plugins plugins;
  private final Clock clock;

  @Inject
  RuleTrial(RuleBooks books, Plugins plugins, Clock clock) {
    this.books = books;
    this.plugins = plugins;
    this.clock = clock;
  }

  protected RuleTrial() {
    this(null, null, null);
  }

  /**
   * Tries the rule.
   *
   * @throws org.halles.marketplace.shared.InvalidInput naming everything that is wrong with it
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public Outcome of(Request request) {
    Checklist checklist = new Checklist();
    if (request.price() == null || request.price().isNegative()) {
      checklist.reject("price", "must be an amount of zero or more", request.price());
    }
    checklist.done();
    RuleBook book = books.draft(request.kind(), request.configuration());
    List<Share> shares = plugins.converse(talk -> shares(talk, book, request));
    Money price = request.price();
    return shares.isEmpty()
        ? new Outcome(false, Money.zero(price.currency()), price, null)
        : new Outcome(
            true,
            shares.get(0).amount(),
            price.minus(shares.get(0).amount()),
            shares.get(0).trace());
  }

  private List<Share> shares(Conversation talk, RuleBook book, Request request) {
    Sale sale = new Sale(new UUID(0, 0), sale(talk, request, clock.instant()));
    return new Commissions(talk, book).of(List.of(sale)).get(0);
  }

  private static SaleFacts sale(Conversation talk, Request request, Instant at) {
    Money price = request.price();
    Money tax =
        new Taxes(talk)
            .on(
                new TaxRules.Supply(
                    COUNTRY, true, COUNTRY, "", "standard", BusinessCalendar.dayOf(at)))
            .filter(TaxRules.TaxRate::includedInPrice)
            .map(rate -> Taxes.amount(price, rate))
            .orElse(Money.zero(price.currency()));
    return new SaleFacts(
        new VendorFacts("trial", "trial", COUNTRY, true, sales(request.soldBefore())),
        "trial",
        "goods",
        List.of("trial"),
        Map.of(),
        1,
        price,
        price,
        tax,
        Money.zero(price.currency()),
        COUNTRY,
        at,
        LocalDateTime.ofInstant(at, BusinessCalendar.zone()));
  }

  private static Map<SalesPeriod, Money> sales(Money sold) {
    return sold == null
        ? Map.of()
        : Arrays.stream(SalesPeriod.values())
            .collect(Collectors.toMap(Function.identity(), period -> sold));
  }
}
