package org.halles.marketplace.importing;

import jakarta.annotation.PreDestroy;
import jakarta.batch.operations.BatchRuntimeException;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.BatchStatus;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
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
    JobOperator jobs = BatchRuntime.getJobOperator();
    turns.takeOver();
    turns.running(ImportStatus.STOPPING).forEach(turn -> halt(jobs, turn));
    turns.running(ImportStatus.RUNNING).forEach(turn -> lookAfter(jobs, turn));
    Optional<Turns.Turn> next = turns.next();
    next.ifPresent(turn -> turns.begun(turn.id(), begin(jobs, turn)));
    return next.isPresent();
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
    try {
      jobs.stop(turn.executionId());
    } catch (BatchRuntimeException notRunning) {
      endings.ended(turn.id(), BatchStatus.STOPPED);
    }
  }

  /** A job whose end could not be written down, because the database was away. */
  private void lookAfter(JobOperator jobs, Turns.Turn turn) {
    BatchStatus status;
    try {
      status = jobs.getJobExecution(turn.executionId()).getBatchStatus();
    } catch (BatchRuntimeException unknown) {
      status = BatchStatus.FAILED;
    }
    if (ENDED.contains(status)) {
      endings.ended(turn.id(), status);
    }
  }
}
