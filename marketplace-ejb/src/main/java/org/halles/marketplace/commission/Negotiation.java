package org.halles.marketplace.commission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.audit.Subject;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.vendor.Needs;
import org.halles.marketplace.vendor.Permission;
import org.halles.marketplace.vendor.VendorScope;

/**
 * A vendor negotiates its commission with the operator: it proposes terms, reads what the operator
 * offers instead, and accepts exactly that content or answers it. Nothing holds until both sides
 * have signed the same version.
 */
@ApplicationScoped
public class Negotiation {

  private final RuleStore store;
  private final Offers offers;
  private final CommissionRules rules;
  private final Audit audit;
  private final CurrentCaller caller;
  private final Clock clock;

  @Inject
  Negotiation(
      RuleStore store,
      Offers offers,
      CommissionRules rules,
      Audit audit,
      CurrentCaller caller,
      Clock clock) {
    this.store = store;
    this.offers = offers;
    this.rules = rules;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  protected Negotiation() {
    this(null, null, null, null, null, null);
  }

  /** Everything offered to and fro, newest first, whatever came of it. */
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.MONEY_READ)
  @Transactional
  public Page<RuleVersion> list(VendorScope scope, Paging paging) {
    return store.ofVendor(scope.vendorId(), paging);
  }

  /** The kinds of rules a vendor may propose, and what each asks for. */
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.MONEY_READ)
  public List<RuleKind> kinds(VendorScope scope) {
    return rules.kindsOfRules();
  }

  /**
   * Proposes terms for the vendor's own sales; it decides nothing until the operator accepts.
   *
   * @throws org.halles.marketplace.shared.InvalidInput naming everything that is wrong
   */
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.MONEY_WRITE)
  @Transactional
  public RuleVersion propose(VendorScope scope, Terms terms) {
    RuleVersion offer =
        offers.first(scope.vendorId(), terms, caller.get().label(), clock.instant());
    audit.record("propose-commission", subject(scope, offer.id()), null, offer);
    return offer;
  }

  /**
   * Answers what the operator offered, or changes the own proposal.
   *
   * @throws NotFound if nothing waits under this id
   * @throws ProposalChanged if it says something else now
   */
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.MONEY_WRITE)
  @Transactional
  public RuleVersion answer(VendorScope scope, UUID id, String contentHash, Terms terms) {
    RuleVersion former = same(open(scope, id), contentHash);
    RuleVersion offer =
        offers.next(
            former, terms, RuleVersion.Status.PROPOSED, caller.get().label(), clock.instant());
    audit.record("answer-commission-offer", subject(scope, id), former, offer);
    return offer;
  }

  /**
   * Agrees to what the operator offered: it is in force, signed by both.
   *
   * @param contentHash of what was read
   * @throws NotFound if no offer of the operator waits under this id
   * @throws ProposalChanged if it says something else now
   */
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.MONEY_WRITE)
  @Transactional
  public RuleVersion accept(VendorScope scope, UUID id, String contentHash) {
    store.bump();
    RuleVersion offer = same(offered(scope, id), contentHash);
    store.sign(offer, caller.get().label(), clock.instant());
    rules.place(offer, 1);
    RuleVersion inForce =
        store.find(id, RuleVersion.Status.ACTIVE).orElseThrow(() -> new NotFound("rule", id));
    audit.record("accept-commission-offer", subject(scope, id), offer, inForce);
    return inForce;
  }

  /** Takes the own proposal back, or declines what the operator offered. */
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.MONEY_WRITE)
  @Transactional
  public void withdraw(VendorScope scope, UUID id) {
    RuleVersion former = open(scope, id);
    store.end(former, RuleVersion.Status.REJECTED);
    audit.record(
        "withdraw-commission-offer", subject(scope, id), former, Map.of("status", "REJECTED"));
  }

  private RuleVersion open(VendorScope scope, UUID id) {
    return store
        .find(id, RuleVersion.Status.PROPOSED)
        .filter(rule -> scope.vendorId().equals(rule.scope().vendorId()))
        .orElseGet(() -> offered(scope, id));
  }

  private RuleVersion offered(VendorScope scope, UUID id) {
    return store
        .find(id, RuleVersion.Status.COUNTERED)
        .filter(rule -> scope.vendorId().equals(rule.scope().vendorId()))
        .orElseThrow(() -> new NotFound("open offer", id));
  }

  private static RuleVersion same(RuleVersion offer, String contentHash) {
    if (!offer.contentHash().equals(contentHash)) {
      throw new ProposalChanged(offer.id(), contentHash, offer.contentHash());
    }
    return offer;
  }

  private static Subject subject(VendorScope scope, UUID id) {
    return Subject.of("commission-rule", id, scope.vendorId());
  }
}
