package org.halles.marketplace.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.audit.Subject;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.Database;

/** What the operator lets vendors do with paid orders. */
@ApplicationScoped
public class OrderPolicy {

  /**
   * The policy.
   *
   * @param acceptHours for so many hours after the payment a vendor may accept or refuse an order,
   *     and one that says nothing has accepted; null: orders need no acceptance
   */
  public record Terms(Integer acceptHours) {}

  private static final int LONGEST = 240;

  private Database database;
  private Audit audit;
  private Clock clock;

  protected OrderPolicy() {}

  @Inject
  public OrderPolicy(Database database, Audit audit, Clock clock) {
    this.database = database;
    this.audit = audit;
    this.clock = clock;
  }

  /** The policy as it is. */
  @Allowed({Role.SUPPORT, Role.FINANCE, Role.MODERATOR})
  @Transactional
  public Terms get() {
    return read();
  }

  /** The policy for orders paid from now on. */
  @Allowed(Role.ADMIN)
  @Transactional
  public Terms change(Terms terms) {
    Checklist checklist = new Checklist();
    checklist.number("acceptHours", terms.acceptHours(), 1, LONGEST, 0);
    checklist.done();
    Terms before = read();
    if (!before.equals(terms)) {
      database.update(
          "update order_policy set accept_hours = ?, changed_at = ?",
          terms.acceptHours(),
          clock.instant());
      audit.record("change-order-policy", Subject.of("order-policy", 1), of(before), of(terms));
    }
    return terms;
  }

  private Terms read() {
    return database
        .find(
            "select accept_hours from order_policy",
            row -> new Terms(row.integerOrNull("accept_hours")))
        .orElseThrow();
  }

  private static Map<String, Object> of(Terms terms) {
    Map<String, Object> words = new HashMap<>();
    words.put("acceptHours", terms.acceptHours());
    return words;
  }
}
