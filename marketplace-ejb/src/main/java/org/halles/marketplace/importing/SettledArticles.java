package org.halles.marketplace.importing;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.vendor.Memberships;
import org.halles.marketplace.vendor.VendorScope;

/** Finds out what articles change, or changes it, on the word of whoever sent the file. */
@Dependent
@Named
class SettledArticles extends AbstractItemWriter {

  @Inject
  @BatchProperty(name = "import")
  private String id;

  @Inject private Staging staging;
  @Inject private Shelving shelving;
  @Inject private Memberships memberships;
  @Inject private CurrentCaller current;

  private Task task;
  private CategoryGuess guess;

  @Override
  public void open(Serializable checkpoint) throws Exception {
    task = staging.task(UUID.fromString(id));
    guess = current.as(task.caller(), () -> shelving.guess(scope(), task.settings()));
  }

  @Override
  public void writeItems(List<Object> items) throws Exception {
    List<Staging.StagedItem> articles = items.stream().map(Staging.StagedItem.class::cast).toList();
    List<Integer> broken =
        staging.broken(task.id(), articles.stream().map(Staging.StagedItem::no).toList());
    List<Settled> settled =
        current.as(
            task.caller(),
            () ->
                shelving.settle(
                    scope(), task.id(), task.settings(), guess, articles, broken, !task.dryRun()));
    if (!settled.isEmpty()) {
      staging.settle(task.id(), settled);
    }
  }

  private VendorScope scope() {
    return memberships.scopeOf(task.slug());
  }
}
