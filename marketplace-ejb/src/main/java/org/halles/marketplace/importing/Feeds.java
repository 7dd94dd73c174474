package org.halles.marketplace.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.halles.marketplace.catalog.StockPlaces;
import org.halles.marketplace.catalog.TermsInBulk;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Ids;
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

  private UploadFolder folder;
  private TermsInBulk terms;
  private StockPlaces places;

  protected Feeds() {}

  @Inject
  Feeds(UploadFolder folder, TermsInBulk terms, StockPlaces places) {
    this.folder = folder;
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
    UUID id = Ids.next();
    try {
      UploadFolder.Kept kept = folder.keep(id, content);
      if (kept.bytes() == 0) {
        throw UploadRefused.empty();
      }
      Charset charset = TextEncoding.of(kept.file());
      char separator = Separators.in(Reception.beginning(kept.file(), charset));
      readable(kept, charset, separator);
      try (Table table = Table.open(kept.file(), charset, separator)) {
        return apply(scope, table, columns(table, names, what, placed(scope, what)), what);
      }
    } catch (BrokenTable broken) {
      throw UploadRefused.unreadable(broken.getMessage());
    } finally {
      folder.forget(id);
    }
  }

  /** To its end, before anything is changed. */
  private static void readable(UploadFolder.Kept kept, Charset charset, char separator)
      throws IOException {
    try (Table table = Table.open(kept.file(), charset, separator)) {
      for (Optional<Table.Cells> row = table.next(); row.isPresent(); ) {
        row = table.next();
      }
    }
  }

  /** Who named no place may have a column of that name for other ends. */
  private boolean placed(VendorScope scope, String what) {
    return what.equals("stock") && !places.list(scope).isEmpty();
  }

  private static FeedRow.Columns columns(
      Table table, Set<String> names, String what, boolean placed) {
    List<String> header =
        table.next().orElseThrow(UploadRefused::empty).values().stream()
            .map(name -> name.strip().toLowerCase(Locale.ROOT))
            .toList();
    int sku = place(header, SKU);
    int value = place(header, names);
    if (sku < 0 || value < 0) {
      throw UploadRefused.unknownLayout(String.join(", ", header), "sku, " + what);
    }
    return new FeedRow.Columns(
        sku,
        value,
        place(header, CURRENCY),
        what.equals("price") ? place(header, STEPS) : -1,
        placed ? place(header, PLACE) : -1,
        header.get(sku),
        header.get(value));
  }

  private static int place(List<String> header, Set<String> names) {
    for (int index = 0; index < header.size(); index++) {
      if (names.contains(header.get(index))) {
        return index;
      }
    }
    return -1;
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
