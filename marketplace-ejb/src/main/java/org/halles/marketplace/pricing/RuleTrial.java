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
  private static final int MOST_UNITS = 10_000;
  private static final long MOST_MINOR = 1_000_000_000_000L;

  /**
   * The rule as far as it is written, and a sale to try it on: sold in France by a trader.
   *
   * @param kind of an installed plugin
   * @param configuration of that kind
   * @param price what one unit costs, tax included, before anything is taken off
   * @param soldBefore what the vendor sold in every period before this sale; nothing if null
   * @param quantity how many units; one if null
   * @param shipping what the buyer pays for shipping; nothing if null
   * @param discount what is taken off the line; nothing if null
   * @param attributes of what is sold, such as {@code brand}, by code; none if null
   */
  public record Request(
      String kind,
      JsonNode configuration,
      Money price,
      Money soldBefore,
      Integer quantity,
      Money shipping,
      Money discount,
      Map<String, String> attributes) {

    public Request {
      quantity = quantity == null ? 1 : quantity;
      attributes = attributes == null ? Map.of() : Map.copyOf(attributes);
    }

    private Money orNone(Money amount) {
      return amount == null ? Money.zero(price.currency()) : amount;
    }

    /** What the buyer pays for the line. */
    private Money line() {
      return price.times(quantity).minus(orNone(discount));
    }
  }

  /**
   * What it would take.
   *
   * @param applies false if the rule says nothing about such a sale, for instance in this currency
   * @param commission what it takes
   * @param left what is left of what the buyer pays for the line
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
    } else if (request.price().minor() > MOST_MINOR) {
      checklist.reject("price", "is too much to try a rule on", request.price());
    }
    checkSale(request, checklist);
    checklist.done();
    RuleBook book = books.draft(request.kind(), request.configuration());
    List<Share> shares = plugins.converse(talk -> shares(talk, book, request));
    Money line = request.line();
    return shares.isEmpty()
        ? new Outcome(false, Money.zero(line.currency()), line, null)
        : new Outcome(
            true,
            shares.get(0).amount(),
            line.minus(shares.get(0).amount()),
            shares.get(0).trace());
  }

  private static void checkSale(Request request, Checklist checklist) {
    if (request.quantity() < 1 || request.quantity() > MOST_UNITS) {
      checklist.reject("quantity", "must be between 1 and " + MOST_UNITS, request.quantity());
    } else if (request.price() != null && request.price().minor() <= MOST_MINOR) {
      Money whole = request.price().times(request.quantity());
      checkAmount("shipping", request.shipping(), null, request.price(), checklist);
      checkAmount("discount", request.discount(), whole, request.price(), checklist);
    }
  }

  private static void checkAmount(
      String field, Money amount, Money most, Money price, Checklist checklist) {
    if (amount == null) {
      return;
    }
    if (!amount.currency().equals(price.currency())) {
      checklist.reject(field, "must be in the currency of the price", amount);
    } else if (amount.isNegative()) {
      checklist.reject(field, "must be an amount of zero or more", amount);
    } else if (most != null && amount.compareTo(most) > 0) {
      checklist.reject(field, "must not be more than the price of all units", amount);
    }
  }

  private List<Share> shares(Conversation talk, RuleBook book, Request request) {
    Sale sale = new Sale(new UUID(0, 0), sale(talk, request, clock.instant()));
    return new Commissions(talk, book).of(List.of(sale)).get(0);
  }

  private static SaleFacts sale(Conversation talk, Request request, Instant at) {
    Money line = request.line();
    Money tax =
        new Taxes(talk)
            .on(
                new TaxRules.Supply(
                    COUNTRY, true, COUNTRY, "", "standard", BusinessCalendar.dayOf(at)))
            .filter(TaxRules.TaxRate::includedInPrice)
            .map(rate -> Taxes.amount(line, rate))
            .orElse(Money.zero(line.currency()));
    return new SaleFacts(
        new VendorFacts("trial", "trial", COUNTRY, true, sales(request.soldBefore())),
        "trial",
        "goods",
        List.of("trial"),
        request.attributes(),
        request.quantity(),
        request.price(),
        line,
        tax,
        request.orNone(request.shipping()),
        COUNTRY,
        at,
        LocalDateTime.ofInstant(at, BusinessCalendar.zone()),
        request.orNone(request.discount()));
  }

  private static Map<SalesPeriod, Money> sales(Money sold) {
    return sold == null
        ? Map.of()
        : Arrays.stream(SalesPeriod.values())
            .collect(Collectors.toMap(Function.identity(), period -> sold));
  }
}
