package org.halles.marketplace.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Database;

/** How many are on hand. An offer without a count can always be had. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class Stock {

  private Database database;

  protected Stock() {}

  @Inject
  public Stock(Database database) {
    this.database = database;
  }

  /**
   * Takes these quantities, all or none: locks the rows in the order of their ids, so that two
   * buyers never wait for each other in a circle, then changes them by one statement.
   *
   * @return what is on hand of the offers that have too few; empty if everything was taken
   */
  @Allowed(Role.ANYONE)
  public Map<UUID, Integer> take(Map<UUID, Integer> quantities) {
    Map<UUID, Integer> tooFew = new HashMap<>();
    locked(quantities)
        .forEach(
            (offer, onHand) -> {
              if (onHand < quantities.get(offer)) {
                tooFew.put(offer, onHand);
              }
            });
    if (tooFew.isEmpty()) {
      add(quantities, -1);
    }
    return tooFew;
  }

  /** Puts these quantities back. */
  @Allowed(Role.ANYONE)
  public void giveBack(Map<UUID, Integer> quantities) {
    locked(quantities);
    add(quantities, 1);
  }

  /** From now on there are so many; null stops counting. */
  void set(Map<UUID, Integer> quantities) {
    Map<UUID, Integer> counted = new TreeMap<>(quantities);
    counted.values().removeIf(java.util.Objects::isNull);
    if (!counted.isEmpty()) {
      database.update(
          """
          insert into stock (offer_id, quantity) select * from unnest(?::uuid[], ?::int[])
          on conflict (offer_id) do update set quantity = excluded.quantity
            where stock.quantity <> excluded.quantity
          """,
          ids(counted),
          counted.values().toArray(Integer[]::new));
    }
    if (counted.size() < quantities.size()) {
      Map<UUID, Integer> uncounted = new HashMap<>(quantities);
      uncounted.keySet().removeAll(counted.keySet());
      database.update("delete from stock where offer_id = any(?)", (Object) ids(uncounted));
    }
  }

  private Map<UUID, Integer> locked(Map<UUID, Integer> quantities) {
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

  private void add(Map<UUID, Integer> quantities, int sign) {
    Map<UUID, Integer> sorted = new TreeMap<>(quantities);
    database.update(
        """
        update stock s set quantity = s.quantity + given.change
        from unnest((select ?)::uuid[], (select ?)::int[]) as given (offer_id, change)
        where s.offer_id = given.offer_id
        """,
        ids(sorted),
        sorted.values().stream().map(quantity -> sign * quantity).toArray(Integer[]::new));
  }

  private static UUID[] ids(Map<UUID, Integer> quantities) {
    return quantities.keySet().toArray(UUID[]::new);
  }
}
