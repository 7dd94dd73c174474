package org.halles.marketplace.invoicing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.audit.Subject;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.ledger.AccountView;
import org.halles.marketplace.ledger.Balances;
import org.halles.marketplace.ledger.Book;
import org.halles.marketplace.ledger.Chart;
import org.halles.marketplace.ledger.Ledger;
import org.halles.marketplace.ledger.Source;
import org.halles.marketplace.ledger.Templates;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.Ids;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.spi.Money;

/**
 * Tax that the platform owes to states: what it kept of sales, and the VAT on its own commissions
 * and fees. Finance pays it from the bank and records it here.
 */
@ApplicationScoped
public class TaxPayments {

  private static final String SALES = "tax_payable:";
  private static final String BANK = "sepa";
  private static final int LONGEST_REFERENCE = 140;

  private Book book;
  private Balances balances;
  private Ledger ledger;
  private Audit audit;
  private Clock clock;

  protected TaxPayments() {}

  @Inject
  TaxPayments(Book book, Balances balances, Ledger ledger, Audit audit, Clock clock) {
    this.book = book;
    this.balances = balances;
    this.ledger = ledger;
    this.audit = audit;
    this.clock = clock;
  }

  /** What is owed, by state and currency; nothing that is paid. */
  @Allowed(Role.FINANCE)
  @Transactional
  public List<TaxOwed> owed() {
    List<TaxOwed> owed = new ArrayList<>();
    for (String prefix : List.of(SALES, Chart.COMMISSION_VAT_PAYABLE)) {
      String cursor = null;
      do {
        Page<AccountView> page = book.accounts(prefix, Paging.of(100, cursor));
        page.items().stream()
            .filter(account -> account.balance().isPositive())
            .map(TaxPayments::owed)
            .forEach(owed::add);
        cursor = page.next();
      } while (cursor != null);
    }
    return owed;
  }

  private static TaxOwed owed(AccountView account) {
    String address = account.address();
    return new TaxOwed(
        address,
        address.startsWith(SALES) ? address.substring(SALES.length()) : null,
        account.balance());
  }

  /**
   * Writes down that tax was paid.
   *
   * @param account what is paid, as {@link TaxOwed} names it
   * @param amount above zero, at most what is owed
   * @param reference what the bank or the tax office knows it by
   * @return what is still owed
   * @throws NotFound if nothing is owed there in this currency
   * @throws CannotPayTax naming both amounts if less is owed
   * @throws org.halles.marketplace.shared.InvalidInput naming everything wrong
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public TaxOwed record(String account, Money amount, String reference) {
    Checklist checks = new Checklist();
    String known = checks.text("reference", reference, LONGEST_REFERENCE);
    if (amount == null || !amount.isPositive()) {
      checks.reject("amount", "must be above zero", amount);
    }
    checks.done();
    balances.hold(amount.currency(), List.of(account));
    TaxOwed before =
        owed().stream()
            .filter(one -> one.account().equals(account))
            .filter(one -> one.owed().currency().equals(amount.currency()))
            .findFirst()
            .orElseThrow(() -> new NotFound("tax owed in " + amount.currency() + " on", account));
    if (amount.compareTo(before.owed()) > 0) {
      throw CannotPayTax.tooMuch(amount, before.owed());
    }
    UUID id = Ids.next();
    ledger.post(
        Templates.taxRemitted(
            new Source(
                "tax-payment", id.toString(), clock.instant().truncatedTo(ChronoUnit.MICROS), null),
            account,
            Chart.bank(BANK),
            amount,
            known));
    audit.record(
        "record-tax-payment",
        Subject.of("tax-payment", id),
        null,
        Map.of("account", account, "amount", amount, "reference", known));
    return new TaxOwed(account, before.jurisdiction(), before.owed().minus(amount));
  }
}
