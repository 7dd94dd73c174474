package org.halles.web.monitoring;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.io.File;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.halles.marketplace.monitoring.Signals;
import org.halles.marketplace.monitoring.Watch;

/**
 * Shows the signals of the marketplace as gauges. They are registered by the registry's own
 * methods: what a builder of Micrometer registers, the server does not show. They go with the
 * deployment, for the server's registry outlives it.
 */
@ApplicationScoped
public class Gauges {

  private final List<String> shown = new ArrayList<>();

  /** Kept here, for a gauge does not keep what it looks at. */
  private final File home =
      new File(Optional.ofNullable(System.getenv("HALLES_HOME")).orElse(".halles"));

  private MeterRegistry registry;
  private Watch watch;

  protected Gauges() {}

  @Inject
  Gauges(MeterRegistry registry, Watch watch) {
    this.registry = registry;
    this.watch = watch;
  }

  void show(@Observes Startup serverStarted) {
    show("halles.payments.undecided", Signals::undecidedPayments);
    show("halles.payments.approved", Signals::approvedPayments);
    show("halles.payments.declined", Signals::declinedPayments);
    show("halles.events.waiting", Signals::waitingEvents);
    show("halles.events.oldest.seconds", Signals::oldestEventSeconds);
    show("halles.webhooks.failing", Signals::failingWebhooks);
    show("halles.payouts.failed", Signals::failedPayouts);
    show("halles.books.unchecked.seconds", one -> age(one.booksRightAt(), one.at()));
    show("halles.plugins.quarantined", Signals::quarantinedPlugins);
    show("halles.signals.age.seconds", one -> age(one.at(), Instant.now()));
    shown.add("halles.disk.free.ratio");
    registry.gauge("halles.disk.free.ratio", Tags.empty(), home, Gauges::free);
  }

  private void show(String name, ToDoubleFunction<Signals> figure) {
    shown.add(name);
    registry.gauge(
        name,
        Tags.empty(),
        watch,
        from -> from.latest().map(figure::applyAsDouble).orElse(Double.NaN));
  }

  private static double free(File home) {
    return home.getTotalSpace() == 0
        ? Double.NaN
        : (double) home.getUsableSpace() / home.getTotalSpace();
  }

  @PreDestroy
  void hide() {
    shown.forEach(name -> List.copyOf(registry.find(name).meters()).forEach(registry::remove));
  }

  private static double age(Instant since, Instant now) {
    return since == null ? Double.NaN : Duration.between(since, now).toMillis() / 1000d;
  }
}
