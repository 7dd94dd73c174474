package org.halles.marketplace.plugin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.halles.spi.CatalogArticle;
import org.halles.spi.CatalogColumn;
import org.halles.spi.CatalogEntry;
import org.halles.spi.CatalogFormat;
import org.halles.spi.CatalogReader;
import org.halles.spi.CatalogRow;
import org.halles.spi.CatalogShape;
import org.halles.spi.CatalogWriter;

/**
 * A catalogue layout behind the door: called with many rows at a time, each call with a time limit,
 * every fault recorded. A format that fails ends the file it was reading and nothing else.
 */
public final class FormatDoor {

  /** Time for some hundreds of rows, many times over. */
  private static final Duration BUDGET = Duration.ofSeconds(20);

  private final Extension extension;
  private final Supplier<Object> configured;
  private final GuardedCalls calls;

  FormatDoor(Extension extension, Workers workers, Supplier<Object> configured) {
    this.extension = extension;
    this.configured = configured;
    this.calls = new GuardedCalls(extension, workers);
  }

  /** The format as it works now; within a guarded call only. */
  private CatalogFormat format() {
    return (CatalogFormat) configured.get();
  }

  public String id() {
    return extension.name();
  }

  /** What people call it; its id if it cannot tell. */
  public String name() {
    return calls.within(BUDGET, () -> format().name()).orElseGet(this::id);
  }

  /** How sure it is of a header, 0 to 100; 0 if it fails. */
  public int certainty(List<String> header) {
    return calls.within(BUDGET, () -> format().certainty(header)).orElse(0);
  }

  /** The columns it understands; none if it fails. */
  public List<CatalogColumn> columns() {
    return calls.within(BUDGET, () -> List.copyOf(format().columns())).orElse(List.of());
  }

  /**
   * Begins to read a file.
   *
   * @throws FormatFailed if the plugin fails
   */
  public Reading read(List<String> header) {
    return new Reading(asked(() -> format().reader(header)));
  }

  /**
   * Begins to write a file.
   *
   * @throws FormatFailed if the plugin fails
   */
  public Writing write(CatalogShape shape) {
    CatalogWriter writer = asked(() -> format().writer(shape));
    return new Writing(writer, asked(() -> List.copyOf(writer.header())));
  }

  private <T> T asked(Supplier<T> call) {
    return calls.within(BUDGET, call).orElseThrow(() -> new FormatFailed(id()));
  }

  /** A file being read. */
  public final class Reading {

    private final CatalogReader reader;

    private Reading(CatalogReader reader) {
      this.reader = reader;
    }

    /** True if it wants to see all rows before it reads any. */
    public boolean looksAhead() {
      return asked(reader::looksAhead);
    }

    public void look(List<CatalogRow> rows) {
      asked(
          () -> {
            rows.forEach(reader::look);
            return true;
          });
    }

    /** What each row says, in the order of the rows. */
    public List<Optional<CatalogEntry>> entries(List<CatalogRow> rows) {
      return asked(
          () -> {
            List<Optional<CatalogEntry>> entries = new ArrayList<>(rows.size());
            rows.forEach(row -> entries.add(reader.read(row)));
            return entries;
          });
    }
  }

  /** A file being written. */
  public final class Writing {

    private final CatalogWriter writer;
    private final List<String> header;

    private Writing(CatalogWriter writer, List<String> header) {
      this.writer = writer;
      this.header = header;
    }

    public List<String> header() {
      return header;
    }

    /** The rows of these listings, in their order. */
    public List<List<String>> rows(List<CatalogArticle> articles) {
      return asked(
          () -> articles.stream().flatMap(article -> writer.rows(article).stream()).toList());
    }
  }
}
