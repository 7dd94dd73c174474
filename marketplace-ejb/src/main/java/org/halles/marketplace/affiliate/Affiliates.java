package org.halles.marketplace.affiliate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
import org.halles.marketplace.shared.Ids;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;

/** Who may send buyers for a share: people apply, the operator decides. */
@ApplicationScoped
public class Affiliates {

  private AffiliateRows rows;
  private CurrentCaller caller;
  private Audit audit;
  private Clock clock;

  protected Affiliates() {}

  @Inject
  Affiliates(AffiliateRows rows, CurrentCaller caller, Audit audit, Clock clock) {
    this.rows = rows;
    this.caller = caller;
    this.audit = audit;
    this.clock = clock;
  }

  /** What the person who is signed in is; empty if it never applied. */
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public Optional<Affiliate> mine() {
    return rows.ofAccount(account());
  }

  /**
   * Somebody wants to send buyers; who was refused may try again.
   *
   * @throws CannotRefer if the code is taken, or the person is an affiliate already
   * @throws org.halles.marketplace.shared.InvalidInput naming everything wrong
   */
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public Affiliate apply(Application application) {
    Application wanted = application.checked();
    UUID account = account();
    Optional<Affiliate> before = rows.lockOfAccount(account);
    before
        .filter(one -> one.status() != AffiliateStatus.REFUSED)
        .ifPresent(
            one -> {
              throw CannotRefer.status(one.status());
            });
    if (!rows.apply(Ids.next(), account, wanted, now())) {
      throw CannotRefer.taken(wanted.code());
    }
    Affiliate applied = rows.ofAccount(account).orElseThrow();
    audit.record(
        "apply-as-affiliate",
        Subject.of("affiliate", applied.id()),
        null,
        Map.of("code", applied.code()));
    return applied;
  }

  /** All of them, newest first. */
  @Allowed(Role.FINANCE)
  @Transactional
  public Page<Affiliate> list(AffiliateStatus status, Paging paging) {
    return rows.list(status, paging);
  }

  /**
   * Lets an applicant earn, or one that was suspended earn again.
   *
   * @throws CannotRefer if it stands elsewhere
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public Affiliate approve(UUID id) {
    return decide(
        id,
        List.of(AffiliateStatus.APPLIED, AffiliateStatus.SUSPENDED),
        AffiliateStatus.APPROVED,
        null,
        "approve-affiliate");
  }

  /**
   * Tells an applicant no.
   *
   * @param reason read by the applicant
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public Affiliate refuse(UUID id, String reason) {
    return decide(
        id,
        List.of(AffiliateStatus.APPLIED),
        AffiliateStatus.REFUSED,
        checked(reason),
        "refuse-affiliate");
  }

  /**
   * From now on its links earn nothing, and what it has is not paid.
   *
   * @param reason read by the affiliate
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public Affiliate suspend(UUID id, String reason) {
    return decide(
        id,
        List.of(AffiliateStatus.APPROVED),
        AffiliateStatus.SUSPENDED,
        checked(reason),
        "suspend-affiliate");
  }

  private Affiliate decide(
      UUID id, List<AffiliateStatus> from, AffiliateStatus to, String reason, String action) {
    Affiliate before = rows.lock(id).orElseThrow(() -> new NotFound("affiliate", id));
    if (!from.contains(before.status())) {
      throw CannotRefer.status(before.status());
    }
    rows.decide(id, to, reason, caller.get().accountId(), now());
    audit.record(
        action,
        Subject.of("affiliate", id),
        Map.of("status", before.status()),
        reason == null ? Map.of("status", to) : Map.of("status", to, "reason", reason));
    return rows.lock(id).orElseThrow();
  }

  private static String checked(String reason) {
    Checklist checklist = new Checklist();
    String tidy = checklist.text("reason", reason, 500);
    checklist.done();
    return tidy;
  }

  private UUID account() {
    return caller.get().account().orElseThrow();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
