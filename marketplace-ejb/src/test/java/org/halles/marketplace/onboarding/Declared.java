package org.halles.marketplace.onboarding;

import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.shared.Ids;
import org.halles.marketplace.testing.Market;
import org.halles.marketplace.testing.Marketplace;

/** What vendors declared. */
public final class Declared {

  private Declared() {}

  /** A vendor's bank account. */
  public static void account(UUID vendor, String holder, String iban) {
    Marketplace.inTransaction(
        () -> {
          Marketplace.get(FactsReading.class)
              .keep(vendor, requirement(), Map.of("holder", holder, "iban", iban));
          return true;
        });
  }

  /** A vendor takes its account back. */
  public static void nothing(UUID vendor) {
    Marketplace.inTransaction(
        () ->
            Market.database().update("delete from requirement_answer where vendor_id = ?", vendor));
  }

  private static UUID requirement() {
    return Marketplace.get(FactsReading.class).requirements().stream()
        .filter(one -> one.type().equals(PayoutAccount.TYPE))
        .map(Requirement::id)
        .findFirst()
        .orElseGet(Declared::compose);
  }

  private static UUID compose() {
    UUID id = Ids.next();
    Market.database()
        .update(
            """
            insert into requirement (id, type, position, professionals, privates, gates_selling,
                                     gates_payout) values (?, ?, 99, true, true, false, false)
            """,
            id,
            PayoutAccount.TYPE);
    return id;
  }
}
