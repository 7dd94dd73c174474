package org.halles.marketplace.audit;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Json;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;

/** The log as a table for other programs, written page by page, however long it is. */
@ApplicationScoped
public class AuditExport {

  public static final String MEDIA_TYPE = "text/csv;charset=UTF-8";

  private static final Pattern FORMULA = Pattern.compile("[=+\\-@\\t\\r].*", Pattern.DOTALL);

  private Audit audit;

  protected AuditExport() {}

  @Inject
  AuditExport(Audit audit) {
    this.audit = audit;
  }

  /**
   * Writes what the filter lets through, newest first, in UTF-8 with a byte order mark, so that
   * spreadsheets read accents. The stream stays open.
   */
  @Allowed({Role.MODERATOR, Role.FINANCE, Role.SUPPORT})
  public void write(AuditFilter filter, OutputStream out) throws IOException {
    Page<AuditView> page = audit.list(filter, Paging.of(Paging.MOST, null));
    Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    text.write('\ufeff');
    CsvWriter csv = CsvWriter.builder().build(text);
    csv.writeRecord("id", "at", "actor", "action", "subject", "subject_id", "before", "after");
    while (true) {
      page.items().forEach(entry -> write(csv, entry));
      csv.flush();
      text.flush();
      if (page.next() == null) {
        return;
      }
      page = audit.list(filter, Paging.of(Paging.MOST, page.next()));
    }
  }

  private static void write(CsvWriter csv, AuditView entry) {
    csv.writeRecord(
        String.valueOf(entry.id()),
        entry.at().toString(),
        harmless(entry.actor()),
        harmless(entry.action()),
        harmless(entry.subjectType()),
        harmless(entry.subjectId()),
        harmless(json(entry.before())),
        harmless(json(entry.after())));
  }

  private static String json(Map<String, Object> data) {
    return data == null ? "" : Json.write(Noted.worded(data));
  }

  /** A spreadsheet must not compute what somebody typed. */
  static String harmless(String cell) {
    String text = cell == null ? "" : cell;
    return FORMULA.matcher(text).matches() ? "'" + text : text;
  }
}
