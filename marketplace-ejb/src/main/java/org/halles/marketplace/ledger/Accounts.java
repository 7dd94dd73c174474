package org.halles.marketplace.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.halles.marketplace.shared.AfterCommit;
import org.halles.marketplace.shared.Database;

/**
 * The accounts of the book, made when first used. An account's number never changes, so each node
 * remembers it, but only once the transaction that saw it has committed: one that is rolled back
 * may have made it.
 */
@ApplicationScoped
class Accounts {

  /** One account a currency. */
  record Key(String address, String currency) {}

  private static final int MOST = 50_000;

  private static final String MAKE =
      """
      insert into ledger_account (address, currency, normal_side)
      select * from unnest(?::text[], ?::text[], ?::text[]) on conflict do nothing
      """;

  private static final String FIND =
      """
      select a.id, a.address, a.currency from ledger_account a
        join unnest(?::text[], ?::text[]) as wanted (address, currency)
          on a.address = wanted.address and a.currency = wanted.currency
      """;

  private final Map<Key, Long> known = new ConcurrentHashMap<>();
  private Database database;
  private AfterCommit afterCommit;

  protected Accounts() {}

  @Inject
  Accounts(Database database, AfterCommit afterCommit) {
    this.database = database;
    this.afterCommit = afterCommit;
  }

  /** The number of each account; no round trip if all were used before on this node. */
  public Map<Key, Long> numbersOf(Set<Key> keys) {
    Map<Key, Long> numbers = new HashMap<>();
    Set<Key> unknown = new HashSet<>();
    for (Key key : keys) {
      Long number = known.get(key);
      if (number == null) {
        unknown.add(key);
      } else {
        numbers.put(key, number);
      }
    }
    if (!unknown.isEmpty()) {
      numbers.putAll(look(unknown));
    }
    return numbers;
  }

  private Map<Key, Long> look(Set<Key> unknown) {
    Map<Key, Long> found = find(unknown);
    if (found.size() < unknown.size()) {
      Set<Key> missing = new HashSet<>(unknown);
      missing.removeAll(found.keySet());
      make(missing);
      found.putAll(find(missing));
    }
    afterCommit.run(() -> remember(found));
    return found;
  }

  private Map<Key, Long> find(Set<Key> keys) {
    Map<Key, Long> found = new HashMap<>();
    database.list(
        FIND,
        row ->
            found.put(new Key(row.text("address"), row.text("currency").strip()), row.whole("id")),
        keys.stream().map(Key::address).toArray(String[]::new),
        keys.stream().map(Key::currency).toArray(String[]::new));
    return found;
  }

  /** In one order everywhere, so that two nodes that make the same accounts never deadlock. */
  private void make(Set<Key> keys) {
    List<Key> ordered =
        keys.stream()
            .sorted(Comparator.comparing(Key::address).thenComparing(Key::currency))
            .toList();
    database.update(
        MAKE,
        ordered.stream().map(Key::address).toArray(String[]::new),
        ordered.stream().map(Key::currency).toArray(String[]::new),
        ordered.stream()
            .map(key -> String.valueOf(Chart.normalSideOf(key.address()).letter()))
            .toArray(String[]::new));
  }

  private void remember(Map<Key, Long> found) {
    if (known.size() > MOST) {
      known.clear();
    }
    known.putAll(found);
  }
}
