package org.halles.marketplace.cart;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import java.util.stream.Stream;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Database.Change;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Refusal;

/** The cart that a change is made to: taken as part of the change, and asked about if none came. */
@ApplicationScoped
class OpenCarts {

  /** Takes the open cart, waiting for another tab, and counts the change. */
  private static final String OPEN =
      """
      with open as (
        update cart set version = version + 1, updated_at = ?, account_id = coalesce(account_id, ?)
         where id = ? and status = 'OPEN'
        returning id, is_company(buyer_of(account_id, ?::uuid)) as company
      )
      """;

  private final Database database;
  private final CurrentCaller caller;
  private final Clock clock;

  @Inject
  OpenCarts(Database database, CurrentCaller caller, Clock clock) {
    this.database = database;
    this.caller = caller;
    this.clock = clock;
  }

  protected OpenCarts() {
    this(null, null, null);
  }

  /** A change of something that belongs to the cart, which is called {@code open}. */
  Change change(UUID cartId, String change, Object... values) {
    UUID buyer = caller.get().accountId();
    Stream<Object> cart = Stream.of(clock.instant(), buyer, cartId, buyer);
    return new Change(OPEN + change, Stream.concat(cart, Stream.of(values)).toArray());
  }

  void require(UUID cartId) {
    if (!status(cartId).equals("OPEN")) {
      throw new CartClosed(cartId);
    }
  }

  /** Why an open cart was not found. */
  Refusal closed(UUID cartId) {
    require(cartId);
    return new CartClosed(cartId); // it was, and is open again: whoever asks once more gets through
  }

  private String status(UUID cartId) {
    return database
        .find("select status from cart where id = ?", row -> row.text("status"), cartId)
        .orElseThrow(() -> new NotFound("cart", cartId));
  }
}
