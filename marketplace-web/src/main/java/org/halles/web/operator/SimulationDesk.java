package org.halles.web.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.commission.CommissionRules;
import org.halles.marketplace.commission.RuleVersion;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Violation;
import org.halles.marketplace.simulation.NewSimulation;
import org.halles.marketplace.simulation.Outcome;
import org.halles.marketplace.simulation.SimulationView;
import org.halles.marketplace.simulation.Simulations;
import org.halles.web.ui.Functions;
import org.halles.web.ui.Query;
import org.halles.web.ui.Say;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;

/** Simulations of commission: begun, waited for, read. */
@Named
@RequestScoped
public class SimulationDesk {

  private static final String PATH = "/operator/commission-simulations";

  @Inject @Param private String simulation;
  @Inject @Param private String cursor;
  @Inject private Simulations simulations;
  @Inject private CommissionRules rules;
  @Inject private Say say;

  private final Map<String, String> faults = new HashMap<>();
  private Page<SimulationView> page;
  private SimulationView found;
  private String from;
  private String to;
  private String lastOrders = "";
  private String without = "";

  public List<SimulationView> getSimulations() {
    return page().items();
  }

  public String getNext() {
    String next = page().next();
    return next == null ? null : Query.of(PATH).with("cursor", next).toString();
  }

  public String getFirst() {
    return cursor == null ? null : PATH;
  }

  private Page<SimulationView> page() {
    if (page == null) {
      page = simulations.list(Paging.of(null, cursor));
    }
    return page;
  }

  /** The one that is looked at. */
  public SimulationView getSimulation() {
    if (found == null) {
      try {
        found = simulations.get(UUID.fromString(simulation));
      } catch (IllegalArgumentException malformed) {
        throw new NotFound("commission simulation", simulation);
      }
    }
    return found;
  }

  public List<RuleVersion> getRules() {
    return rules.inForce();
  }

  /** What is tried, in words: the rules that are added or replaced. */
  public List<String> names(SimulationView view) {
    return view.request().rules().stream()
        .map(rule -> Functions.called(rule.called(), rule.names()))
        .toList();
  }

  /** Rows with a bar each, as wide as the largest change allows. */
  public List<ChangeBar> bars(List<Outcome.Row> rows) {
    return ChangeBar.of(rows);
  }

  /** Begins one without a rule, or of the rules as they are. */
  public void start() {
    faults.clear();
    List<Violation> unread = new ArrayList<>();
    NewSimulation request =
        new NewSimulation(
            day("from", from, unread),
            day("to", to, unread),
            number(unread),
            List.of(),
            without.isBlank() ? List.of() : List.of(UUID.fromString(without)));
    UUID[] begun = new UUID[1];
    boolean done =
        say.trying(
            faults,
            () -> {
              if (!unread.isEmpty()) {
                throw new InvalidInput(unread);
              }
              begun[0] = simulations.start(request).id();
            });
    if (done) {
      Faces.redirect(PATH + "/" + begun[0]);
    }
  }

  private static LocalDate day(String field, String typed, List<Violation> unread) {
    try {
      return typed == null || typed.isBlank() ? null : LocalDate.parse(typed.strip());
    } catch (DateTimeParseException malformed) {
      unread.add(new Violation(field, "must be a day such as 2026-05-31", typed));
      return null;
    }
  }

  private Integer number(List<Violation> unread) {
    String typed = lastOrders == null ? "" : lastOrders.replaceAll("[\\s\\u00a0\\u202f]", "");
    if (!typed.matches("\\d{0,7}")) {
      unread.add(new Violation("lastOrders", "must be a whole number", lastOrders));
      return null;
    }
    return typed.isEmpty() ? null : Integer.valueOf(typed);
  }

  public Map<String, String> getFaults() {
    return faults;
  }

  public String getFrom() {
    return from;
  }

  public void setFrom(String from) {
    this.from = from;
  }

  public String getTo() {
    return to;
  }

  public void setTo(String to) {
    this.to = to;
  }

  public String getLastOrders() {
    return lastOrders;
  }

  public void setLastOrders(String lastOrders) {
    this.lastOrders = lastOrders;
  }

  public String getWithout() {
    return without;
  }

  public void setWithout(String without) {
    this.without = without == null ? "" : without;
  }
}
