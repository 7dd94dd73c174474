package org.halles.marketplace.catalog;

import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.halles.marketplace.shared.Ordering;
import org.halles.marketplace.shared.Row;

/** In which order a vendor's listings come; titles as the French, else the English one is. */
public enum ListingSort {
  NEWEST(byAge().reversed()),
  OLDEST(byAge()),
  UPDATED(byChange().reversed()),
  UPDATED_LAST(byChange()),
  TITLE(byTitle()),
  TITLE_DESC(byTitle().reversed());

  /** Columns of the statement that is sorted. */
  static final String COLUMNS =
      "id, created_at, updated_at, coalesce(title ->> 'fr', title ->> 'en', '') as name";

  /** What a page is cut by. */
  record Key(UUID id, Instant createdAt, Instant updatedAt, String name) {

    static Key of(Row row) throws SQLException {
      return new Key(
          row.uuid("id"), row.instant("created_at"), row.instant("updated_at"), row.text("name"));
    }
  }

  private final Ordering<Key> ordering;

  ListingSort(Ordering<Key> ordering) {
    this.ordering = ordering;
  }

  Ordering<Key> ordering() {
    return ordering;
  }

  private static Ordering<Key> byAge() {
    return Ordering.ofMoments("created_at", "id", Key::createdAt, Key::id);
  }

  private static Ordering<Key> byChange() {
    return Ordering.ofMoments("updated_at", "id", Key::updatedAt, Key::id);
  }

  private static Ordering<Key> byTitle() {
    return Ordering.ofWords(
        "coalesce(title ->> 'fr', title ->> 'en', '')", "id", Key::name, Key::id);
  }
}
