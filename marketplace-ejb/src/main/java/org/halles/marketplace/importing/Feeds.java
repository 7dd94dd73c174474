package org.halles.marketplace.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.halles.marketplace.catalog.StockPlaces;
import org.halles.marketplace.catalog.TermsInBulk;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.vendor.Needs;
import org.halles.marketplace.vendor.Permission;
import org.halles.marketplace.vendor.VendorScope;

/**
 * Tables of prices only or of stock only, done while the sender waits: a thousand rows by a few
 * statements. A row that is wrong fails alone; a file that is no table changes nothing.
 */
@ApplicationScoped
public class Feeds {

  private static final Set<String> SKU =
      Set.of("sku", "variant sku", "reference", "référence", "ref");
  private static final Set<String> PRICE =
      Set.of("price", "variant price", "regular price", "prix");
  private static final Set<String> STOCK =
      Set.of("stock", "quantity", "qty", "variant inventory qty", "inventory quantity", "quantité");
  private static final Set<String> CURRENCY = Set.of("currency", "devise");

  private static final Set<String> PLACE = Set.of("place");
  private static final Set<String> STEPS = Set.of("price_breaks", "paliers");

  private SentTable sent;
  private TermsInBulk terms;
  private StockPlaces places;

  protected Feeds() {}

  @Inject
  Feeds(SentTable sent, TermsInBulk terms, StockPlaces places) {
    this.sent = sent;
    this.terms = terms;
    this.places = places;
  }

  /**
   * Columns {@code sku} and {@code price}, {@code currency} if it is not EUR, and {@code
   * price_breaks} for what a unit costs from so many pieces on.
   */
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.CATALOGUE_WRITE)
  public FeedAnswer prices(VendorScope scope, InputStream content) throws IOException {
    return feed(scope, content, PRICE, "price");
  }

  /**
   * Columns {@code sku} and {@code stock}, and {@code place} where the number is of one stock place
   * and not of all together.
   */
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.CATALOGUE_WRITE)
  public FeedAnswer stock(VendorScope scope, InputStream content) throws IOException {
    return feed(scope, content, STOCK, "stock");
  }

  private FeedAnswer feed(VendorScope scope, InputStream content, Set<String> names, String what)
      throws IOException {
    return sent.read(
        content,
        table -> apply(scope, table, columns(table, names, what, placed(scope, what)), what));
  }

  /** Who named no place may have a column of that name for other ends. */
  private boolean placed(VendorScope scope, String what) {
    return what.equals("stock") && !places.list(scope).isEmpty();
  }

  private static FeedRow.Columns columns(
      Table table, Set<String> names, String what, boolean placed) {
    List<String> header = SentTable.header(table);
    int sku = SentTable.place(header, SKU);
    int value = SentTable.place(header, names);
    if (sku < 0 || value < 0) {
      throw UploadRefused.unknownLayout(String.join(", ", header), "sku, " + what);
    }
    return new FeedRow.Columns(
        sku,
        value,
        SentTable.place(header, CURRENCY),
        what.equals("price") ? SentTable.place(header, STEPS) : -1,
        placed ? SentTable.place(header, PLACE) : -1,
        header.get(sku),
        header.get(value));
  }

  private FeedAnswer apply(VendorScope scope, Table table, FeedRow.Columns columns, String what) {
    FeedTally tally = new FeedTally(scope, terms, places);
    List<FeedRow> batch = new ArrayList<>(FeedTally.BATCH);
    for (Optional<Table.Cells> row = table.next(); row.isPresent(); row = table.next()) {
      batch.add(FeedRow.of(row.get(), columns, what));
      if (batch.size() == FeedTally.BATCH) {
        tally.add(batch);
        batch.clear();
      }
    }
    tally.add(batch);
    return tally.answer();
  }
}
