package org.halles.marketplace.identity;

import java.util.UUID;

/**
 * Somebody asked to be forgotten. Fired inside the transaction that does it: an observer forgets
 * what its feature knows about the person, or refuses while something is still owed.
 *
 * @param email what must not be found anywhere afterwards
 * @param givesUpCredit what the marketplace still owes the person is owed no more
 */
public record AccountErased(UUID accountId, String email, boolean givesUpCredit) {

  @Override
  public String toString() {
    return "AccountErased[" + accountId + "]";
  }
}
