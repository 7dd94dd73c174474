package org.halles.marketplace.attribute;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.audit.Subject;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.AfterCommit;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;

/**
 * Operators write the dictionary; everybody reads it. It changes rarely and every page shows some
 * of it, so it is kept in memory; another node sees a change within half a minute.
 */
@ApplicationScoped
public class Attributes {

  private static final Duration FRESH = Duration.ofSeconds(30);

  private record Snapshot(AttributeBook book, Instant until) {}

  private AttributeStore store;
  private Audit audit;
  private Event<AttributeDefined> defined;
  private AfterCommit afterCommit;
  private Clock clock;
  private volatile Snapshot snapshot;

  protected Attributes() {}

  @Inject
  Attributes(
      AttributeStore store,
      Audit audit,
      Event<AttributeDefined> defined,
      AfterCommit afterCommit,
      Clock clock) {
    this.store = store;
    this.audit = audit;
    this.defined = defined;
    this.afterCommit = afterCommit;
    this.clock = clock;
  }

  /** The whole dictionary. */
  @Allowed(Role.ANYONE)
  public AttributeBook book() {
    Snapshot known = snapshot;
    Instant now = clock.instant();
    if (known == null || known.until().isBefore(now)) {
      known = new Snapshot(store.read(), now.plus(FRESH));
      snapshot = known;
    }
    return known.book();
  }

  /** The whole dictionary as it is now, for those who write it. */
  @Allowed(Role.MODERATOR)
  public List<AttributeView> all() {
    return List.copyOf(store.read().all());
  }

  /**
   * A part of it in the operator's order.
   *
   * @param archived true for what nobody is asked for any more
   */
  @Allowed(Role.MODERATOR)
  public Page<AttributeView> list(boolean archived, Paging paging) {
    return store.page(archived, paging);
  }

  /**
   * Adds an attribute, or changes the one with this code. Its kind stays: listings rest on it.
   *
   * @throws org.halles.marketplace.shared.InvalidInput with everything that is wrong
   */
  @Allowed(Role.MODERATOR)
  @Transactional
  public AttributeView define(String code, AttributeInput input) {
    AttributeView before = store.read().find(code).orElse(null);
    AttributeView checked = new DefinitionChecks().check(code, input, before);
    store.write(checked);
    audit.record("define-attribute", Subject.of("attribute", code), before, checked);
    defined.fire(new AttributeDefined(code));
    forget();
    return checked;
  }

  /** Nobody is asked for it any more; what was said stays. Or the other way round. */
  @Allowed(Role.MODERATOR)
  @Transactional
  public AttributeView archive(String code, boolean archived) {
    AttributeView before = find(code);
    store.archive(code, archived);
    AttributeView after = find(code);
    audit.record("archive-attribute", Subject.of("attribute", code), before, after);
    forget();
    return after;
  }

  private AttributeView find(String code) {
    return store.read().find(code).orElseThrow(() -> new NotFound("attribute", code));
  }

  /** What a category asks for by itself, from now on, in this order. */
  @Allowed(Role.MODERATOR)
  @Transactional
  public List<CategoryAttribute> assign(UUID categoryId, List<Assignment> assignments) {
    AttributeBook before = store.read();
    List<Assignment> checked = new AssignmentChecks(before).check(assignments);
    store.assign(categoryId, checked);
    audit.record(
        "assign-attributes",
        Subject.of("category", categoryId),
        before.own(categoryId).stream().map(Attributes::asAssignment).toList(),
        checked);
    forget();
    return store.read().own(categoryId);
  }

  private static Assignment asAssignment(CategoryAttribute asked) {
    return new Assignment(asked.attribute().code(), asked.required(), asked.axis());
  }

  private void forget() {
    afterCommit.run(() -> snapshot = null);
  }
}
