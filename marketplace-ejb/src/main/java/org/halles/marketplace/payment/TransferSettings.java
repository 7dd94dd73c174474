package org.halles.marketplace.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.audit.Subject;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Recent;
import org.halles.spi.CurrencyCode;
import org.iban4j.Iban4jException;
import org.iban4j.IbanUtil;

/** Whether buyers may pay by bank transfer, and to which account. */
@ApplicationScoped
public class TransferSettings {

  private static final Pattern BIC = Pattern.compile("[A-Z]{6}[A-Z2-9][A-NP-Z0-9]([A-Z0-9]{3})?");
  private static final int LONGEST_HOLDER = 70;
  private static final int MOST_DAYS = 60;

  /** Every checkout asks; operators seldom change it. */
  private static final Duration AGE = Duration.ofSeconds(5);

  private Database database;
  private Audit audit;
  private Recent<TransferTerms> recent;

  protected TransferSettings() {}

  @Inject
  TransferSettings(Database database, Audit audit, Clock clock) {
    this.database = database;
    this.audit = audit;
    this.recent = new Recent<>(clock, AGE, this::read);
  }

  /** The terms as they are. */
  @Allowed({Role.FINANCE, Role.SUPPORT})
  @Transactional
  public TransferTerms get() {
    return read();
  }

  /**
   * The terms for orders placed from now on; who was told another account pays there.
   *
   * @throws org.halles.marketplace.shared.InvalidInput naming everything wrong
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public TransferTerms change(TransferTerms wanted) {
    TransferTerms terms = checked(wanted);
    TransferTerms before = read();
    database.update(
        """
        update transfer_terms set offered = ?, holder = ?, iban = ?, bic = ?, currency = ?,
               days = ?, version = version + 1
        """,
        terms.offered(),
        terms.holder(),
        terms.iban(),
        terms.bic(),
        terms.currency().value(),
        terms.days());
    audit.record(
        "change-transfer-terms", Subject.of("transfer-terms", 1), told(before), told(terms));
    recent.forget();
    return terms;
  }

  private static TransferTerms checked(TransferTerms wanted) {
    Checklist checks = new Checklist();
    String holder = wanted.offered() ? wanted.holder() : orEmpty(wanted.holder());
    holder =
        wanted.offered()
            ? checks.text("holder", holder, LONGEST_HOLDER)
            : checks.optional("holder", holder, LONGEST_HOLDER);
    String iban = letters(wanted.iban());
    if (wanted.offered() || !iban.isEmpty()) {
      checkIban(checks, iban);
    }
    String bic = letters(wanted.bic());
    if (!bic.isEmpty() && !BIC.matcher(bic).matches()) {
      checks.reject("bic", "must have 8 or 11 letters and digits", bic);
    }
    if (wanted.currency() == null) {
      checks.reject("currency", "must be a currency such as EUR", null);
    }
    checks.number("days", wanted.days(), 1, MOST_DAYS, 1);
    checks.done();
    return new TransferTerms(
        wanted.offered(),
        orEmpty(holder),
        iban,
        bic.isEmpty() ? null : bic,
        wanted.currency(),
        wanted.days());
  }

  private static void checkIban(Checklist checks, String iban) {
    try {
      IbanUtil.validate(iban);
    } catch (Iban4jException | IndexOutOfBoundsException wrong) {
      checks.reject("iban", "must be an IBAN: look at each character again", iban);
    }
  }

  private static String letters(String typed) {
    return orEmpty(typed).toUpperCase(Locale.ROOT).replaceAll("\\s", "");
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text.strip();
  }

  /** At most a few seconds old. */
  TransferTerms recent() {
    return recent.get();
  }

  TransferTerms read() {
    return database
        .find(
            "select * from transfer_terms",
            row ->
                new TransferTerms(
                    row.flag("offered"),
                    row.text("holder"),
                    row.text("iban"),
                    row.text("bic"),
                    CurrencyCode.of(row.text("currency")),
                    row.integer("days")))
        .orElseThrow();
  }

  /** The end of an account number says enough in a log. */
  private static Map<String, Object> told(TransferTerms terms) {
    String iban = terms.iban();
    return Map.of(
        "offered",
        terms.offered(),
        "iban",
        "…" + iban.substring(Math.max(0, iban.length() - 4)),
        "currency",
        terms.currency().value(),
        "days",
        terms.days());
  }
}
