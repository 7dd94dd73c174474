package org.halles.marketplace.importing;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;

/** The articles whose outcome is not known yet. The database says which, not a checkpoint. */
@Dependent
@Named
class StagedArticles extends AbstractItemReader {

  private static final int BATCH = 40;

  @Inject
  @BatchProperty(name = "import")
  private String id;

  @Inject private Staging staging;
  @Inject private Endings endings;

  private final Deque<Staging.StagedItem> waiting = new ArrayDeque<>();
  private int last;

  @Override
  public void open(Serializable checkpoint) {
    UUID run = UUID.fromString(id);
    boolean dry = staging.task(run).dryRun();
    endings.entered(run, dry ? ImportPhase.COMPARING : ImportPhase.WRITING);
  }

  @Override
  public Object readItem() {
    if (waiting.isEmpty()) {
      List<Staging.StagedItem> items = staging.todo(UUID.fromString(id), last, BATCH);
      waiting.addAll(items);
      last = items.isEmpty() ? last : items.get(items.size() - 1).no();
    }
    return waiting.poll();
  }
}
