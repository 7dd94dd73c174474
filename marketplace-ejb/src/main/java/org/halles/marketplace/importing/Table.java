package org.halles.marketplace.importing;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A table read row by row, never whole. Rows are counted as a spreadsheet does: the header is 1. A
 * quote that is opened and never closed would swallow the rest of the file as one cell, so a mark
 * is read behind the end: whoever finds it in a cell has found the quote.
 */
final class Table implements Closeable {

  /** Longer than any description. A cell beyond it is a quote that was not closed. */
  private static final int LONGEST_ROW = 4 << 20;

  private static final int MOST_COLUMNS = 1_000;
  private static final String END = "\u0001halles-end-of-table\u0001";

  /** A row, and its place. */
  record Cells(int row, List<String> values) {}

  private final CloseableIterator<CsvRecord> records;
  private int row;

  private Table(Reader text, char separator) {
    this.records =
        CsvReader.builder()
            .fieldSeparator(separator)
            .skipEmptyLines(false)
            .allowMissingFields(true)
            .allowExtraFields(true)
            .maxBufferSize(LONGEST_ROW)
            .ofCsvRecord(text)
            .iterator();
  }

  static Table open(Path file, Charset charset, char separator) throws IOException {
    return new Table(text(file, charset), separator);
  }

  private static Reader text(Path file, Charset charset) throws IOException {
    InputStream end = new ByteArrayInputStream(("\n" + END).getBytes(charset));
    Reader reader =
        new BufferedReader(
            new InputStreamReader(
                new SequenceInputStream(Files.newInputStream(file), end), charset));
    reader.mark(1);
    if (reader.read() != '\uFEFF') {
      reader.reset();
    }
    return reader;
  }

  /** For texts that are in memory. */
  static Table of(String text, char separator) {
    return new Table(new StringReader(text + "\n" + END), separator);
  }

  /**
   * The next row, or empty at the end.
   *
   * @throws BrokenTable if the file is no table from here on
   */
  Optional<Cells> next() {
    try {
      while (records.hasNext()) {
        List<String> values = records.next().getFields();
        row++;
        if (values.get(values.size() - 1).endsWith(END)) {
          if (values.size() == 1 && values.get(0).equals(END)) {
            return Optional.empty();
          }
          throw BrokenTable.openQuote(row, values.get(values.size() - 1).replace(END, ""));
        }
        if (values.size() > MOST_COLUMNS) {
          throw BrokenTable.tooManyColumns(row, values.size());
        }
        if (values.size() > 1 || !values.get(0).isBlank()) {
          return Optional.of(new Cells(row, values.stream().map(Formulas::tame).toList()));
        }
      }
      return Optional.empty();
    } catch (CsvParseException broken) {
      throw BrokenTable.malformed(row + 1, String.valueOf(broken.getMessage()));
    } catch (UncheckedIOException broken) {
      throw BrokenTable.malformed(row + 1, String.valueOf(broken.getCause().getMessage()));
    }
  }

  @Override
  public void close() throws IOException {
    records.close();
  }
}
