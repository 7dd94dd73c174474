package org.halles.marketplace.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Json;

/**
 * How much of the demo is in the database. Written in the same transaction as what it counts, so
 * that loading goes on where a crash stopped it.
 */
@ApplicationScoped
@Transactional
public class DemoProgress {

  private static final String KEY = "demo";

  /**
   * What is done.
   *
   * @param now the day the demo was first loaded on, to which its past leads up
   * @param vendors slugs of those that are in
   * @param rules true if the operator's commission rules are in
   * @param orders how many past orders were placed
   * @param days how many past days are over
   * @param complete true if nothing is left to do
   */
  public record State(
      Instant now, Set<String> vendors, boolean rules, int orders, int days, boolean complete) {

    State withVendor(String slug) {
      Set<String> more = new TreeSet<>(vendors);
      more.add(slug);
      return new State(now, more, rules, orders, days, complete);
    }

    State withRules() {
      return new State(now, vendors, true, orders, days, complete);
    }

    State withOrder() {
      return new State(now, vendors, rules, orders + 1, days, complete);
    }

    State withDay() {
      return new State(now, vendors, rules, orders, days + 1, complete);
    }

    State completed() {
      return new State(now, vendors, rules, orders, days, true);
    }
  }

  private Database database;
  private Clock clock;

  protected DemoProgress() {}

  @Inject
  DemoProgress(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** How far it got; nothing done yet if it never started. */
  @Allowed(Role.SYSTEM)
  public State state() {
    return database
        .find(
            "select value::text as value from setting where key = ?", row -> row.text("value"), KEY)
        .map(json -> Json.read(json, State.class))
        .orElseGet(() -> new State(clock.instant(), Set.of(), false, 0, 0, false));
  }

  @Allowed(Role.SYSTEM)
  public State remember(State state) {
    database.update(
        """
        insert into setting (key, value, updated_at) values (?, ?::jsonb, ?)
        on conflict (key) do update set value = excluded.value, updated_at = excluded.updated_at
        """,
        KEY,
        Json.write(state),
        clock.instant());
    return state;
  }

  /**
   * Counts what was written, so that the planner knows it at once: a database just filled pays a
   * third more for each purchase until PostgreSQL counts by itself.
   */
  @Allowed(Role.SYSTEM)
  public void count() {
    database.update("analyze");
  }
}
