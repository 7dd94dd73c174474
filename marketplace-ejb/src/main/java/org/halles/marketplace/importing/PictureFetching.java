package org.halles.marketplace.importing;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Fetches the pictures a file names, before its articles are written. Whatever a foreign server
 * does costs a line of the report, never the import.
 */
@Dependent
@Named
class PictureFetching extends AbstractBatchlet {

  private static final int AT_ONCE = 4;
  private static final int BATCH = 40;

  @Inject
  @BatchProperty(name = "import")
  private String id;

  @Inject private Endings endings;
  @Inject private Staging staging;
  @Inject private WantedPictures wanted;
  @Inject private PictureErrands errands;
  @Inject private ManagedThreadFactory threads;

  private volatile boolean stopping;

  @Override
  public String process() throws Exception {
    UUID run = UUID.fromString(id);
    Task task = staging.task(run);
    if (task.dryRun() || wanted.collect(run) == 0) {
      return null;
    }
    endings.entered(run, ImportPhase.FETCHING);
    ExecutorService helpers = Executors.newFixedThreadPool(AT_ONCE, threads);
    try {
      PictureErrands.Hosts hosts = new PictureErrands.Hosts();
      List<String> next = wanted.next(run, BATCH);
      while (!next.isEmpty() && !stopping) {
        fetch(helpers, task, hosts, next);
        next = wanted.next(run, BATCH);
      }
    } finally {
      helpers.shutdownNow();
    }
    return null;
  }

  private void fetch(
      ExecutorService helpers, Task task, PictureErrands.Hosts hosts, List<String> addresses)
      throws Exception {
    List<Callable<Void>> work = new ArrayList<>();
    for (String address : addresses) {
      work.add(
          () -> {
            if (!stopping) {
              errands.run(task, hosts, address);
            }
            return null;
          });
    }
    for (Future<Void> done : helpers.invokeAll(work)) {
      done.get();
    }
  }

  @Override
  public void stop() {
    stopping = true;
  }
}
