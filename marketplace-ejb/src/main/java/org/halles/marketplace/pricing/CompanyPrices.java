package org.halles.marketplace.pricing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.plugin.Plugins;
import org.halles.marketplace.shared.BusinessCalendar;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Packs;
import org.halles.marketplace.shared.PriceLadder;
import org.halles.marketplace.shared.Row;
import org.halles.marketplace.tax.TaxUnavailable;
import org.halles.marketplace.tax.Taxes;
import org.halles.spi.Money;
import org.halles.spi.TaxRules;

/** What the company that the caller buys for pays for a listing's offers, with and without VAT. */
@ApplicationScoped
public class CompanyPrices {

  private static final String OFFERS =
      """
      select o.id, o.sku, o.options::text as options, price_of(o, true) as price_minor, o.currency,
             breaks_of(o, true)::text as price_breaks, least_of(o, true) as least, pack_of(o, true) as pack, o.order_most, v.country as seller, v.kind as seller_kind,
             c.country as buyer, c.postal_code, k.tax_class
        from listing l join offer o on o.listing_id = l.id and o.active
        join vendor v on v.id = l.vendor_id join category k on k.id = l.category_id
        join company c on c.account_id = ?
       where l.id = ? and l.status = 'LIVE' and sells(v)
         and (has_company_terms(o) or l.companies_only)
       order by o.position, o.id limit 300
      """;

  /**
   * What one offer costs a company.
   *
   * @param steps the price of one first, then what each costs from so many pieces on
   * @param packs how many may be bought at once
   * @param taxLabel such as {@code TVA 20 %}, or null where none is known
   */
  public record Price(
      UUID offerId,
      String sku,
      Map<String, String> options,
      List<Step> steps,
      Packs packs,
      String taxLabel) {

    public Price {
      steps = List.copyOf(steps);
    }
  }

  /**
   * From so many pieces on, each of them.
   *
   * @param net before tax, or null where no tax is known
   * @param gross what is paid
   */
  public record Step(int from, Money net, Money gross) {}

  private record Found(
      UUID offerId,
      String sku,
      Map<String, String> options,
      PriceLadder ladder,
      Packs packs,
      TaxRules.Supply supply) {}

  private Database database;
  private Plugins plugins;
  private CurrentCaller caller;
  private Clock clock;

  protected CompanyPrices() {}

  @Inject
  CompanyPrices(Database database, Plugins plugins, CurrentCaller caller, Clock clock) {
    this.database = database;
    this.plugins = plugins;
    this.caller = caller;
    this.clock = clock;
  }

  /** None for private persons, and where companies pay the same as everybody. */
  @Allowed(Role.SIGNED_IN)
  @Transactional(Transactional.TxType.SUPPORTS)
  public List<Price> of(UUID listingId) {
    List<Found> found = database.list(OFFERS, this::read, caller.get().accountId(), listingId);
    return found.isEmpty()
        ? List.of()
        : plugins.converse(
            talk -> {
              Taxes taxes = new Taxes(talk);
              return found.stream().map(one -> price(one, taxes)).toList();
            });
  }

  private static Price price(Found found, Taxes taxes) {
    TaxRules.TaxRate rate = rate(found, taxes);
    PriceLadder ladder = found.ladder();
    List<Step> steps = new ArrayList<>();
    steps.add(step(1, ladder.base(), rate));
    ladder.breaks().forEach(one -> steps.add(step(one.from(), one.price(), rate)));
    return new Price(
        found.offerId(),
        found.sku(),
        found.options(),
        steps,
        found.packs(),
        rate == null ? null : rate.label());
  }

  /**
   * Null where it bears no tax, and while the tax cannot be told: the price is known all the same.
   */
  private static TaxRules.TaxRate rate(Found found, Taxes taxes) {
    try {
      return taxes.on(found.supply()).orElse(null);
    } catch (TaxUnavailable later) {
      return null;
    }
  }

  private static Step step(int from, Money price, TaxRules.TaxRate rate) {
    if (rate == null) {
      return new Step(from, null, price);
    }
    Money tax = Taxes.amount(price, rate);
    return rate.includedInPrice()
        ? new Step(from, price.minus(tax), price)
        : new Step(from, price, price.plus(tax));
  }

  private Found read(Row row) throws SQLException {
    return new Found(
        row.uuid("id"),
        row.text("sku"),
        row.words("options"),
        PriceLadder.of(row.money("price_minor"), row.text("price_breaks")),
        Packs.of(
            row.integerOrNull("least"), row.integerOrNull("pack"), row.integerOrNull("order_most")),
        new TaxRules.Supply(
            row.text("seller"),
            row.text("seller_kind").equals("PROFESSIONAL"),
            row.text("buyer"),
            row.text("postal_code"),
            row.text("tax_class"),
            BusinessCalendar.dayOf(clock.instant())));
  }
}
