package org.halles.marketplace.importing;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Keeps what rows say until all of them are read. */
@Dependent
@Named
class StagedRows extends AbstractItemWriter {

  @Inject
  @BatchProperty(name = "import")
  private String id;

  @Inject private Staging staging;

  @Override
  public void writeItems(List<Object> items) {
    write(staging, UUID.fromString(id), items);
  }

  static void write(Staging staging, UUID run, List<Object> items) {
    List<Understood> rows = items.stream().map(Understood.class::cast).toList();
    staging.rows(
        run,
        rows.stream().map(Understood::staged).filter(Objects::nonNull).toList(),
        rows.get(rows.size() - 1).row());
    staging.problems(run, null, rows.stream().flatMap(row -> row.told().stream()).toList());
  }
}
