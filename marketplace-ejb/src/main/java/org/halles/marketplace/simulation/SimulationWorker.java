package org.halles.marketplace.simulation;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.halles.marketplace.commission.CandidateRules;
import org.halles.marketplace.commission.Commissions;
import org.halles.marketplace.commission.RuleBook;
import org.halles.marketplace.commission.Share;
import org.halles.marketplace.plugin.Plugins;
import org.halles.marketplace.shared.BackgroundLoop;
import org.halles.marketplace.shared.BusinessCalendar;
import org.halles.marketplace.shared.Refusal;

/** Works on one simulation after the other. */
@ApplicationScoped
class SimulationWorker {

  /** Vendors' orders at once: few enough that one conversation with the plugins is short. */
  private static final int AT_ONCE = 400;

  private ManagedThreadFactory threads;
  private SimulationRows rows;
  private PastOrders past;
  private CandidateRules candidates;
  private Plugins plugins;
  private Clock clock;
  private BackgroundLoop loop;

  protected SimulationWorker() {}

  @Inject
  SimulationWorker(
      ManagedThreadFactory threads,
      SimulationRows rows,
      PastOrders past,
      CandidateRules candidates,
      Plugins plugins,
      Clock clock) {
    this.threads = threads;
    this.rows = rows;
    this.past = past;
    this.candidates = candidates;
    this.plugins = plugins;
    this.clock = clock;
    this.loop = new BackgroundLoop("simulations", Duration.ofSeconds(5), this::step);
  }

  void start(@Observes Startup serverStarted) {
    loop.start(threads);
  }

  void wake() {
    loop.wake();
  }

  @PreDestroy
  void stop() {
    loop.stop();
  }

  private boolean step() {
    Optional<SimulationView> open = rows.take();
    open.ifPresent(this::answer);
    return open.isPresent();
  }

  private void answer(SimulationView simulation) {
    try {
      Outcome outcome = replay(simulation);
      rows.finish(simulation.id(), outcome, null, clock.instant());
    } catch (Refusal refused) {
      rows.finish(simulation.id(), null, refused.getMessage(), clock.instant());
    }
  }

  private Outcome replay(SimulationView simulation) {
    NewSimulation request = simulation.request();
    RuleBook inForce = candidates.book(List.of(), List.of());
    RuleBook tried = candidates.book(request.rules(), request.without());
    PastOrders.Span span = past.span(request, BusinessCalendar.dayOf(clock.instant()));
    int total = past.lines(span);
    int done = 0;
    Tally tally = new Tally();
    SoldToday today = new SoldToday();
    List<PastOrder> orders = past.next(span, AT_ONCE, today);
    while (!orders.isEmpty()) {
      List<PastOrder> some = orders;
      List<List<List<Share>>> before = shares(some, inForce);
      List<List<List<Share>>> after = request.asTheyAre() ? before : shares(some, tried);
      for (int index = 0; index < some.size(); index++) {
        tally.add(some.get(index), before.get(index), after.get(index));
        done += some.get(index).lines().size();
      }
      rows.progress(simulation.id(), done, total);
      PastOrder last = some.get(some.size() - 1);
      span = new PastOrders.Span(last.placedAt(), last.id(), span.before());
      orders = past.next(span, AT_ONCE, today);
    }
    rows.progress(simulation.id(), done, done);
    return tally.outcome();
  }

  private List<List<List<Share>>> shares(List<PastOrder> orders, RuleBook book) {
    return plugins.rehearse(
        talk -> {
          Commissions engine = new Commissions(talk, book);
          return orders.stream().map(order -> engine.of(order.sales())).toList();
        });
  }
}
