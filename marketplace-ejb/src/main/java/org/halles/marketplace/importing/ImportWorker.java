package org.halles.marketplace.importing;

import jakarta.annotation.PreDestroy;
import jakarta.batch.operations.BatchRuntimeException;
import jakarta.batch.operations.JobExecutionNotRunningException;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.operations.NoSuchJobExecutionException;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.BatchStatus;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.halles.marketplace.shared.BackgroundLoop;
import org.jboss.logging.Logger;

/**
 * Starts the jobs whose turn it is, stops those that shall stop, and finds those that were lost.
 */
@ApplicationScoped
class ImportWorker {

  private static final Logger LOG = Logger.getLogger(ImportWorker.class);
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final String JOB = "catalogue-import";
  private static final Set<BatchStatus> ENDED =
      EnumSet.of(
          BatchStatus.COMPLETED, BatchStatus.FAILED, BatchStatus.STOPPED, BatchStatus.ABANDONED);

  private Turns turns;
  private Endings endings;
  private ManagedThreadFactory threads;
  private BackgroundLoop loop;

  /** The jobs that were begun here; what the database says of them may come later. */
  private final Map<UUID, Long> begun = new ConcurrentHashMap<>();

  protected ImportWorker() {}

  @Inject
  ImportWorker(Turns turns, Endings endings, ManagedThreadFactory threads) {
    this.turns = turns;
    this.endings = endings;
    this.threads = threads;
    this.loop = new BackgroundLoop("imports", PAUSE, this::step);
  }

  void start(@Observes Startup serverStarted) {
    loop.start(threads);
  }

  @PreDestroy
  void stop() {
    loop.stop();
  }

  /** Something was queued, or shall stop. */
  void wake() {
    loop.wake();
  }

  /** The job operator is found by the class loader of the deployment part that has the jobs. */
  private boolean step() {
    Thread.currentThread().setContextClassLoader(ImportWorker.class.getClassLoader());
    return step(BatchRuntime.getJobOperator());
  }

  /** True if an import was begun, so that another may be. */
  boolean step(JobOperator jobs) {
    turns.takeOver();
    turns.running(ImportStatus.STOPPING).forEach(turn -> halt(jobs, turn));
    turns.running(ImportStatus.RUNNING).forEach(turn -> lookAfter(jobs, turn));
    Optional<Turns.Turn> next = turns.next();
    next.ifPresent(turn -> beginNow(jobs, turn));
    return next.isPresent();
  }

  /** A turn whose job cannot begin is found by {@link #lookAfter}, for no job is known of it. */
  private void beginNow(JobOperator jobs, Turns.Turn turn) {
    begun.remove(turn.id());
    long execution = begin(jobs, turn);
    begun.put(turn.id(), execution);
    turns.begun(turn.id(), execution);
  }

  private static long begin(JobOperator jobs, Turns.Turn turn) {
    Properties parameters = new Properties();
    parameters.setProperty("import", turn.id().toString());
    if (turn.executionId() != null) {
      try {
        Properties anyhow = new Properties();
        anyhow.putAll(parameters);
        // after a crash the job repository still calls the job running
        anyhow.setProperty("jberet.restartMode", "force");
        return jobs.restart(turn.executionId(), anyhow);
      } catch (BatchRuntimeException ended) {
        LOG.debugf(ended, "import %s begins a new job", turn.id());
      }
    }
    return jobs.start(JOB, parameters);
  }

  private void halt(JobOperator jobs, Turns.Turn turn) {
    Long execution = begun.get(turn.id());
    try {
      if (execution != null) {
        jobs.stop(execution);
        return;
      }
    } catch (NoSuchJobExecutionException | JobExecutionNotRunningException notRunning) {
      LOG.debugf(notRunning, "import %s was not running", turn.id());
    }
    endings.ended(turn.id(), BatchStatus.STOPPED);
  }

  /**
   * What the database could not be told while it was away: that a job began, that it never did, or
   * that it ended.
   */
  private void lookAfter(JobOperator jobs, Turns.Turn turn) {
    Long execution = begun.get(turn.id());
    if (execution == null) {
      endings.ended(turn.id(), BatchStatus.FAILED);
      return;
    }
    BatchStatus status = statusOf(jobs, execution);
    if (ENDED.contains(status)) {
      endings.ended(turn.id(), status);
    } else if (!execution.equals(turn.executionId())) {
      turns.begun(turn.id(), execution);
    }
  }

  private static BatchStatus statusOf(JobOperator jobs, long execution) {
    try {
      return jobs.getJobExecution(execution).getBatchStatus();
    } catch (NoSuchJobExecutionException unknown) {
      return BatchStatus.FAILED;
    }
  }
}
