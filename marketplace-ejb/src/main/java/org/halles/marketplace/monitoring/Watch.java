package org.halles.marketplace.monitoring;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.halles.marketplace.identity.Caller;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.plugin.PluginControl;
import org.halles.marketplace.plugin.PluginView;
import org.halles.marketplace.shared.BackgroundLoop;

/**
 * Reads the signals every fifteen seconds, so that whoever asks for them, however often, costs the
 * database nothing.
 */
@ApplicationScoped
public class Watch {

  private static final Duration PAUSE = Duration.ofSeconds(15);

  private SignalRows rows;
  private PluginControl plugins;
  private Clock clock;
  private ManagedThreadFactory threads;
  private BackgroundLoop loop;
  private volatile Signals latest;

  protected Watch() {}

  @Inject
  Watch(
      SignalRows rows,
      PluginControl plugins,
      CurrentCaller caller,
      Clock clock,
      ManagedThreadFactory threads) {
    this.rows = rows;
    this.plugins = plugins;
    this.clock = clock;
    this.threads = threads;
    this.loop =
        new BackgroundLoop(
            "watch",
            PAUSE,
            () -> {
              caller.run(Caller.SYSTEM, this::look);
              return false;
            });
  }

  void start(@Observes Startup serverStarted) {
    loop.start(threads);
  }

  @PreDestroy
  void stop() {
    loop.stop();
  }

  /** As they stood some seconds ago; empty before the first look. */
  public Optional<Signals> latest() {
    return Optional.ofNullable(latest);
  }

  private void look() {
    long quarantined = plugins.list().stream().filter(PluginView::isQuarantined).count();
    latest = rows.read(clock.instant(), quarantined);
  }
}
