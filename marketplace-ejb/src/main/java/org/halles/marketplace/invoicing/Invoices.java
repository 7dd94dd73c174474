package org.halles.marketplace.invoicing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.audit.Subject;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.vendor.Needs;
import org.halles.marketplace.vendor.Permission;
import org.halles.marketplace.vendor.VendorScope;

/**
 * Invoices and credit notes of the platform to its vendors, one of each a month and currency, for
 * what the ledger says was taken and given back. Issuing a month again adds what came since.
 */
@ApplicationScoped
public class Invoices {

  private static final int LONGEST = 300;

  private InvoiceRows rows;
  private Issuing issuing;
  private Sums sums;
  private Audit audit;
  private Clock clock;

  protected Invoices() {}

  @Inject
  Invoices(InvoiceRows rows, Issuing issuing, Sums sums, Audit audit, Clock clock) {
    this.rows = rows;
    this.issuing = issuing;
    this.sums = sums;
    this.audit = audit;
    this.clock = clock;
  }

  /** A vendor's, newest first, without their lines. */
  @Needs(Permission.MONEY_READ)
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public Page<InvoiceView> of(VendorScope vendor, Paging paging) {
    return rows.ofVendor(vendor.vendorId(), paging);
  }

  /**
   * One of a vendor's, with its lines.
   *
   * @throws NotFound also if it is another vendor's
   */
  @Needs(Permission.MONEY_READ)
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public InvoiceView get(VendorScope vendor, String number) {
    return rows.find(vendor.vendorId(), number).orElseThrow(() -> new NotFound("invoice", number));
  }

  /** What the month of an invoice of the vendor rests on, entry by entry. */
  @Needs(Permission.MONEY_READ)
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public List<InvoiceDetail> details(VendorScope vendor, String number) {
    InvoiceView invoice = get(vendor, number);
    return sums.details(
        vendor.vendorId(), YearMonth.parse(invoice.period()), invoice.net().currency());
  }

  /**
   * All vendors', without their lines.
   *
   * @param period only of this month, or null
   * @param sort null: the newest first
   */
  @Allowed({Role.FINANCE, Role.SUPPORT})
  @Transactional
  public Page<InvoiceView> all(YearMonth period, InvoiceSort sort, Paging paging) {
    return rows.all(
        period == null ? null : period.toString(),
        sort == null ? InvoiceSort.NEWEST : sort,
        paging);
  }

  /**
   * Any of them, with its lines.
   *
   * @throws NotFound if there is none
   */
  @Allowed({Role.FINANCE, Role.SUPPORT})
  @Transactional
  public InvoiceView get(String number) {
    return rows.find(null, number).orElseThrow(() -> new NotFound("invoice", number));
  }

  /** Who issues them; empty until somebody said. */
  @Allowed({Role.FINANCE, Role.SUPPORT})
  @Transactional
  public Optional<Party> issuer() {
    return rows.issuer();
  }

  /**
   * Says who issues them from now on.
   *
   * @throws org.halles.marketplace.shared.InvalidInput naming everything that is wrong
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public Party issuer(Party given) {
    Checklist checklist = new Checklist();
    Party party =
        new Party(
            checklist.text("name", given.name(), LONGEST),
            checklist.text("address", given.address(), LONGEST),
            checklist.optional("registration", given.registration(), LONGEST),
            checklist.optional("vatNumber", given.vatNumber(), LONGEST),
            checklist.pattern(
                "country",
                given.country(),
                Pattern.compile("[A-Z]{2}"),
                "two capital letters such as FR"));
    checklist.done();
    Party before = rows.issuer().orElse(null);
    rows.issuer(party, clock.instant());
    audit.record("change-invoice-issuer", Subject.of("setting", "invoice-issuer"), before, party);
    return party;
  }

  /**
   * Issues what a month still lacks.
   *
   * @return how many were issued
   * @throws CannotInvoice if nobody issues them, or the month is not over
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public int issue(YearMonth month) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    int issued = issuing.issue(month, now);
    audit.record(
        "issue-vendor-invoices",
        Subject.of("invoice-month", month),
        null,
        Map.of("issued", issued));
    return issued;
  }
}
