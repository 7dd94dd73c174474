package org.halles.marketplace.commission;

import com.fasterxml.jackson.databind.JsonNode;
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
import org.halles.marketplace.plugin.ConfigurationWriter;
import org.halles.marketplace.plugin.Plugins;
import org.halles.marketplace.plugin.VendorArrival;
import org.halles.marketplace.shared.Ids;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Texts;
import org.halles.spi.RuleProposal;

/**
 * Rules that vendors would like to have. A proposal decides nothing until the operator accepts
 * exactly what it read, recognised by its content hash.
 */
@ApplicationScoped
public class Proposals {

  private final RuleStore store;
  private final CommissionRules rules;
  private final Plugins plugins;
  private final Offers offers;
  private final Audit audit;
  private final CurrentCaller caller;
  private final Clock clock;

  @Inject
  Proposals(
      RuleStore store,
      CommissionRules rules,
      Plugins plugins,
      Offers offers,
      Audit audit,
      CurrentCaller caller,
      Clock clock) {
    this.store = store;
    this.rules = rules;
    this.plugins = plugins;
    this.offers = offers;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  protected Proposals() {
    this(null, null, null, null, null, null, null);
  }

  /** What waits for an answer, oldest first; takes in what is new before it answers. */
  @Allowed({Role.FINANCE, Role.MODERATOR, Role.SUPPORT})
  @Transactional
  public List<RuleVersion> waiting() {
    takeIn();
    return store.proposed();
  }

  /**
   * Takes in what the vendors that came as jars propose; what was proposed before, whatever came of
   * it, is not proposed again. Vendors that are not registered yet come next time.
   *
   * @return how many proposals are new
   */
  @Allowed(Role.SYSTEM)
  @Transactional
  public int receive() {
    return takeIn();
  }

  private int takeIn() {
    List<VendorArrival> arrivals = plugins.vendorPlugins();
    Map<String, RuleStore.Proposer> proposers = store.proposers(arrivals);
    int received = 0;
    for (VendorArrival arrival : arrivals) {
      RuleStore.Proposer vendor = proposers.get(arrival.registration().slug());
      for (RuleProposal proposal : vendor == null ? List.<RuleProposal>of() : arrival.proposals()) {
        received += receive(vendor, arrival, proposal) ? 1 : 0;
      }
    }
    return received;
  }

  private boolean receive(RuleStore.Proposer vendor, VendorArrival arrival, RuleProposal proposal) {
    RuleScope scope = new RuleScope(vendor.id(), null, null, null, null, null, null);
    JsonNode configuration = ConfigurationWriter.write(proposal.configuration());
    String hash = ContentHash.of(proposal.kind(), configuration, scope);
    if (!vendor.known().add(hash)) {
      return false;
    }
    store.insert(
        new RuleVersion(
            Ids.next(),
            1,
            arrival.registration().name(),
            null,
            proposal.kind(),
            configuration,
            hash,
            RuleChecks.USUAL_GROUP,
            0,
            RuleVersion.Status.PROPOSED,
            scope,
            "plugin:" + arrival.pluginId(),
            proposal.reason(),
            proposal.reasons().isEmpty() ? null : new Texts(proposal.reasons()),
            null,
            null,
            "plugin:" + arrival.pluginId(),
            clock.instant(),
            List.of()),
        clock.instant());
    return true;
  }

  /**
   * Puts a proposal in force.
   *
   * @param contentHash of what was read
   * @param position from 1; the first place if null, for a vendor's own rule above a general one
   * @throws NotFound if no such proposal waits
   * @throws ProposalChanged if it says something else now
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public RuleVersion accept(UUID id, String contentHash, Integer position) {
    store.bump();
    RuleVersion proposal = find(id);
    if (!proposal.contentHash().equals(contentHash)) {
      throw new ProposalChanged(id, contentHash, proposal.contentHash());
    }
    store.accept(proposal, Integer.MAX_VALUE, caller.get().label(), clock.instant());
    rules.place(proposal, position == null || position < 1 ? 1 : position);
    audit.record("accept-commission-proposal", subject(proposal), null, proposal);
    return rules.current(id);
  }

  /**
   * Answers a proposal with another one, which the vendor may accept. Offering it is the operator's
   * signature; the vendor's is missing until it accepts exactly this content.
   *
   * @param contentHash of what was read
   * @throws NotFound if no such proposal waits for an answer
   * @throws ProposalChanged if it says something else now
   * @throws org.halles.marketplace.shared.InvalidInput naming everything that is wrong
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public RuleVersion counter(UUID id, String contentHash, Terms terms) {
    RuleVersion proposal = find(id);
    if (!proposal.contentHash().equals(contentHash)) {
      throw new ProposalChanged(id, contentHash, proposal.contentHash());
    }
    RuleVersion offer =
        offers.next(
            proposal, terms, RuleVersion.Status.COUNTERED, caller.get().label(), clock.instant());
    audit.record("counter-commission-proposal", subject(proposal), proposal, offer);
    return offer;
  }

  /** Turns a proposal down, or takes back what was offered; the same one is not proposed again. */
  @Allowed(Role.FINANCE)
  @Transactional
  public void reject(UUID id, String reason) {
    RuleVersion proposal = waitingFor(id);
    store.end(proposal, RuleVersion.Status.REJECTED);
    audit.record(
        "reject-commission-proposal",
        subject(proposal),
        proposal,
        Map.of("reason", reason == null ? "" : reason));
  }

  private RuleVersion find(UUID id) {
    return store
        .find(id, RuleVersion.Status.PROPOSED)
        .orElseThrow(() -> new NotFound("waiting proposal", id));
  }

  private RuleVersion waitingFor(UUID id) {
    return store.find(id, RuleVersion.Status.COUNTERED).orElseGet(() -> find(id));
  }

  private static Subject subject(RuleVersion proposal) {
    return Subject.of("commission-rule", proposal.id());
  }
}
