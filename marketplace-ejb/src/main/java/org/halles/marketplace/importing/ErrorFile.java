package org.halles.marketplace.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.vendor.Needs;
import org.halles.marketplace.vendor.Permission;
import org.halles.marketplace.vendor.VendorScope;

/** Everything that is wrong with a file, as a table to work through. */
@ApplicationScoped
public class ErrorFile {

  private Importing importing;

  protected ErrorFile() {}

  @Inject
  ErrorFile(Importing importing) {
    this.importing = importing;
  }

  /**
   * Writes it page by page, however long it is.
   *
   * @param wording how a problem is told to whoever reads the file
   */
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.CATALOGUE_READ)
  public void write(
      VendorScope scope,
      UUID id,
      String language,
      UnaryOperator<ImportProblem> wording,
      OutputStream out)
      throws IOException {
    boolean french = language.equals("fr");
    try (CsvFile file = CsvFile.to(out)) {
      file.row(
          french ? "ligne" : "row",
          french ? "colonne" : "field",
          french ? "valeur" : "value",
          french ? "gravité" : "severity",
          french ? "problème" : "problem",
          french ? "remède" : "fix");
      Page<ImportProblem> page;
      String cursor = null;
      do {
        page = importing.problems(scope, id, Paging.of(Paging.MOST, cursor));
        page.items().forEach(problem -> row(file, wording.apply(problem), language));
        cursor = page.next();
      } while (cursor != null);
    }
  }

  private static void row(CsvFile file, ImportProblem problem, String language) {
    boolean french = language.equals("fr");
    file.row(
        problem.row(),
        problem.field(),
        problem.value(),
        problem.error() ? french ? "erreur" : "error" : french ? "avis" : "notice",
        problem.message().in(language),
        problem.fix().in(language));
  }
}
