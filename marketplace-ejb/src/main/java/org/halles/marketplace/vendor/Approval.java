package org.halles.marketplace.vendor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.audit.Subject;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.DomainEvent.VendorDecided;
import org.halles.marketplace.shared.Outbox;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;

/** The operator decides who sells: lets in, turns down, stops, lets sell again. */
@ApplicationScoped
@Transactional
public class Approval {

  private static final int LONGEST_REASON = 1_000;

  private Vendors vendors;
  private Audit audit;
  private Outbox outbox;
  private Database database;
  private Clock clock;

  protected Approval() {}

  @Inject
  Approval(Vendors vendors, Audit audit, Outbox outbox, Database database, Clock clock) {
    this.vendors = vendors;
    this.audit = audit;
    this.outbox = outbox;
    this.database = database;
    this.clock = clock;
  }

  /**
   * Vendors, newest first.
   *
   * @param status only these, or null for all
   * @param words a part of the name or the slug, or null
   */
  @Allowed({Role.MODERATOR, Role.FINANCE, Role.SUPPORT})
  public Page<VendorView> list(VendorStatus status, String words, Paging paging) {
    return list(status, words, VendorSort.NEWEST, paging);
  }

  /**
   * Vendors, in this order.
   *
   * @param status only these, or null for all
   * @param words a part of the name or the slug, or null
   * @param sort null: the newest first
   */
  @Allowed({Role.MODERATOR, Role.FINANCE, Role.SUPPORT})
  public Page<VendorView> list(VendorStatus status, String words, VendorSort sort, Paging paging) {
    return vendors.page(
        status,
        words == null || words.isBlank() ? null : words.strip(),
        sort == null ? VendorSort.NEWEST : sort,
        paging);
  }

  /** The names of these vendors. */
  @Allowed({Role.MODERATOR, Role.FINANCE, Role.SUPPORT})
  public Map<UUID, String> names(Collection<UUID> ids) {
    return ids.isEmpty()
        ? Map.of()
        : database
            .list(
                "select id, name from vendor where id = any (?)",
                row -> Map.entry(row.uuid("id"), row.text("name")),
                (Object) ids.toArray(UUID[]::new))
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  @Allowed({Role.MODERATOR, Role.FINANCE, Role.SUPPORT})
  public VendorView get(UUID id) {
    return vendors.get(id).view();
  }

  /** Lets an applicant sell. */
  @Allowed(Role.MODERATOR)
  public VendorView approve(UUID id, String reason) {
    String why = optional(reason);
    return tell("approved", why, decide("approve-vendor", id, why, vendor -> vendor.approve(why)));
  }

  /** Turns an applicant down; says why. */
  @Allowed(Role.MODERATOR)
  public VendorView reject(UUID id, String reason) {
    String why = needed(reason);
    return tell("rejected", why, decide("reject-vendor", id, why, vendor -> vendor.reject(why)));
  }

  /** Stops a vendor: nothing of it is shown or sold until it is reinstated; says why. */
  @Allowed(Role.MODERATOR)
  public VendorView suspend(UUID id, String reason) {
    String why = needed(reason);
    return tell("suspended", why, decide("suspend-vendor", id, why, vendor -> vendor.suspend(why)));
  }

  /** Lets a suspended vendor sell again; says why. */
  @Allowed(Role.MODERATOR)
  public VendorView reinstate(UUID id, String reason) {
    String why = needed(reason);
    return tell(
        "reinstated", why, decide("reinstate-vendor", id, why, vendor -> vendor.reinstate(why)));
  }

  /**
   * Gives an application back to its vendor: something is to be changed or added; says what.
   *
   * @throws WrongVendorStatus if it does not wait for an answer
   */
  @Allowed(Role.MODERATOR)
  public VendorView requestChanges(UUID id, String reason) {
    String why = needed(reason);
    VendorView asked = decide("ask-vendor-for-more", id, why, vendor -> vendor.ask(why));
    database.update(
        "update vendor set submitted_at = null, asked_at = ? where id = ?", clock.instant(), id);
    return tell("changes-requested", why, asked);
  }

  /** Ends a vendor for good; whether it may be ended is settled by who calls this; says why. */
  @Transactional(Transactional.TxType.MANDATORY)
  @Allowed(Role.MODERATOR)
  public VendorView close(UUID id, String reason) {
    String why = needed(reason);
    return tell("closed", why, decide("close-vendor", id, why, vendor -> vendor.close(why)));
  }

  private VendorView tell(String decision, String reason, VendorView vendor) {
    outbox.add(new VendorDecided(vendor.id(), decision, reason, clock.instant()));
    return vendor;
  }

  /** Says whether a vendor's listings go live without review. */
  @Allowed(Role.MODERATOR)
  public VendorView trust(UUID id, boolean trusted, String reason) {
    String action = trusted ? "trust-vendor" : "distrust-vendor";
    return decide(action, id, optional(reason), vendor -> vendor.trust(trusted));
  }

  private VendorView decide(String action, UUID id, String reason, Consumer<Vendor> decision) {
    Vendor vendor = vendors.get(id);
    VendorView before = vendor.view();
    decision.accept(vendor);
    vendors.flush();
    VendorView after = vendor.view();
    audit.record(action, Subject.of("vendor", id, id), facts(before, null), facts(after, reason));
    return after;
  }

  private static Map<String, Object> facts(VendorView vendor, String reason) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("status", vendor.status());
    facts.put("trusted", vendor.trusted());
    if (reason != null) {
      facts.put("reason", reason);
    }
    return facts;
  }

  private static String optional(String reason) {
    Checklist checklist = new Checklist();
    String checked = checklist.optional("reason", reason, LONGEST_REASON);
    checklist.done();
    return checked;
  }

  private static String needed(String reason) {
    Checklist checklist = new Checklist();
    String checked = checklist.text("reason", reason, LONGEST_REASON);
    checklist.done();
    return checked;
  }
}
