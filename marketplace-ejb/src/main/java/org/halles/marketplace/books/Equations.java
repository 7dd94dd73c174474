package org.halles.marketplace.books;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.halles.marketplace.books.BooksReport.Check;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Database;

/**
 * Asks the database whether an invariant holds. Each equation is one statement and so sees one
 * moment; it stands alone, as over a large book it takes longer than a transaction of the server
 * may last.
 */
@ApplicationScoped
class Equations {

  private Database database;

  protected Equations() {}

  @Inject
  Equations(Database database) {
    this.database = database;
  }

  @Allowed(Role.FINANCE)
  @Transactional(Transactional.TxType.NOT_SUPPORTED)
  public Check check(Invariant invariant, Object... parameters) {
    if (!invariant.applies()) {
      return new Check(
          invariant.id(),
          invariant.title(),
          false,
          true,
          0,
          invariant.note(),
          List.of(),
          List.of());
    }
    return database
        .findPatiently(
            invariant.sql(),
            row ->
                new Check(
                    invariant.id(),
                    invariant.title(),
                    true,
                    row.texts("violations").isEmpty(),
                    row.whole("examined"),
                    "",
                    row.texts("violations"),
                    List.of()),
            parameters)
        .orElseThrow();
  }
}
