package org.halles.marketplace.payout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.audit.Subject;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.onboarding.VendorAccounts;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Violation;

/** From which account vendors are paid by bank, and whether they are. */
@ApplicationScoped
public class SepaAccounts {

  private static final String BIC = "[A-Z]{6}[A-Z2-9][A-NP-Z0-9]([A-Z0-9]{3})?";

  private Database database;
  private VendorAccounts accounts;
  private Audit audit;

  protected SepaAccounts() {}

  @Inject
  public SepaAccounts(Database database, VendorAccounts accounts, Audit audit) {
    this.database = database;
    this.accounts = accounts;
    this.audit = audit;
  }

  /** The account; empty before anybody named one. */
  @Allowed(Role.FINANCE)
  @Transactional
  public Optional<SepaAccount> find() {
    return database.find(
        "select * from payout_account",
        row ->
            new SepaAccount(
                row.text("holder"), row.text("iban"), row.text("bic"), row.flag("active")));
  }

  /**
   * Names the account, and says whether it is used.
   *
   * @throws InvalidInput naming everything wrong
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public SepaAccount settle(SepaAccount wanted) {
    SepaAccount account = tidy(wanted);
    check(account);
    Optional<SepaAccount> before = find();
    database.update(
        """
        insert into payout_account (holder, iban, bic, active) values (?, ?, ?, ?)
        on conflict (only_row) do update
           set holder = excluded.holder, iban = excluded.iban, bic = excluded.bic,
               active = excluded.active, version = payout_account.version + 1
        """,
        account.holder(),
        account.iban(),
        account.bic(),
        account.active());
    audit.record(
        "settle-payout-account",
        Subject.of("payout-account", "sepa"),
        before.map(SepaAccounts::told).orElse(null),
        told(account));
    return account;
  }

  private static SepaAccount tidy(SepaAccount wanted) {
    if (wanted == null) {
      return new SepaAccount("", "", null, false);
    }
    String bic = wanted.bic() == null ? "" : letters(wanted.bic());
    return new SepaAccount(
        wanted.holder() == null ? "" : wanted.holder().strip(),
        wanted.iban() == null ? "" : letters(wanted.iban()),
        bic.isEmpty() ? null : bic,
        wanted.active());
  }

  private static String letters(String typed) {
    return typed.toUpperCase(Locale.ROOT).replaceAll("\\s", "");
  }

  private void check(SepaAccount account) {
    List<Violation> wrong = new ArrayList<>();
    if (account.holder().isEmpty() || account.holder().length() > 70) {
      wrong.add(new Violation("holder", "must have 1 to 70 characters", account.holder()));
    }
    accounts
        .problemOf(account.iban())
        .ifPresent(why -> wrong.add(new Violation("iban", why, account.iban())));
    if (account.bic() != null && !account.bic().matches(BIC)) {
      wrong.add(new Violation("bic", "must have 8 or 11 letters and digits", account.bic()));
    }
    if (!wrong.isEmpty()) {
      throw new InvalidInput(wrong);
    }
  }

  /** The end of an account number says enough in a log. */
  private static Map<String, Object> told(SepaAccount account) {
    String iban = account.iban();
    return Map.of(
        "iban", "…" + iban.substring(Math.max(0, iban.length() - 4)), "active", account.active());
  }
}
