package org.halles.marketplace.cart;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.pricing.CartFacts;
import org.halles.marketplace.pricing.CartReading;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Ids;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Violation;
import org.halles.spi.CurrencyCode;

/** Changes carts, one short transaction each, and reads the result in it. */
@ApplicationScoped
class CartWriting {

  /** Locks the cart first, so that two tabs take turns, and counts the change. */
  private static final String TOUCH =
      """
      update cart set version = version + 1, updated_at = ?, account_id = coalesce(account_id, ?)
      where id = ? returning status, currency
      """;

  private static final String TERMS =
      """
      select o.currency,
        (select quantity from cart_line where cart_id = ? and offer_id = o.id) as already,
        (select count(*) from cart_line where cart_id = ?) as lines
      from offer o join listing g on g.id = o.listing_id join vendor v on v.id = o.vendor_id
      where o.id = ? and o.active and g.kind <> 'REQUEST' and g.status = 'LIVE'
        and v.status = 'APPROVED'
      """;

  private static final String ADD =
      """
      insert into cart_line (id, cart_id, offer_id, quantity, seen_price_minor, added_at)
      select ?, ?, id, ?, price_minor, ? from offer where id = ?
      on conflict (cart_id, offer_id) do update set
        quantity = cart_line.quantity + excluded.quantity,
        seen_price_minor = excluded.seen_price_minor
      """;

  private static final String DELIVER =
      """
      update cart set email = ?, name = ?, line1 = ?, line2 = ?, postal_code = ?, city = ?,
        region = ?, country = ? where id = ?
      """;

  private record Terms(CurrencyCode currency, Integer already, int lines) {}

  private final Database database;
  private final CartReading reading;
  private final CurrentCaller caller;
  private final Clock clock;

  @Inject
  CartWriting(Database database, CartReading reading, CurrentCaller caller, Clock clock) {
    this.database = database;
    this.reading = reading;
    this.caller = caller;
    this.clock = clock;
  }

  protected CartWriting() {
    this(null, null, null, null);
  }

  @Transactional
  CartFacts create(UUID id, CurrencyCode currency, String language) {
    database.update(
        """
        insert into cart (id, currency, account_id, language, created_at, updated_at)
        values (?, ?, ?, ?, ?, ?)
        """,
        id,
        currency.value(),
        caller.get().accountId(),
        "en".equals(language) ? "en" : "fr",
        clock.instant(),
        clock.instant());
    return reading.forPrice(id);
  }

  @Transactional
  CartFacts add(UUID cartId, UUID offerId, int quantity) {
    CurrencyCode currency = touch(cartId);
    Terms terms =
        database
            .find(
                TERMS,
                row ->
                    new Terms(
                        CurrencyCode.of(row.text("currency")),
                        row.integerOrNull("already"),
                        row.integer("lines")),
                cartId,
                cartId,
                offerId)
            .orElseThrow(() -> new NotFound("offer", offerId));
    check(terms, currency, quantity);
    database.update(ADD, Ids.next(), cartId, quantity, clock.instant(), offerId);
    return reading.forPrice(cartId);
  }

  private static void check(Terms terms, CurrencyCode currency, int quantity) {
    if (!terms.currency().equals(currency)) {
      throw CannotAdd.otherCurrency(terms.currency(), currency);
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
  }

  @Transactional
  CartFacts setQuantity(UUID cartId, UUID lineId, int quantity) {
    touch(cartId);
    int changed =
        database.update(
            """
            update cart_line set quantity = ?,
              seen_price_minor = (select price_minor from offer where id = offer_id)
            where id = ? and cart_id = ?
            """,
            quantity,
            lineId,
            cartId);
    requireLine(changed, lineId);
    return reading.forPrice(cartId);
  }

  @Transactional
  CartFacts remove(UUID cartId, UUID lineId) {
    touch(cartId);
    int changed =
        database.update("delete from cart_line where id = ? and cart_id = ?", lineId, cartId);
    requireLine(changed, lineId);
    return reading.forPrice(cartId);
  }

  @Transactional
  CartFacts deliver(UUID cartId, DeliveryInput delivery) {
    touch(cartId);
    DeliveryInput.Address address = delivery.address();
    database.update(
        DELIVER,
        delivery.email(),
        delivery.name(),
        address.line1(),
        address.line2(),
        address.postalCode(),
        address.city(),
        address.region(),
        address.country(),
        cartId);
    return reading.forPrice(cartId);
  }

  @Transactional
  void chooseShipping(UUID cartId, UUID vendorId, String optionId) {
    touch(cartId);
    database.update(
        """
        insert into cart_shipping (cart_id, vendor_id, option_id) values (?, ?, ?)
        on conflict (cart_id, vendor_id) do update set option_id = excluded.option_id
        """,
        cartId,
        vendorId,
        optionId);
  }

  @Transactional(Transactional.TxType.SUPPORTS)
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

  private CurrencyCode touch(UUID cartId) {
    return database
        .find(
            TOUCH,
            row -> {
              if (!row.text("status").equals("OPEN")) {
                throw new CartClosed(cartId);
              }
              return CurrencyCode.of(row.text("currency"));
            },
            clock.instant(),
            caller.get().accountId(),
            cartId)
        .orElseThrow(() -> new NotFound("cart", cartId));
  }

  private static void requireLine(int changed, UUID lineId) {
    if (changed == 0) {
      throw new NotFound("line of this cart", lineId);
    }
  }
}
