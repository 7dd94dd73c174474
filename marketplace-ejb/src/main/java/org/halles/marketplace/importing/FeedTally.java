package org.halles.marketplace.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.halles.marketplace.catalog.SkuTerms;
import org.halles.marketplace.catalog.TermsInBulk;
import org.halles.marketplace.vendor.VendorScope;

/** Counts what became of the rows of a feed. */
final class FeedTally {

  static final int BATCH = 1_000;

  private static final int MOST_TOLD = 1_000;

  private final List<ImportProblem> problems = new ArrayList<>();
  private int read;
  private int updated;
  private int unchanged;
  private int failed;

  /** Applies a batch; of a SKU that comes twice the last row counts, as if it came later. */
  void add(List<FeedRow> rows, TermsInBulk terms, VendorScope scope) {
    Map<String, SkuTerms> wanted = new LinkedHashMap<>();
    rows.stream()
        .filter(row -> row.terms() != null)
        .forEach(row -> wanted.put(row.sku(), row.terms()));
    Map<String, TermsInBulk.Result> results =
        wanted.isEmpty() ? Map.of() : terms.set(scope, List.copyOf(wanted.values()));
    rows.forEach(row -> count(row, results.get(row.sku())));
  }

  private void count(FeedRow row, TermsInBulk.Result result) {
    read++;
    if (row.problem() != null) {
      fail(row.problem());
    } else {
      switch (result) {
        case CHANGED -> updated++;
        case UNCHANGED -> unchanged++;
        case UNKNOWN_SKU -> fail(Complaints.unknownSku(row.row(), row.sku()));
        case STEPS_ABOVE_PRICE ->
            fail(Complaints.stepsAbovePrice(row.row(), row.terms().price().toString()));
        case OTHER_CURRENCY ->
            fail(Complaints.otherCurrency(row.row(), row.terms().price().currency().value()));
      }
    }
  }

  private void fail(ImportProblem problem) {
    failed++;
    if (problems.size() < MOST_TOLD) {
      problems.add(problem);
    }
  }

  FeedAnswer answer() {
    return new FeedAnswer(read, updated, unchanged, failed, List.copyOf(problems));
  }
}
