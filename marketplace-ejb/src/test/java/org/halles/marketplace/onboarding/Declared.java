package org.halles.marketplace.onboarding;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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
              .keep(
                  vendor, requirement(PayoutAccount.TYPE), Map.of("holder", holder, "iban", iban));
          return true;
        });
  }

  /** A vendor names its account in its checklist; null: it takes it away. */
  public static void named(UUID vendor, String iban) {
    Map<String, String> words =
        iban == null ? Map.of() : Map.of("holder", "The potter", "iban", iban);
    Marketplace.inTransaction(
        () -> {
          Market.database()
              .update(
                  "insert into storefront (vendor_id, name) values (?, 'Stall')"
                      + " on conflict do nothing",
                  vendor);
          FactsReading facts = Marketplace.get(FactsReading.class);
          VendorAccounts accounts = Marketplace.get(VendorAccounts.class);
          Optional<BankDetails> before = accounts.declared(vendor);
          facts.keep(vendor, requirement(PayoutAccount.TYPE), words);
          Marketplace.get(AccountChanges.class)
              .compare(facts.facts(vendor), before, accounts.declared(vendor));
          return true;
        });
  }

  /** Who a vendor is. */
  public static void identity(UUID vendor, Map<String, String> answers) {
    Marketplace.inTransaction(
        () -> {
          Marketplace.get(FactsReading.class)
              .keep(vendor, requirement(TraderIdentity.TYPE), answers);
          return true;
        });
  }

  /** What is wrong with an identity that a private person declares, by field. */
  public static List<String> wrongOfPrivate(UUID vendor, Map<String, String> answers) {
    VendorFacts facts =
        Marketplace.inTransaction(
            () -> {
              Market.database()
                  .update(
                      "insert into storefront (vendor_id, name) values (?, 'Stall')"
                          + " on conflict do nothing",
                      vendor);
              return Marketplace.get(FactsReading.class).facts(vendor);
            });
    return new TraderIdentity()
        .check(facts, null, answers).stream().map(Lack::field).sorted().toList();
  }

  /** A vendor takes its account back. */
  public static void nothing(UUID vendor) {
    Marketplace.inTransaction(
        () ->
            Market.database().update("delete from requirement_answer where vendor_id = ?", vendor));
  }

  private static UUID requirement(String type) {
    return Marketplace.get(FactsReading.class).requirements().stream()
        .filter(one -> one.type().equals(type))
        .map(Requirement::id)
        .findFirst()
        .orElseGet(() -> compose(type));
  }

  private static UUID compose(String type) {
    UUID id = Ids.next();
    Market.database()
        .update(
            """
            insert into requirement (id, type, position, professionals, privates, gates_selling,
                                     gates_payout) values (?, ?, 99, true, true, false, false)
            """,
            id,
            type);
    return id;
  }
}
