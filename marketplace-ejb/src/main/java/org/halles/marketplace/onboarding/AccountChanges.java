package org.halles.marketplace.onboarding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.DomainEvent.VendorAccountChanged;
import org.halles.marketplace.shared.Outbox;
import org.halles.marketplace.shared.Vault;
import org.halles.marketplace.vendor.VendorStatus;

/**
 * Whoever gets into a vendor's account must not lead its money elsewhere unseen: another bank
 * account than the one before is told by letter, and paid to three days later. Inside the caller's
 * transaction.
 */
@ApplicationScoped
class AccountChanges {

  private static final Duration TO_OBJECT = Duration.ofDays(3);

  /** An account as it is known again, without its number. */
  private record Known(String mark, String ending) {}

  private Database database;
  private Vault vault;
  private Outbox outbox;
  private Clock clock;

  protected AccountChanges() {}

  @Inject
  AccountChanges(Database database, Vault vault, Outbox outbox, Clock clock) {
    this.database = database;
    this.vault = vault;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Compares what a vendor has declared with what it had; an account that was taken away in between
   * is remembered.
   */
  void compare(VendorFacts vendor, Optional<BankDetails> before, Optional<BankDetails> after) {
    Optional<Known> former =
        known(vendor.id()).or(() -> before.map(account -> known(vendor.id(), account)));
    Optional<Known> named = after.map(account -> known(vendor.id(), account));
    boolean another = former.isPresent() && named.isPresent() && !same(former.get(), named.get());
    if (another && vendor.status() != VendorStatus.APPLIED) {
      Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
      Instant from = now.plus(TO_OBJECT);
      keep(vendor.id(), named.get(), from);
      outbox.add(
          new VendorAccountChanged(
              vendor.id(), former.get().ending(), named.get().ending(), from, now));
    } else if (another || known(vendor.id()).isEmpty()) {
      named.or(() -> former).ifPresent(account -> keep(vendor.id(), account, null));
    }
  }

  /** True while an account that took the place of another is not paid to yet. */
  boolean waits(UUID vendor, Instant now) {
    return database
        .find(
            "select 1 from vendor_paid_account where vendor_id = ? and payable_from > ?",
            row -> true,
            vendor,
            now)
        .isPresent();
  }

  private Optional<Known> known(UUID vendor) {
    return database.find(
        "select mark, ending from vendor_paid_account where vendor_id = ? for update",
        row -> new Known(row.text("mark"), row.text("ending")),
        vendor);
  }

  private Known known(UUID vendor, BankDetails account) {
    String iban = account.iban();
    return new Known(
        vault.secretFor("vendor-account:" + vendor + ":" + iban),
        iban.substring(iban.length() - 4));
  }

  private static boolean same(Known one, Known other) {
    return one.mark().equals(other.mark());
  }

  private void keep(UUID vendor, Known account, Instant payableFrom) {
    database.update(
        """
        insert into vendor_paid_account (vendor_id, mark, ending, payable_from)
        values (?, ?, ?, ?)
        on conflict (vendor_id) do update
           set mark = excluded.mark, ending = excluded.ending, payable_from = excluded.payable_from
        """,
        vendor,
        account.mark(),
        account.ending(),
        payableFrom);
  }
}
