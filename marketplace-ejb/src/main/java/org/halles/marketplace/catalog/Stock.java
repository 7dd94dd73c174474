package org.halles.marketplace.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Database;

/**
 * How many are on hand. An offer without a count can always be had. Where a vendor has several
 * places, the count is the sum of those that are on; whoever changes what lies at a place holds the
 * lock of the count.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class Stock {

  private Database database;
  private StockSpreading spreading;

  protected Stock() {}

  @Inject
  public Stock(Database database) {
    this.database = database;
    this.spreading = new StockSpreading(database);
  }

  /** The same for what no order takes. */
  @Allowed(Role.ANYONE)
  public Map<UUID, Integer> take(Map<UUID, Integer> quantities) {
    return take(quantities, null);
  }

  /**
   * Takes these quantities, all or none: locks the rows in the order of their ids, so that two
   * buyers never wait for each other in a circle, then changes them by one statement, which also
   * finds out from which of the vendor's places they are taken.
   *
   * @param order the purchase they are taken for, or null
   * @return what is on hand of the offers that have too few; empty if everything was taken
   */
  @Allowed(Role.ANYONE)
  public Map<UUID, Integer> take(Map<UUID, Integer> quantities, UUID order) {
    Map<UUID, Integer> tooFew = new HashMap<>();
    locked(quantities)
        .forEach(
            (offer, onHand) -> {
              if (onHand < quantities.get(offer)) {
                tooFew.put(offer, onHand);
              }
            });
    if (tooFew.isEmpty()) {
      change(StockSpreading.TAKE, quantities, order);
    }
    return tooFew;
  }

  /**
   * Puts these quantities back to where they were taken from.
   *
   * @param order the purchase they were taken for, or null
   */
  @Allowed(Role.ANYONE)
  public void giveBack(Map<UUID, Integer> quantities, UUID order) {
    locked(quantities);
    change(StockSpreading.GIVE_BACK, quantities, order);
  }

  /**
   * From now on there are so many; null stops counting. Where they lie at several places, more lie
   * at the first one, fewer at the last.
   */
  void set(Map<UUID, Integer> quantities) {
    Map<UUID, Integer> counted = new TreeMap<>(quantities);
    counted.values().removeIf(Objects::isNull);
    if (!counted.isEmpty()) {
      UUID[] ids = ids(counted);
      keepPlaces(ids);
      boolean placed =
          database
              .list(
                  """
                  insert into stock (offer_id, quantity) select * from unnest(?::uuid[], ?::int[])
                  on conflict (offer_id) do update set quantity = excluded.quantity
                    where stock.quantity <> excluded.quantity
                  returning exists (select 1 from offer o join stock_place p
                                        on p.vendor_id = o.vendor_id
                                     where o.id = offer_id) as placed
                  """,
                  row -> row.flag("placed"),
                  ids,
                  counted.values().toArray(Integer[]::new))
              .contains(true);
      if (placed) {
        spreading.follow(ids);
      }
    }
    if (counted.size() < quantities.size()) {
      Map<UUID, Integer> uncounted = new HashMap<>(quantities);
      uncounted.keySet().removeAll(counted.keySet());
      database.update("delete from stock where offer_id = any(?)", (Object) ids(uncounted));
    }
  }

  /** So many lie at these places from now on, by offer and code; places left out keep theirs. */
  void place(Map<UUID, Map<String, Integer>> quantities) {
    keepPlaces(ids(quantities));
    locked(quantities);
    spreading.place(quantities);
  }

  /**
   * Nobody adds a place or turns one while counts change. A statement of its own, for the next one
   * must see what was changed while this one waited.
   */
  private void keepPlaces(UUID[] offers) {
    database.list(
        """
        select 1 from vendor where id in (select o.vendor_id from offer o where o.id = any(?))
         order by id for share
        """,
        row -> true,
        (Object) offers);
  }

  private Map<UUID, Integer> locked(Map<UUID, ?> quantities) {
    Map<UUID, Integer> onHand = new HashMap<>();
    database.list(
        """
        select offer_id, quantity from stock where offer_id = any((select ?)::uuid[])
        order by offer_id for no key update
        """,
        row -> onHand.put(row.uuid("offer_id"), row.integer("quantity")),
        (Object) ids(quantities));
    return onHand;
  }

  private void change(String how, Map<UUID, Integer> quantities, UUID order) {
    Map<UUID, Integer> sorted = new TreeMap<>(quantities);
    database.update(how, ids(sorted), sorted.values().toArray(Integer[]::new), order);
  }

  private static UUID[] ids(Map<UUID, ?> quantities) {
    return quantities.keySet().toArray(UUID[]::new);
  }
}
