package org.halles.marketplace.importing;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.listener.AbstractJobListener;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;

/** Tells the import how its job ended. */
@Dependent
@Named
class ImportEnding extends AbstractJobListener {

  @Inject
  @BatchProperty(name = "import")
  private String id;

  @Inject private JobContext job;
  @Inject private Endings endings;

  @Override
  public void afterJob() {
    endings.ended(UUID.fromString(id), job.getBatchStatus());
  }
}
