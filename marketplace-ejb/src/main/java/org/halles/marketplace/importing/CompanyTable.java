package org.halles.marketplace.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.halles.marketplace.catalog.CompanySelling;
import org.halles.marketplace.catalog.CompanyTerms;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.PriceBreak;
import org.halles.marketplace.shared.Refusal;
import org.halles.marketplace.vendor.Needs;
import org.halles.marketplace.vendor.Permission;
import org.halles.marketplace.vendor.VendorScope;

/**
 * What companies pay, as a table that goes out and comes back: an offer a row. What a cell does not
 * say stays as it is, so that a table that comes back as it went out changes nothing.
 */
@ApplicationScoped
public class CompanyTable {

  private static final int BATCH = 500;
  private static final int MOST_TOLD = 1_000;

  private SentTable sent;
  private CompanySelling selling;

  protected CompanyTable() {}

  @Inject
  CompanyTable(SentTable sent, CompanySelling selling) {
    this.sent = sent;
    this.selling = selling;
  }

  /** Writes every offer that is not archived; cells are empty where companies pay as all do. */
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.CATALOGUE_READ)
  public void write(VendorScope scope, String language, OutputStream out) throws IOException {
    try (CsvFile file = CsvFile.to(out)) {
      file.row(CompanyRow.COLUMNS);
      Page<CompanyTerms> page;
      String cursor = null;
      do {
        page = selling.list(scope, Paging.of(Paging.MOST, cursor));
        page.items().forEach(terms -> file.row(cells(terms, language)));
        cursor = page.next();
      } while (cursor != null);
    }
  }

  private static Object[] cells(CompanyTerms terms, String language) {
    return new Object[] {
      terms.sku(),
      terms.title().in(language),
      terms.price() == null ? "" : terms.price().toDecimal().toPlainString(),
      terms.publicPrice().currency().value(),
      terms.breaks().stream().map(CompanyTable::step).collect(Collectors.joining(" ")),
      terms.packs().least() == 1 ? "" : terms.packs().least(),
      terms.packs().size() == 1 ? "" : terms.packs().size(),
      terms.companiesOnly()
    };
  }

  private static String step(PriceBreak step) {
    return step.from() + ":" + step.price().toDecimal().toPlainString();
  }

  /**
   * Sets what the table says. A row that is wrong fails alone, with everything that is wrong in it.
   *
   * @throws UploadRefused if it is no table of this kind
   */
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.CATALOGUE_WRITE)
  public FeedAnswer read(VendorScope scope, InputStream content) throws IOException {
    return sent.read(content, table -> apply(scope, table));
  }

  private FeedAnswer apply(VendorScope scope, Table table) {
    CompanyRow.Columns columns = CompanyRow.Columns.of(SentTable.header(table));
    Tally tally = new Tally();
    List<CompanyRow> batch = new ArrayList<>(BATCH);
    for (Optional<Table.Cells> row = table.next(); row.isPresent(); row = table.next()) {
      batch.add(columns.read(row.get()));
      if (batch.size() == BATCH) {
        apply(scope, batch, tally);
        batch.clear();
      }
    }
    apply(scope, batch, tally);
    return tally.answer();
  }

  private void apply(VendorScope scope, List<CompanyRow> batch, Tally tally) {
    Map<String, CompanyTerms> known = new LinkedHashMap<>();
    selling
        .find(scope, batch.stream().map(CompanyRow::sku).toList())
        .forEach(terms -> known.put(terms.sku(), terms));
    for (CompanyRow row : batch) {
      tally.count(settle(scope, row, known));
    }
  }

  /** Null if the row said nothing new. */
  private List<ImportProblem> settle(
      VendorScope scope, CompanyRow row, Map<String, CompanyTerms> known) {
    CompanyTerms before = known.get(row.sku());
    CompanyRow.Wish wish = row.over(before);
    if (!wish.problems().isEmpty()) {
      return wish.problems();
    }
    if (wish.isLike(before)) {
      return null;
    }
    try {
      selling.sell(scope, before.offerId(), wish.terms(), wish.companiesOnly());
      known.put(row.sku(), selling.get(scope, before.offerId()));
      return List.of();
    } catch (InvalidInput invalid) {
      return invalid.violations().stream().map(row::located).toList();
    } catch (Refusal refused) { // such as an offer that is for one buyer alone
      return List.of(Complaints.refused(row.row(), "sku", row.sku(), refused.getMessage()));
    }
  }

  /** Counts what became of the rows. */
  private static final class Tally {

    private final List<ImportProblem> problems = new ArrayList<>();
    private int read;
    private int updated;
    private int unchanged;
    private int failed;

    void count(List<ImportProblem> faults) {
      read++;
      if (faults == null) {
        unchanged++;
      } else if (faults.isEmpty()) {
        updated++;
      } else {
        failed++;
        faults.stream().limit(Math.max(0, MOST_TOLD - problems.size())).forEach(problems::add);
      }
    }

    FeedAnswer answer() {
      return new FeedAnswer(read, updated, unchanged, failed, List.copyOf(problems));
    }
  }
}
