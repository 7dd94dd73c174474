package org.halles.marketplace.simulation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.commission.CandidateRules;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.AfterCommit;
import org.halles.marketplace.shared.Ids;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Violation;

/** What would these rules have meant: asked by an operator, answered in the background. */
@ApplicationScoped
public class Simulations {

  private static final int MOST_RULES = 100;
  private static final int MOST_ORDERS = 1_000_000;

  private final SimulationRows rows;
  private final CandidateRules candidates;
  private final SimulationWorker worker;
  private final AfterCommit afterCommit;
  private final CurrentCaller caller;
  private final Clock clock;

  @Inject
  Simulations(
      SimulationRows rows,
      CandidateRules candidates,
      SimulationWorker worker,
      AfterCommit afterCommit,
      CurrentCaller caller,
      Clock clock) {
    this.rows = rows;
    this.candidates = candidates;
    this.worker = worker;
    this.afterCommit = afterCommit;
    this.caller = caller;
    this.clock = clock;
  }

  protected Simulations() {
    this(null, null, null, null, null, null);
  }

  /**
   * Begins one; it changes nothing but itself.
   *
   * @throws InvalidInput naming everything that is wrong, also within the rules
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public SimulationView start(NewSimulation request) {
    List<Violation> violations = new ArrayList<>();
    if (request.from() != null && request.to() != null && request.from().isAfter(request.to())) {
      violations.add(
          new Violation("to", "must not be before " + request.from(), request.to().toString()));
    }
    Integer last = request.lastOrders();
    if (last != null && (last < 1 || last > MOST_ORDERS)) {
      violations.add(
          new Violation("lastOrders", "must be between 1 and " + MOST_ORDERS, last.toString()));
    }
    if (request.rules().size() > MOST_RULES) {
      violations.add(
          new Violation("rules", "must be at most " + MOST_RULES, "" + request.rules().size()));
    }
    violations.addAll(candidates.violations(request.rules(), request.without()));
    if (!violations.isEmpty()) {
      throw new InvalidInput(violations);
    }
    UUID id = Ids.next();
    rows.insert(id, request, caller.get().label(), clock.instant());
    afterCommit.run(worker::wake);
    return get(id);
  }

  /** One, with what came out of it. */
  @Allowed({Role.FINANCE, Role.MODERATOR, Role.SUPPORT})
  @Transactional
  public SimulationView get(UUID id) {
    return rows.find(id).orElseThrow(() -> new NotFound("commission simulation", id));
  }

  /** All, newest first, without what came out of them. */
  @Allowed({Role.FINANCE, Role.MODERATOR, Role.SUPPORT})
  @Transactional
  public Page<SimulationView> list(Paging paging) {
    return rows.page(paging);
  }
}
