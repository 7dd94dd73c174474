package org.halles.marketplace.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.halles.marketplace.catalog.PlacedUnits;
import org.halles.marketplace.catalog.SkuTerms;
import org.halles.marketplace.catalog.StockPlaces;
import org.halles.marketplace.catalog.TermsInBulk;
import org.halles.marketplace.vendor.VendorScope;

/** Counts what became of the rows of a feed. */
final class FeedTally {

  static final int BATCH = 1_000;

  private static final int MOST_TOLD = 1_000;

  private final VendorScope scope;
  private final TermsInBulk terms;
  private final StockPlaces places;
  private final List<ImportProblem> problems = new ArrayList<>();
  private int read;
  private int updated;
  private int unchanged;
  private int failed;

  FeedTally(VendorScope scope, TermsInBulk terms, StockPlaces places) {
    this.scope = scope;
    this.terms = terms;
    this.places = places;
  }

  /** Applies a batch; of a SKU that comes twice the last row counts, as if it came later. */
  void add(List<FeedRow> rows) {
    Map<String, Boolean> kinds = new HashMap<>();
    List<FeedRow> together = new ArrayList<>();
    for (FeedRow row : rows) { // a sum and a place of one SKU: in the order of the file
      Boolean before = kinds.put(row.sku(), row.place() != null);
      if (before != null && before != (row.place() != null)) {
        apply(together);
        together.clear();
      }
      together.add(row);
    }
    apply(together);
  }

  private void apply(List<FeedRow> rows) {
    Map<String, SkuTerms> wanted = new LinkedHashMap<>();
    Map<String, PlacedUnits> placed = new LinkedHashMap<>();
    for (FeedRow row : rows) {
      if (row.place() != null) {
        placed.put(row.sku() + "\n" + row.place(), units(row));
      } else if (row.terms() != null) {
        wanted.put(row.sku(), row.terms());
      }
    }
    Map<String, TermsInBulk.Result> results =
        wanted.isEmpty() ? Map.of() : terms.set(scope, List.copyOf(wanted.values()));
    Map<PlacedUnits, StockPlaces.Result> lying =
        placed.isEmpty() ? Map.of() : places.layEach(scope, List.copyOf(placed.values()));
    for (FeedRow row : rows) {
      read++;
      if (row.problem() != null) {
        fail(row.problem());
      } else if (row.place() != null) {
        count(row, lying.get(placed.get(row.sku() + "\n" + row.place())));
      } else {
        count(row, results.get(row.sku()));
      }
    }
  }

  private static PlacedUnits units(FeedRow row) {
    return new PlacedUnits(row.sku(), row.place(), row.terms().stock());
  }

  private void count(FeedRow row, StockPlaces.Result result) {
    switch (result) {
      case CHANGED -> updated++;
      case UNCHANGED -> unchanged++;
      case UNKNOWN_SKU -> fail(Complaints.unknownSku(row.row(), row.sku()));
      case UNKNOWN_PLACE, MOVED -> fail(Complaints.unknownPlace(row.row(), row.place()));
    }
  }

  private void count(FeedRow row, TermsInBulk.Result result) {
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
