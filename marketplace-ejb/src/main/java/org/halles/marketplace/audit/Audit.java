package org.halles.marketplace.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.halles.marketplace.identity.AccountErased;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Caller;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.identity.RolesChanged;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Json;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;

/** The log of changes: written by every use case that changes something, read by operators. */
@ApplicationScoped
public class Audit {

  private Database database;
  private CurrentCaller current;
  private Clock clock;

  protected Audit() {}

  @Inject
  public Audit(Database database, CurrentCaller current, Clock clock) {
    this.database = database;
    this.current = current;
    this.clock = clock;
  }

  /**
   * Writes down that the caller did something, in the caller's transaction: no change without its
   * entry, no entry without its change. Hand in no e-mail addresses, names of persons or secrets.
   *
   * @param action a verb and a thing in kebab case, such as {@code approve-listing}
   * @param before a record or a map, or null if it did not exist
   * @param after a record or a map, or null if it no longer exists
   */
  @Transactional(Transactional.TxType.MANDATORY)
  @Allowed(Role.ANYONE)
  public void record(String action, Subject subject, Object before, Object after) {
    Caller caller = current.get();
    database.update(
        """
        insert into audit_entry
          (id, at, actor_id, actor, acting_for, action, subject_type, subject_id, vendor_id,
           before, after)
        values (nextval('audit_entry_seq'), ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb)
        """,
        clock.instant(),
        caller.accountId(),
        caller.label(),
        caller.acting() ? caller.vendorId() : null,
        action,
        subject.type(),
        subject.id(),
        subject.vendorId(),
        before == null ? null : Json.write(before),
        after == null ? null : Json.write(after));
  }

  /** What was changed, newest first. */
  @Transactional(Transactional.TxType.SUPPORTS)
  @Allowed({Role.MODERATOR, Role.FINANCE, Role.SUPPORT})
  public Page<AuditView> list(AuditFilter filter, Paging paging) {
    AuditQuery query = AuditQuery.of(filter, paging);
    List<AuditView> rows = database.list(query.sql(), AuditView::of, query.parameters().toArray());
    return Page.of(rows, paging.limit(), entry -> Paging.cursor(entry.id()));
  }

  void on(@Observes RolesChanged roles) {
    record(
        "assign-roles",
        Subject.of("account", roles.accountId()),
        Map.of("roles", roles.before()),
        Map.of("roles", roles.after()));
  }

  /** The entries stay, the address in them goes. */
  void on(@Observes AccountErased erased) {
    database.update(
        "update audit_entry set actor = 'erased' where actor_id = ?", erased.accountId());
  }
}
