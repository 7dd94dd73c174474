package org.halles.marketplace.importing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.halles.marketplace.catalog.PriceInput;
import org.halles.marketplace.catalog.SkuTerms;
import org.halles.spi.Money;

/**
 * A row of a feed.
 *
 * @param terms null if the row is wrong
 * @param place where the stock lies, or null for the sum of all places
 * @param problem null if it is not
 */
record FeedRow(int row, String sku, SkuTerms terms, String place, ImportProblem problem) {

  private static final int MOST_STOCK = 10_000_000;
  private static final long HIGHEST_PRICE = 1_000_000_000L;

  /** Where things stand, and what the file calls them; a place is -1 if it is not there. */
  record Columns(
      int sku, int value, int currency, int steps, int place, String skuName, String valueName) {}

  static FeedRow of(Table.Cells cells, Columns columns, String what) {
    String sku = cell(cells.values(), columns.sku());
    String value = cell(cells.values(), columns.value());
    if (sku.isEmpty()) {
      return wrong(cells, sku, Complaints.noSku(cells.row(), columns.skuName()));
    }
    return what.equals("price")
        ? price(cells, sku, value, columns)
        : stock(cells, sku, value, columns);
  }

  private static FeedRow price(Table.Cells cells, String sku, String value, Columns columns) {
    String given = cell(cells.values(), columns.currency()).toUpperCase(Locale.ROOT);
    String currency = given.isEmpty() ? "EUR" : given;
    Optional<PriceInput> price =
        Figures.amount(value, currency)
            .filter(one -> one.minor() > 0 && one.minor() <= HIGHEST_PRICE);
    if (price.isEmpty()) {
      return wrong(cells, sku, Complaints.price(cells.row(), columns.valueName(), value, currency));
    }
    Money amount = Money.of(price.get().minor(), currency);
    String steps = cell(cells.values(), columns.steps());
    if (steps.isEmpty()) {
      return right(cells, new SkuTerms(sku, amount, null, null), null);
    }
    return PriceSteps.checked(steps, amount)
        .map(breaks -> right(cells, new SkuTerms(sku, amount, null, breaks), null))
        .orElseGet(() -> wrong(cells, sku, Complaints.steps(cells.row(), "price_breaks", steps)));
  }

  private static FeedRow stock(Table.Cells cells, String sku, String value, Columns columns) {
    String place = cell(cells.values(), columns.place());
    Optional<Integer> stock =
        Figures.whole(value).filter(units -> units >= 0 && units <= MOST_STOCK);
    return stock.isEmpty()
        ? wrong(cells, sku, Complaints.whole(cells.row(), columns.valueName(), value))
        : right(cells, new SkuTerms(sku, null, stock.get(), null), place);
  }

  private static FeedRow right(Table.Cells cells, SkuTerms terms, String place) {
    boolean placed = place != null && !place.isEmpty();
    return new FeedRow(cells.row(), terms.sku(), terms, placed ? place : null, null);
  }

  private static FeedRow wrong(Table.Cells cells, String sku, ImportProblem problem) {
    return new FeedRow(cells.row(), sku, null, null, problem);
  }

  private static String cell(List<String> values, int place) {
    return place < 0 || place >= values.size() ? "" : values.get(place).strip();
  }
}
