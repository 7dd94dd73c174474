package org.halles.marketplace.importing;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;

/** Puts the rows of the file together to articles. */
@Dependent
@Named
class ArticleGrouping extends AbstractBatchlet {

  @Inject
  @BatchProperty(name = "import")
  private String id;

  @Inject private Endings endings;
  @Inject private Staging staging;

  @Override
  public String process() {
    UUID run = UUID.fromString(id);
    Task task = staging.task(run);
    if (!task.grouped()) {
      endings.grouped(run);
    }
    return null;
  }
}
