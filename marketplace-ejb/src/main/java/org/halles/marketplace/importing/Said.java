package org.halles.marketplace.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.halles.spi.CatalogFact;
import org.halles.spi.CatalogField;

/**
 * What the rows of an article say, by field. A field that several rows fill counts the first time.
 *
 * @param rows in their order
 */
record Said(List<Staging.StagedRow> rows) {

  /** A fact and its row. */
  record At(int row, CatalogFact fact) {
    String value() {
      return fact.value();
    }
  }

  int firstRow() {
    return rows.isEmpty() ? 0 : rows.get(0).row();
  }

  List<At> all(CatalogField field) {
    List<At> found = new ArrayList<>();
    for (Staging.StagedRow row : rows) {
      row.facts().stream()
          .filter(fact -> fact.field() == field)
          .forEach(fact -> found.add(new At(row.row(), fact)));
    }
    return found;
  }

  Optional<At> first(CatalogField field) {
    return all(field).stream().findFirst();
  }
}
