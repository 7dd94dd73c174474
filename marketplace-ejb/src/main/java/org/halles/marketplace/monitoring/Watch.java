package org.halles.marketplace.monitoring;

import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.identity.SystemWorker;
import org.halles.marketplace.plugin.PluginControl;
import org.halles.marketplace.plugin.PluginView;

/**
 * Reads the signals every fifteen seconds, so that whoever asks for them, however often, costs the
 * database nothing.
 */
@ApplicationScoped
public class Watch extends SystemWorker {

  private static final Duration PAUSE = Duration.ofSeconds(15);

  private SignalRows rows;
  private PluginControl plugins;
  private Clock clock;
  private volatile Signals latest;

  protected Watch() {}

  @Inject
  Watch(
      SignalRows rows,
      PluginControl plugins,
      CurrentCaller caller,
      Clock clock,
      ManagedThreadFactory threads) {
    super("watch", PAUSE, caller, threads);
    this.rows = rows;
    this.plugins = plugins;
    this.clock = clock;
  }

  /** As they stood some seconds ago; empty before the first look. */
  public Optional<Signals> latest() {
    return Optional.ofNullable(latest);
  }

  @Override
  protected boolean turn() {
    long quarantined = plugins.list().stream().filter(PluginView::isQuarantined).count();
    latest = rows.read(clock.instant(), quarantined);
    return false;
  }
}
