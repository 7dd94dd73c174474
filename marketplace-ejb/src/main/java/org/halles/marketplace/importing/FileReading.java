package org.halles.marketplace.importing;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.halles.marketplace.plugin.FormatDoor;
import org.halles.marketplace.shared.Texts;
import org.halles.spi.CatalogEntry;
import org.halles.spi.CatalogFact;
import org.halles.spi.CatalogProblem;
import org.halles.spi.CatalogRow;

/**
 * Reads a file through its layout, from a row on. What came before is shown to the layout again,
 * for it may need it to understand what follows.
 */
final class FileReading implements Closeable {

  private static final int BATCH = 500;
  private static final int LONGEST_NAME = 200;

  /** More rows than any catalogue has; beyond it the file is a mistake. */
  private static final int MOST_ROWS = 500_000;

  private final Table table;
  private final List<String> header;
  private final Map<String, String> ownNames;
  private final FormatDoor.Reading reading;
  private final Deque<Understood> waiting = new ArrayDeque<>();
  private final int from;

  private FileReading(Path file, Task task, FormatDoor format) throws IOException {
    this.header = Layouts.renamed(task.header(), task.settings().columns());
    this.ownNames =
        task.settings().columns().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey, (one, two) -> one));
    this.from = task.rowsRead();
    this.reading = format.read(header);
    if (reading.looksAhead()) {
      try (Table first = Table.open(file, task.charset(), task.separator())) {
        first.next();
        for (List<CatalogRow> rows = batch(first); !rows.isEmpty(); rows = batch(first)) {
          reading.look(rows);
        }
      }
    }
    this.table = Table.open(file, task.charset(), task.separator());
    table.next();
  }

  /**
   * @throws BrokenTable if the columns do not fit the layout, or the file is no table
   */
  static FileReading open(Path file, Task task, FormatDoor format) throws IOException {
    List<String> header = Layouts.renamed(task.header(), task.settings().columns());
    List<String> missing = Layouts.missing(format, header);
    if (!missing.isEmpty() && format.certainty(header) == 0) {
      throw BrokenTable.missing(format.name(), String.join(", ", missing), header);
    }
    return new FileReading(file, task, format);
  }

  /** The next row that was not read before, or empty at the end. */
  Optional<Understood> next() {
    while (waiting.isEmpty()) {
      List<CatalogRow> rows = batch(table);
      if (rows.isEmpty()) {
        return Optional.empty();
      }
      List<Optional<CatalogEntry>> entries = reading.entries(rows);
      for (int index = 0; index < rows.size(); index++) {
        if (rows.get(index).number() > from) {
          waiting.add(understood((int) rows.get(index).number(), entries.get(index)));
        }
      }
    }
    return Optional.of(waiting.remove());
  }

  private List<CatalogRow> batch(Table rows) {
    List<CatalogRow> batch = new ArrayList<>(BATCH);
    while (batch.size() < BATCH) {
      Optional<Table.Cells> cells = rows.next();
      if (cells.isEmpty()) {
        break;
      }
      if (cells.get().row() > MOST_ROWS) {
        throw BrokenTable.tooManyRows(MOST_ROWS);
      }
      batch.add(CatalogRow.of(cells.get().row(), header, cells.get().values()));
    }
    return batch;
  }

  private Understood understood(int row, Optional<CatalogEntry> entry) {
    if (entry.isEmpty()) {
      return new Understood(row, null, List.of());
    }
    List<CatalogFact> facts =
        entry.get().facts().stream()
            .map(
                fact ->
                    new CatalogFact(fact.field(), fact.name(), fact.value(), own(fact.column())))
            .toList();
    return new Understood(
        row,
        new Staging.StagedRow(row, bounded(entry.get().article()), facts),
        Stream.concat(
                entry.get().problems().stream().map(problem -> told(true, row, problem)),
                entry.get().remarks().stream().map(remark -> told(false, row, remark)))
            .toList());
  }

  /** The column as the vendor's file calls it. */
  private String own(String column) {
    return ownNames.getOrDefault(column, column);
  }

  /** Rows are found by this name, so it must not be a whole text. */
  private static String bounded(String article) {
    return article.length() <= LONGEST_NAME
        ? article
        : article.substring(0, LONGEST_NAME / 2)
            + UUID.nameUUIDFromBytes(article.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() throws IOException {
    table.close();
  }

  private static ImportProblem told(boolean error, int row, CatalogProblem problem) {
    return new ImportProblem(
        error,
        row,
        problem.column(),
        problem.value(),
        new Texts(problem.message()),
        new Texts(problem.fix()));
  }
}
