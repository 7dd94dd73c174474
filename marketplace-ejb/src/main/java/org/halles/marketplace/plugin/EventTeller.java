package org.halles.marketplace.plugin;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.stream.Collectors;
import org.halles.marketplace.shared.AfterCommit;
import org.halles.marketplace.shared.BackgroundLoop;
import org.halles.marketplace.shared.DomainEvent;
import org.halles.spi.PluginEvent;
import org.jboss.logging.Logger;

/**
 * Tells plugins what happened, on a thread of its own, after it was committed: nobody waits for
 * them, and whatever they do, it has happened. Durable observers are told from the database until
 * they take it; the others once, or not at all if they are too slow for what happens.
 */
@ApplicationScoped
public class EventTeller {

  private static final Logger LOG = Logger.getLogger(EventTeller.class);
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final Duration REMEMBERED = Duration.ofDays(7);
  private static final int WAITING_AT_MOST = 1_000;

  private record Passing(String observer, PluginEvent event) {}

  private Plugins plugins;
  private ToldLater later;
  private AfterCommit afterCommit;
  private Clock clock;
  private ManagedThreadFactory threads;
  private BackgroundLoop durable;
  private BackgroundLoop passing;
  private final BlockingQueue<Passing> queue = new ArrayBlockingQueue<>(WAITING_AT_MOST);

  protected EventTeller() {}

  @Inject
  EventTeller(
      Plugins plugins,
      ToldLater later,
      AfterCommit afterCommit,
      Clock clock,
      ManagedThreadFactory threads) {
    this.plugins = plugins;
    this.later = later;
    this.afterCommit = afterCommit;
    this.clock = clock;
    this.threads = threads;
    this.durable = new BackgroundLoop("plugin-events", PAUSE, this::tellNext);
    this.passing = new BackgroundLoop("plugin-news", PAUSE, this::passNext);
  }

  void start(@Observes Startup serverStarted) {
    durable.start(threads);
    passing.start(threads);
  }

  @PreDestroy
  void stop() {
    durable.stop();
    passing.stop();
  }

  /** Taken out of the outbox, in its transaction: only written down here. */
  void on(@Observes DomainEvent happened) {
    List<String> observers = plugins.observers();
    List<PluginEvent> told = observers.isEmpty() ? List.of() : ToldEvents.of(happened);
    told.forEach(event -> note(event, observers));
  }

  private void note(PluginEvent event, List<String> observers) {
    Map<Boolean, List<String>> byKind =
        observers.stream().collect(Collectors.partitioningBy(plugins::isDurable));
    if (!byKind.get(true).isEmpty()) {
      later.add(byKind.get(true), event);
    }
    List<String> once = byKind.get(false);
    afterCommit.run(
        () -> {
          once.forEach(observer -> pass(observer, event));
          durable.wake();
          passing.wake();
        });
  }

  private void pass(String observer, PluginEvent event) {
    if (!queue.offer(new Passing(observer, event))) {
      LOG.warnf("%s is not told of %s: too much waits already", observer, event.id());
    }
  }

  private boolean passNext() {
    Passing next = queue.poll();
    if (next != null && plugins.soundObservers().contains(next.observer())) {
      plugins.tell(next.observer(), next.event());
    }
    return next != null;
  }

  /** One telling to a durable observer that may be asked now; true if there was one. */
  private boolean tellNext() {
    List<String> sound = plugins.soundObservers();
    Optional<ToldLater.Waiting> due = sound.isEmpty() ? Optional.empty() : later.take(sound);
    due.ifPresent(this::tell);
    if (due.isEmpty() && !sound.isEmpty()) {
      later.forget(clock.instant().minus(REMEMBERED));
    }
    return due.isPresent();
  }

  private void tell(ToldLater.Waiting told) {
    if (plugins.tell(told.observer(), told.event())) {
      later.done(told);
    } else {
      later.postpone(told);
    }
  }
}
