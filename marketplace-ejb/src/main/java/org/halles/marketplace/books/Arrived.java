package org.halles.marketplace.books;

import java.util.List;

/**
 * What came since a mark, by its numbers: equations that are given these read only rows an index
 * leads to, and the database knows beforehand how few they are.
 *
 * @param entries entries that were posted
 * @param accounts ledger accounts they were posted on
 * @param groups purchases they are about, and those that were placed
 */
record Arrived(List<String> entries, List<String> accounts, List<String> groups) {

  Arrived {
    entries = List.copyOf(entries);
    accounts = List.copyOf(accounts);
    groups = List.copyOf(groups);
  }

  /** In the order in which {@link Scopes} asks for them. */
  Object[] parameters() {
    return new Object[] {texts(entries), texts(accounts), texts(groups)};
  }

  private static String[] texts(List<String> values) {
    return values.toArray(String[]::new);
  }
}
