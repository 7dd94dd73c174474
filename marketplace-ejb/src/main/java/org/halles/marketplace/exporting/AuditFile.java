package org.halles.marketplace.exporting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Violation;

/**
 * The file of accounting entries (fichier des écritures comptables) that French law demands for a
 * tax audit: order of 29 July 2013, article A47 A-1 of the Livre des procédures fiscales. Entries
 * are those that are sealed, under the gapless number they got then, with the day of the seal as
 * the day of validation. Euros only: the book holds no rate for other currencies.
 */
@ApplicationScoped
public class AuditFile {

  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

  private static final String COLUMNS =
      String.join(
          "\t",
          "JournalCode",
          "JournalLib",
          "EcritureNum",
          "EcritureDate",
          "CompteNum",
          "CompteLib",
          "CompAuxNum",
          "CompAuxLib",
          "PieceRef",
          "PieceDate",
          "EcritureLib",
          "Debit",
          "Credit",
          "EcritureLet",
          "DateLet",
          "ValidDate",
          "Montantdevise",
          "Idevise");

  private AuditFileLines lines;

  protected AuditFile() {}

  @Inject
  AuditFile(AuditFileLines lines) {
    this.lines = lines;
  }

  /**
   * What the file must be called.
   *
   * @param siren nine digits, the last of which checks the others
   * @param from first business day of the financial year
   * @param to its last
   * @throws InvalidInput naming everything wrong
   */
  @Allowed(Role.FINANCE)
  public String name(String siren, LocalDate from, LocalDate to) {
    List<Violation> wrong = new ArrayList<>();
    if (siren == null || !siren.matches("\\d{9}") || !Siren.isValid(siren)) {
      wrong.add(new Violation("siren", "must be the nine digits of a SIREN", siren));
    }
    if (from == null) {
      wrong.add(new Violation("from", "is required: the first day of the financial year", null));
    }
    if (to == null) {
      wrong.add(new Violation("to", "is required: the last day of the financial year", null));
    } else if (from != null && to.isBefore(from)) {
      wrong.add(new Violation("to", "must not be before " + from, to.toString()));
    }
    if (!wrong.isEmpty()) {
      throw new InvalidInput(wrong);
    }
    return siren + "FEC" + DAY.format(to) + ".txt";
  }

  /** Writes it, entry by entry. */
  @Allowed(Role.FINANCE)
  @Transactional
  public void write(String siren, LocalDate from, LocalDate to, OutputStream out)
      throws IOException {
    name(siren, from, to);
    try (Writer file = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
      row(file, COLUMNS);
      lines.forEach(from, to, line -> row(file, line));
    } catch (UncheckedIOException broken) {
      throw broken.getCause();
    }
  }

  private static void row(Writer file, String line) {
    try {
      file.write(line);
      file.write("\r\n");
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
