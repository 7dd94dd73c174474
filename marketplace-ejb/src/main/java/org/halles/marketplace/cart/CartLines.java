package org.halles.marketplace.cart;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Supplier;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.pricing.CartFacts;
import org.halles.marketplace.pricing.CartReading;
import org.halles.marketplace.pricing.Wish;
import org.halles.marketplace.shared.BusinessCalendar;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Database.Change;
import org.halles.marketplace.shared.Ids;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Packs;
import org.halles.marketplace.shared.Row;
import org.halles.marketplace.shared.Violation;
import org.halles.spi.CurrencyCode;

/**
 * Puts lines into carts, changes and removes them, one statement each: whatever must hold for a
 * change is part of it, so that two tabs take turns at the cart's row and no transaction has to be
 * kept open between questions and answers. Only a change that did nothing is asked why.
 */
@ApplicationScoped
class CartLines {

  /** Of two tabs that fill up a cart at once, one may put in a line too many; that hurts nobody. */
  private static final String ADD =
      """
      with open as (
        update cart c set version = c.version + 1, updated_at = ?,
                          account_id = coalesce(c.account_id, ?)
          from offer o join listing g on g.id = o.listing_id join vendor v on v.id = o.vendor_id
         where c.id = ? and c.status = 'OPEN' and o.id = ? and c.currency = o.currency
           and g.kind <> 'REQUEST' and for_sale(o, g, buyer_of(c.account_id, ?::uuid))
           and sells(v) and not closed_on(?::date, v.closed_from, v.closed_to)
           and (select count(*) from cart_line l
                 where l.cart_id = c.id and l.offer_id <> o.id) < ?
        returning c.id, o.id as offer_id, is_company(buyer_of(c.account_id, ?::uuid)) as company
      )
      insert into cart_line (id, cart_id, offer_id, quantity, seen_price_minor, added_at,
                             affiliate_id)
      select ?, open.id, open.offer_id, given.units,
             unit_price(price_of(o, open.company), breaks_of(o, open.company), given.units), ?,
             (select a.id from affiliate a where a.code = ? and a.status = 'APPROVED')
        from open join offer o on o.id = open.offer_id
        cross join (select ?::int as units) given
        left join cart_line old on old.cart_id = open.id and old.offer_id = open.offer_id
       where in_packs(o, open.company, coalesce(old.quantity, 0) + given.units)
      on conflict (cart_id, offer_id) do update set
        quantity = cart_line.quantity + excluded.quantity,
        affiliate_id = coalesce(excluded.affiliate_id, cart_line.affiliate_id),
        seen_price_minor = (
          select unit_price(price_of(o, open.company), breaks_of(o, open.company),
                            cart_line.quantity + excluded.quantity)
            from open join offer o on o.id = open.offer_id)
        where cart_line.quantity + excluded.quantity <= ?
      """;

  /** What {@link #ADD} asks for, one by one. */
  private static final String TERMS =
      """
      select o.currency, v.name as vendor,
        closed_on(?::date, v.closed_from, v.closed_to) as closed, v.closed_to + 1 as reopens,
        c.currency as cart_currency, l.quantity as already,
        g.companies_only and not b.company as companies_only,
        least_of(o, b.company) as least, pack_of(o, b.company) as pack, o.order_most,
        (select count(*) from cart_line where cart_id = c.id) as lines
      from cart c
        cross join lateral (
          select who.buyer, is_company(who.buyer) as company
            from (select buyer_of(c.account_id, ?::uuid) as buyer) who offset 0) b
        cross join offer o join listing g on g.id = o.listing_id join vendor v on v.id = o.vendor_id
        left join cart_line l on l.cart_id = c.id and l.offer_id = o.id
      where c.id = ? and o.id = ? and g.kind <> 'REQUEST' and sells(v)
        and (for_sale(o, g, b.buyer) or o.active and g.status = 'LIVE' and g.companies_only)
      """;

  private record Terms(
      CurrencyCode currency,
      CurrencyCode cart,
      Integer already,
      int lines,
      String vendor,
      boolean closed,
      LocalDate reopens,
      boolean companiesOnly,
      Packs packs) {}

  private final CartReading reading;
  private final OpenCarts carts;
  private final Database database;
  private final CurrentCaller caller;
  private final Clock clock;

  @Inject
  CartLines(
      CartReading reading, OpenCarts carts, Database database, CurrentCaller caller, Clock clock) {
    this.reading = reading;
    this.carts = carts;
    this.database = database;
    this.caller = caller;
    this.clock = clock;
  }

  protected CartLines() {
    this(null, null, null, null, null);
  }

  CartFacts add(UUID cartId, UUID offerId, int quantity, String via) {
    Instant now = clock.instant();
    UUID buyer = caller.get().accountId();
    Change addition =
        new Change(
            ADD,
            now,
            buyer,
            cartId,
            offerId,
            buyer,
            BusinessCalendar.dayOf(now),
            Carts.MOST_LINES,
            buyer,
            Ids.next(),
            now,
            via,
            quantity,
            Carts.MOST_UNITS);
    return reading
        .after(addition, cartId)
        .orElseGet(
            () -> {
              carts.require(cartId);
              check(terms(cartId, offerId), quantity);
              return add(cartId, offerId, quantity, via); // what stood in its way is gone meanwhile
            });
  }

