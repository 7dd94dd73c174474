package org.halles.marketplace.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.order.QuoteChanged.Change;
import org.halles.marketplace.pricing.LineQuote;
import org.halles.marketplace.pricing.Quote;
import org.halles.marketplace.shared.BusinessCalendar;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.PriceLadder;
import org.halles.spi.Money;

/** Whether what a quote rests on still stands: its cart, rules, offers; and its total. */
@ApplicationScoped
class Standing {

  /**
   * Also claims the cart: of two tabs, the second waits here and then finds it ordered. A buyer's
   * company cannot be taken away before the order names it.
   */
  private static final String CLAIM =
      """
      with claimed as (
        update cart set status = 'ORDERED', version = version + 1, updated_at = ?
         where id = ? and version = ? and status = 'OPEN'
        returning 1
      ), held as (
        select 1 from company where account_id = ?::uuid for key share
      )
      select (select count(*) from claimed) as claimed, exists (select from held) as company,
             (select version from basis where name = 'commission-rules') as commission,
             (select version from basis where name = 'tax-rules') as tax
      """;

  private static final String LIVE_ORDER =
      """
      select number from order_group
       where cart_id = ? and status not in ('PAYMENT_FAILED', 'EXPIRED', 'CANCELLED')
      """;

  private static final String OFFERS =
      """
      select o.id, o.version, price_of(o, k.company) as price_minor,
             breaks_of(o, k.company)::text as price_breaks, o.currency, stock.quantity,
             for_sale(o, l, k.buyer) and sells(v)
               and not closed_on(?::date, v.closed_from, v.closed_to) as on_sale,
             (select c.seen_price_minor from cart_line c
               where c.cart_id = (select ?::uuid) and c.offer_id = o.id) as seen_minor
        from offer o
        join listing l on l.id = o.listing_id
        join vendor v on v.id = o.vendor_id
        left join stock on stock.offer_id = o.id
        cross join (select ?::uuid as buyer, ?::boolean as company offset 0) k
       where o.id = any((select ?)::uuid[])
      """;

  private record Basis(boolean claimed, boolean company, long commission, long tax) {}

  private record Terms(
      UUID offer, int version, PriceLadder ladder, Integer stock, boolean onSale, Long seen) {}

  private Database database;

  protected Standing() {}

  @Inject
  Standing(Database database) {
    this.database = database;
  }

  /**
   * Claims the cart for an order.
   *
   * @param expectedTotal what the buyer saw, or null: then each price must be what it was when the
   *     buyer last touched its line
   * @throws CartAlreadyOrdered if it has a live order
   * @throws QuoteChanged naming everything that changed
   */
  public void require(Quote quote, Money expectedTotal, Instant now) {
    Basis basis = claim(quote, now);
    List<Change> changes = new ArrayList<>();
    if (!basis.claimed()) {
      refuseIfOrdered(quote.cartId());
      changes.add(new Change(null, "cart", quote.cartVersion(), null));
    }
    if (basis.commission() != quote.commissionVersion() || basis.tax() != quote.taxVersion()) {
      changes.add(new Change(null, "rules", null, null));
    }
    if (basis.company() != quote.company()) {
      changes.add(new Change(null, "company", quote.company(), basis.company()));
    }
    Money total = quote.totals().total();
    if (expectedTotal != null && !expectedTotal.equals(total)) {
      changes.add(new Change(null, "total", expectedTotal, total));
    }
    boolean confirmed = total.equals(expectedTotal);
    changes.addAll(changesOfOffers(quote, BusinessCalendar.dayOf(now), confirmed));
    if (!changes.isEmpty()) {
      throw new QuoteChanged(changes);
    }
  }

  private Basis claim(Quote quote, Instant now) {
    return database
        .find(
            CLAIM,
            row ->
                new Basis(
                    row.whole("claimed") == 1,
                    row.flag("company"),
                    row.whole("commission"),
                    row.whole("tax")),
            now,
            quote.cartId(),
            quote.cartVersion(),
            quote.buyer())
        .orElseThrow();
  }

  private void refuseIfOrdered(UUID cart) {
    database
        .find(LIVE_ORDER, row -> row.text("number"), cart)
        .ifPresent(
            number -> {
              throw new CartAlreadyOrdered(number);
            });
  }

  /**
   * @param confirmed true if the buyer said the very total: then it does not matter what a price
   *     was when the buyer last touched its line
   */
  private List<Change> changesOfOffers(Quote quote, LocalDate today, boolean confirmed) {
    Map<UUID, Terms> terms = new HashMap<>();
    database
        .list(
            OFFERS,
            row ->
                new Terms(
                    row.uuid("id"),
                    row.integer("version"),
                    PriceLadder.of(row.money("price_minor"), row.text("price_breaks")),
                    row.integerOrNull("quantity"),
                    row.flag("on_sale"),
                    row.wholeOrNull("seen_minor")),
            today,
            confirmed ? null : quote.cartId(),
            quote.buyer(),
            quote.company(),
            quote.lines().map(LineQuote::offerId).toArray(UUID[]::new))
        .forEach(offer -> terms.put(offer.offer(), offer));
    List<Change> changes = new ArrayList<>();
    quote.lines().forEach(line -> compare(line, terms.get(line.offerId()), changes));
    return changes;
  }

  private static void compare(LineQuote line, Terms now, List<Change> changes) {
    String cartLine = String.valueOf(line.cartLineId());
    if (now == null || !now.onSale()) {
      changes.add(new Change(cartLine, "available", true, false));
    } else if (!now.ladder().at(line.quantity()).equals(line.unitPrice())) {
      changes.add(
          new Change(cartLine, "price", line.unitPrice(), now.ladder().at(line.quantity())));
    } else if (now.seen() != null && now.seen() != line.unitPrice().minor()) {
      Money seen = new Money(now.seen(), line.unitPrice().currency());
      changes.add(new Change(cartLine, "price", seen, line.unitPrice()));
    } else if (now.version() != line.offerVersion()) {
      changes.add(new Change(cartLine, "terms", line.offerVersion(), now.version()));
    } else if (now.stock() != null && now.stock() < line.quantity()) {
      changes.add(new Change(cartLine, "stock", line.quantity(), now.stock()));
    }
  }
}
