package org.halles.marketplace.payout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.onboarding.BankDetails;
import org.halles.marketplace.onboarding.VendorAccounts;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Json;
import org.halles.marketplace.shared.Vault;

/**
 * To which bank account somebody is paid: vendors declare theirs at onboarding, the others' are
 * kept sealed here. Inside the caller's transaction.
 */
@ApplicationScoped
class PayeeAccounts {

  private Database database;
  private Vault vault;
  private VendorAccounts vendors;

  protected PayeeAccounts() {}

  @Inject
  PayeeAccounts(Database database, Vault vault, VendorAccounts vendors) {
    this.database = database;
    this.vault = vault;
    this.vendors = vendors;
  }

  Optional<BankDetails> of(Payee payee) {
    return payee.isVendor() ? vendors.of(payee.id()) : kept(payee.id());
  }

  /** What somebody who is no vendor named; empty before. */
  Optional<BankDetails> kept(UUID payee) {
    return database
        .find(
            "select sealed from payee_account where payee_id = ?",
            row -> row.bytes("sealed"),
            payee)
        .map(closed -> new String(vault.open(purpose(payee), closed), StandardCharsets.UTF_8))
        .map(words -> Json.read(words, BankDetails.class));
  }

  /** By what the account it would be paid to now is known; empty before one was named. */
  Optional<AccountMark> markOf(Payee payee) {
    return of(payee).map(account -> mark(payee, account));
  }

  AccountMark mark(Payee payee, BankDetails account) {
    String words = String.join("\n", account.holder(), account.iban());
    return new AccountMark(
        ending(account.iban()), vault.secretFor("paid-account:" + payee.id() + ":" + words));
  }

  static String ending(String iban) {
    return iban.substring(Math.max(0, iban.length() - 4));
  }

  /** The end of the IBAN, to recognise it by; empty before one was named. */
  Optional<String> endingOf(UUID payee) {
    return database.find(
        "select ending from payee_account where payee_id = ?", row -> row.text("ending"), payee);
  }

  /**
   * Names the account of somebody who is no vendor.
   *
   * @return the end of its number
   * @throws org.halles.marketplace.shared.InvalidInput naming everything wrong
   */
  String name(UUID payee, BankDetails given, Instant now) {
    Checklist checklist = new Checklist();
    BankDetails details = checked(given, checklist);
    checklist.done();
    return keep(payee, details, now);
  }

  /** The same with details that were checked before. */
  String keep(UUID payee, BankDetails details, Instant now) {
    String ending = ending(details.iban());
    byte[] content = Json.write(details).getBytes(StandardCharsets.UTF_8);
    database.update(
        """
        insert into payee_account (payee_id, sealed, ending, changed_at) values (?, ?, ?, ?)
        on conflict (payee_id) do update
           set sealed = excluded.sealed, ending = excluded.ending,
               changed_at = excluded.changed_at
        """,
        payee,
        vault.seal(purpose(payee), content),
        ending,
        now);
    return ending;
  }

  /** Nothing is paid to the account before then. */
  void payFrom(UUID payee, Instant from) {
    database.update("update payee_account set payable_from = ? where payee_id = ?", from, payee);
  }

  /** True while an account that took the place of another is not paid to yet. */
  boolean waits(Payee payee, Instant now) {
    return payee.isVendor() ? vendors.waits(payee.id(), now) : keptWaits(payee, now);
  }

  private boolean keptWaits(Payee payee, Instant now) {
    return database
        .find(
            "select 1 from payee_account where payee_id = ? and payable_from > ?",
            row -> true,
            payee.id(),
            now)
        .isPresent();
  }

  /** Bank details tidied up; what is wrong goes on the list. */
  BankDetails checked(BankDetails given, Checklist checklist) {
    String holder = checklist.text("holder", given == null ? null : given.holder(), 70);
    String iban = checklist.text("iban", given == null ? null : given.iban(), 50);
    String tidy = iban.toUpperCase(Locale.ROOT).replaceAll("\\s", "");
    if (!tidy.isEmpty()) {
      vendors.problemOf(tidy).ifPresent(why -> checklist.reject("iban", why, iban));
    }
    return new BankDetails(holder, tidy);
  }

  private static String purpose(UUID payee) {
    return "payee-account:" + payee;
  }
}