  private Terms terms(UUID cartId, UUID offerId) {
    return database
        .find(
            TERMS,
            row ->
                new Terms(
                    CurrencyCode.of(row.text("currency")),
                    CurrencyCode.of(row.text("cart_currency")),
                    row.integerOrNull("already"),
                    row.integer("lines"),
                    row.text("vendor"),
                    row.flag("closed"),
                    row.day("reopens"),
                    row.flag("companies_only"),
                    packs(row)),
            BusinessCalendar.dayOf(clock.instant()),
            caller.get().accountId(),
            cartId,
            offerId)
        .orElseThrow(() -> new NotFound("offer", offerId));
  }

  private static Packs packs(Row row) throws SQLException {
    return Packs.of(
        row.integerOrNull("least"), row.integerOrNull("pack"), row.integerOrNull("order_most"));
  }

  private static void check(Terms terms, int quantity) {
    if (terms.closed()) {
      throw CannotAdd.closed(terms.vendor(), terms.reopens());
    }
    if (terms.companiesOnly()) {
      throw CannotAdd.companiesOnly(terms.vendor());
    }
    if (!terms.currency().equals(terms.cart())) {
      throw CannotAdd.otherCurrency(terms.currency(), terms.cart());
    }
    if (terms.already() == null && terms.lines() >= Carts.MOST_LINES) {
      throw CannotAdd.full();
    }
    int sum = quantity + (terms.already() == null ? 0 : terms.already());
    if (sum > Carts.MOST_UNITS) {
      throw new InvalidInput(
          new Violation(
              "quantity",
              "makes " + sum + " units with those in the cart: at most " + Carts.MOST_UNITS,
              String.valueOf(quantity)));
    }
    if (!terms.packs().allow(sum)) {
      throw CannotAdd.inPacks(terms.vendor(), terms.packs(), sum);
    }
  }

  CartFacts setQuantity(UUID cartId, UUID lineId, int quantity) {
    return changeLine(
        carts.change(
            cartId,
            """
            update cart_line l set quantity = given.units,
              seen_price_minor =
                unit_price(price_of(o, open.company), breaks_of(o, open.company), given.units)
              from open cross join (select ?::int as units) given, offer o
             where l.id = ? and l.cart_id = open.id and o.id = l.offer_id
               and in_packs(o, open.company, given.units)
            """,
            quantity,
            lineId),
        cartId,
        () -> {
          carts.require(cartId);
          requirePacks(cartId, lineId, quantity);
          return new NotFound("line of this cart", lineId);
        });
  }

  CartFacts wish(UUID cartId, UUID lineId, Wish wish) {
    return changeLine(
        carts.change(
            cartId,
            """
            update cart_line l set wished_on = ?, note = ?
              from open, offer o join listing g on g.id = o.listing_id
             where l.id = ? and l.cart_id = open.id and o.id = l.offer_id and g.kind = 'SERVICE'
            """,
            wish.on(),
            wish.note(),
            lineId),
        cartId,
        lineId);
  }

  CartFacts remove(UUID cartId, UUID lineId) {
    return changeLine(
        carts.change(
            cartId,
            "delete from cart_line l using open where l.id = ? and l.cart_id = open.id",
            lineId),
        cartId,
        lineId);
  }

  /** The lines nobody is known to have sent the buyer to are this affiliate's. */
  void refer(UUID cartId, String code) {
    database.update(
        """
        with open as (
          update cart c set version = c.version + 1, updated_at = ?
            from affiliate a
           where c.id = ? and c.status = 'OPEN' and a.code = ? and a.status = 'APPROVED'
             and exists (select 1 from cart_line l
                          where l.cart_id = c.id and l.affiliate_id is null)
          returning c.id, a.id as affiliate_id
        )
        update cart_line l set affiliate_id = open.affiliate_id
          from open where l.cart_id = open.id and l.affiliate_id is null
        """,
        clock.instant(),
        cartId,
        code);
  }

  int units(UUID cartId) {
    return database
        .find(
            """
            select coalesce(sum(l.quantity), 0) as units
            from cart c join cart_line l on l.cart_id = c.id
            where c.id = ? and c.status = 'OPEN'
            """,
            row -> row.integer("units"),
            cartId)
        .orElse(0);
  }

  private CartFacts changeLine(Change change, UUID cartId, UUID lineId) {
    return changeLine(
        change,
        cartId,
        () -> {
          carts.require(cartId);
          return new NotFound("line of this cart", lineId);
        });
  }

  private CartFacts changeLine(Change change, UUID cartId, Supplier<NotFound> otherwise) {
    return reading.after(change, cartId).orElseThrow(otherwise);
  }

  private void requirePacks(UUID cartId, UUID lineId, int quantity) {
    database
        .find(
            """
            select v.name, least_of(o, b.company) as least, pack_of(o, b.company) as pack,
                   o.order_most
              from cart_line l join cart c on c.id = l.cart_id join offer o on o.id = l.offer_id
              join vendor v on v.id = o.vendor_id
              cross join lateral (
                select is_company(buyer_of(c.account_id, ?::uuid)) as company offset 0) b
             where l.id = ? and c.id = ? and not in_packs(o, b.company, ?)
            """,
            row -> CannotAdd.inPacks(row.text("name"), packs(row), quantity),
            caller.get().accountId(),
            lineId,
            cartId,
            quantity)
        .ifPresent(
            refusal -> {
              throw refusal;
            });
  }
}
