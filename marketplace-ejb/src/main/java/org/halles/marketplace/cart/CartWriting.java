package org.halles.marketplace.cart;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.pricing.CartFacts;
import org.halles.marketplace.pricing.CartReading;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Database.Change;
import org.halles.spi.CurrencyCode;

/** Changes what a cart says beside its lines, one statement each, as {@link CartLines} does. */
@ApplicationScoped
class CartWriting {

  private final CartReading reading;
  private final OpenCarts carts;
  private final Database database;
  private final CurrentCaller caller;
  private final Clock clock;

  @Inject
  CartWriting(
      CartReading reading, OpenCarts carts, Database database, CurrentCaller caller, Clock clock) {
    this.reading = reading;
    this.carts = carts;
    this.database = database;
    this.caller = caller;
    this.clock = clock;
  }

  protected CartWriting() {
    this(null, null, null, null, null);
  }

  CartFacts create(UUID id, CurrencyCode currency, String language) {
    Instant now = clock.instant();
    Change creation =
        new Change(
            """
            insert into cart (id, currency, account_id, language, created_at, updated_at)
            values (?, ?, ?, ?, ?, ?)
            """,
            id,
            currency.value(),
            caller.get().accountId(),
            "en".equals(language) ? "en" : "fr",
            now,
            now);
    return reading.after(creation, id).orElseThrow();
  }

  CartFacts deliver(UUID cartId, DeliveryInput delivery) {
    DeliveryInput.Address address = delivery.address();
    Change direction =
        new Change(
            """
            update cart set version = version + 1, updated_at = ?,
              account_id = coalesce(account_id, ?), email = ?, name = ?, line1 = ?, line2 = ?,
              postal_code = ?, city = ?, region = ?, country = ?
             where id = ? and status = 'OPEN'
            """,
            clock.instant(),
            caller.get().accountId(),
            delivery.email(),
            delivery.name(),
            address.line1(),
            address.line2(),
            address.postalCode(),
            address.city(),
            address.region(),
            address.country(),
            cartId);
    return reading.after(direction, cartId).orElseThrow(() -> carts.closed(cartId));
  }

  CartFacts enter(UUID cartId, String code) {
    Change entry =
        carts.change(
            cartId,
            """
            insert into cart_coupon (cart_id, code, added_at)
            select open.id, given.code, ?
              from open cross join (select ?::text as code) given
             where exists (select from promotion p where p.code = given.code)
               and (select count(*) from cart_coupon k
                     where k.cart_id = open.id and k.code <> given.code) < ?
            on conflict (cart_id, code) do update set added_at = excluded.added_at
            """,
            clock.instant(),
            code,
            Carts.MOST_COUPONS);
    return reading
        .after(entry, cartId)
        .orElseThrow(
            () -> {
              carts.require(cartId);
              return isCoupon(code) ? CouponRefused.tooMany(code) : CouponRefused.unknown(code);
            });
  }

  void contribute(UUID cartId, List<String> chosen) {
    int changed =
        database.update(
            """
            update cart set version = version + 1, updated_at = ?,
              account_id = coalesce(account_id, ?), contributions = ?
             where id = ? and status = 'OPEN'
            """,
            clock.instant(),
            caller.get().accountId(),
            chosen.toArray(String[]::new),
            cartId);
    if (changed == 0) {
      throw carts.closed(cartId);
    }
  }

  private boolean isCoupon(String code) {
    return database
        .find("select 1 from promotion where code = ? limit 1", row -> true, code)
        .isPresent();
  }

  void leave(UUID cartId, String code) {
    Change exit =
        carts.change(
            cartId,
            "delete from cart_coupon k using open where k.cart_id = open.id and k.code = ?",
            code);
    if (database.update(exit.sql(), exit.parameters()) == 0) {
      carts.require(cartId);
    }
  }

  void chooseShipping(UUID cartId, UUID vendorId, String optionId) {
    Change choice =
        carts.change(
            cartId,
            """
            insert into cart_shipping (cart_id, vendor_id, option_id)
            select open.id, ?, ? from open
            on conflict (cart_id, vendor_id) do update set option_id = excluded.option_id
            """,
            vendorId,
            optionId);
    if (database.update(choice.sql(), choice.parameters()) == 0) {
      throw carts.closed(cartId);
    }
  }

  /** Notes that credit may pay; says in which currency. */
  CurrencyCode payWithCredit(UUID cartId) {
    return database
        .find(
            """
            update cart set version = version + 1, updated_at = ?, pays_with_credit = true
             where id = ? and status = 'OPEN' returning currency
            """,
            row -> CurrencyCode.of(row.text("currency")),
            clock.instant(),
            cartId)
        .orElseThrow(() -> carts.closed(cartId));
  }

  /** A credit was taken out: after the last of them, none pays any more. */
  void paysWithCreditStill(UUID cartId) {
    database.update(
        """
        update cart set pays_with_credit = exists (select from cart_credit k
                                                    where k.cart_id = cart.id)
         where id = ?
        """,
        cartId);
  }

  CartFacts purchaseOrder(UUID cartId, String number) {
    Change naming =
        new Change(
            """
            update cart set version = version + 1, updated_at = ?, purchase_order = ?
             where id = ? and status = 'OPEN'
            """,
            clock.instant(),
            number,
            cartId);
    return reading.after(naming, cartId).orElseThrow(() -> carts.closed(cartId));
  }

  boolean isAnothers(UUID cartId) {
    return database
        .find(
            "select account_id <> ?::uuid as others from cart where id = ?",
            row -> row.flag("others"),
            caller.get().accountId(),
            cartId)
        .orElse(false);
  }
}
