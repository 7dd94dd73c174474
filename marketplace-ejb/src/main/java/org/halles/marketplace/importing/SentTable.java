package org.halles.marketplace.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.halles.marketplace.shared.Ids;

/**
 * A table whose sender waits for what becomes of it. It is read to its end before any of it is
 * acted on: a file that is no table changes nothing.
 */
@ApplicationScoped
class SentTable {

  /** What is done with a table that can be read. */
  interface Use<T> {
    T of(Table table) throws IOException;
  }

  private UploadFolder folder;

  protected SentTable() {}

  @Inject
  SentTable(UploadFolder folder) {
    this.folder = folder;
  }

  /**
   * Opens it before its header.
   *
   * @throws UploadRefused if it is no table
   */
  <T> T read(InputStream content, Use<T> use) throws IOException {
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
        return use.of(table);
      }
    } catch (BrokenTable broken) {
      throw UploadRefused.unreadable(broken.getMessage());
    } finally {
      folder.forget(id);
    }
  }

  private static void readable(UploadFolder.Kept kept, Charset charset, char separator)
      throws IOException {
    try (Table table = Table.open(kept.file(), charset, separator)) {
      for (Optional<Table.Cells> row = table.next(); row.isPresent(); ) {
        row = table.next();
      }
    }
  }

  /** The names of the columns, in lower case. */
  static List<String> header(Table table) {
    return table.next().orElseThrow(UploadRefused::empty).values().stream()
        .map(name -> name.strip().toLowerCase(Locale.ROOT))
        .toList();
  }

  /** Where the first column with one of these names stands; -1 if there is none. */
  static int place(List<String> header, Set<String> names) {
    for (int index = 0; index < header.size(); index++) {
      if (names.contains(header.get(index))) {
        return index;
      }
    }
    return -1;
  }
}
