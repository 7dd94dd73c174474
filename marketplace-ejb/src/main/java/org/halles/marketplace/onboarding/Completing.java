package org.halles.marketplace.onboarding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.audit.Subject;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.DomainEvent.VendorSubmitted;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Outbox;
import org.halles.marketplace.shared.Violation;
import org.halles.marketplace.vendor.Needs;
import org.halles.marketplace.vendor.Permission;
import org.halles.marketplace.vendor.VendorScope;

/** A vendor works through its checklist, step by step, and hands it in. */
@ApplicationScoped
@Transactional
public class Completing {

  private static final int LONGEST_ANSWER = 1_000;

  private Checklists checklists;
  private FactsReading reading;
  private Standings standings;
  private PublicTrader traders;
  private VendorAccounts accounts;
  private AccountChanges changes;
  private Database database;
  private Outbox outbox;
  private Audit audit;
  private CurrentCaller caller;
  private Clock clock;

  protected Completing() {}

  @Inject
  Completing(
      Checklists checklists,
      FactsReading reading,
      Standings standings,
      PublicTrader traders,
      VendorAccounts accounts,
      AccountChanges changes,
      Database database,
      Outbox outbox,
      Audit audit,
      CurrentCaller caller,
      Clock clock) {
    this.checklists = checklists;
    this.reading = reading;
    this.standings = standings;
    this.traders = traders;
    this.accounts = accounts;
    this.changes = changes;
    this.database = database;
    this.outbox = outbox;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  /** What is done, what is missing and why. */
  @Needs(Permission.STOREFRONT_READ)
  @Allowed(Role.SIGNED_IN)
  public ChecklistView view(VendorScope scope) {
    return standings.refresh(scope.vendorId());
  }

  /**
   * Keeps what was typed for one requirement, also if it is not right yet: nothing is lost.
   *
   * @throws InvalidInput with all that is still wrong; it is kept nevertheless
   */
  @Needs(Permission.MONEY_WRITE)
  @Allowed(Role.SIGNED_IN)
  @Transactional(dontRollbackOn = InvalidInput.class)
  public ChecklistView save(VendorScope scope, UUID requirementId, Map<String, String> typed) {
    VendorFacts facts = reading.facts(scope.vendorId());
    Requirement requirement = requirement(facts, requirementId);
    Map<String, String> answers = known(checklists.fields(facts, requirement), typed);
    Optional<BankDetails> paidTo = accounts.declared(facts.id());
    reading.keep(facts.id(), requirementId, answers);
    changes.compare(facts, paidTo, accounts.declared(facts.id()));
    List<Lack> lacks = checklists.check(facts, requirement, answers);
    if (lacks.isEmpty() && requirement.type().equals(TraderIdentity.TYPE) && !facts.isPrivate()) {
      traders.tell(facts.id(), TraderIdentity.trader(answers));
    }
    ChecklistView after = standings.refresh(facts.id());
    record("complete-requirement", facts.id(), requirement.type());
    complain(lacks);
    return after;
  }

  /** Agrees to the newest terms. */
  @Needs(Permission.PEOPLE_WRITE)
  @Allowed(Role.SIGNED_IN)
  public ChecklistView acceptTerms(VendorScope scope, int version) {
    VendorFacts facts = reading.facts(scope.vendorId());
    if (version != facts.termsNewest()) {
      throw new NotFound("version of the terms that can be accepted", version);
    }
    database.update(
        """
        insert into terms_acceptance (vendor_id, version, accepted_at, accepted_by)
        values (?, ?, ?, ?) on conflict do nothing
        """,
        facts.id(),
        version,
        clock.instant(),
        caller.get().accountId());
    record("accept-terms", facts.id(), "version " + version);
    return standings.refresh(facts.id());
  }

  /**
   * Hands the checklist in: the operator is asked to decide.
   *
   * @throws NotReady if something that gates selling is left to do
   */
  @Needs(Permission.PEOPLE_WRITE)
  @Allowed(Role.SIGNED_IN)
  public ChecklistView submit(VendorScope scope) {
    ChecklistView checklist = standings.refresh(scope.vendorId());
    if (!checklist.readyToSubmit()) {
      throw new NotReady(checklist);
    }
    database.update(
        "update vendor set submitted_at = ?, asked_at = null, reason = null"
            + " where id = ? and status = 'APPLIED'",
        clock.instant(),
        scope.vendorId());
    outbox.add(new VendorSubmitted(scope.vendorId(), clock.instant()));
    record("submit-application", scope.vendorId(), null);
    return checklists.of(scope.vendorId());
  }

  private Requirement requirement(VendorFacts facts, UUID id) {
    return reading.requirements().stream()
        .filter(one -> one.id().equals(id) && one.concerns(facts.kind()))
        .filter(one -> !checklists.fields(facts, one).isEmpty())
        .findFirst()
        .orElseThrow(() -> new NotFound("requirement with fields", id));
  }

  /** Only what is asked, cleaned; a control character or a novel is refused. */
  private static Map<String, String> known(List<AskedField> fields, Map<String, String> typed) {
    Checklist checklist = new Checklist();
    Map<String, String> answers = new LinkedHashMap<>();
    for (AskedField field : fields) {
      String answer = checklist.optional(field.name(), typed.get(field.name()), LONGEST_ANSWER);
      if (answer != null) {
        answers.put(field.name(), answer);
      }
    }
    checklist.done();
    return answers;
  }

  private static void complain(List<Lack> lacks) {
    List<Violation> violations =
        lacks.stream()
            .filter(lack -> lack.field() != null)
            .map(lack -> new Violation(lack.field(), lack.reason().in("en"), null))
            .toList();
    if (!violations.isEmpty()) {
      throw new InvalidInput(violations);
    }
  }

  private void record(String action, UUID vendorId, String what) {
    audit.record(
        action,
        Subject.of("vendor", vendorId, vendorId),
        null,
        what == null ? null : Map.of("what", what));
  }
}
