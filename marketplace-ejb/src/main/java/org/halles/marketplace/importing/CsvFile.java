package org.halles.marketplace.importing;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * A table written row by row, in UTF-8 with a mark, so that spreadsheets read the accents; cells
 * that begin like a formula cannot run.
 */
public final class CsvFile implements Closeable {

  private final Writer text;
  private final CsvWriter rows;

  private CsvFile(Writer text) {
    this.text = text;
    this.rows = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
  }

  /** Begins a file. Closing it leaves the stream open: it may be a part of an archive. */
  public static CsvFile to(OutputStream out) {
    try {
      Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
      text.write('\uFEFF');
      return new CsvFile(text);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  public void row(List<String> cells) {
    rows.writeRecord(
        cells.stream().map(cell -> cell == null ? "" : Formulas.disarm(cell)).toList());
  }

  public void row(Object... cells) {
    row(Arrays.stream(cells).map(cell -> cell == null ? "" : cell.toString()).toList());
  }

  /** Everything written so far is on its way. */
  @Override
  public void close() throws IOException {
    rows.flush();
    text.flush();
  }
}
