package org.halles.marketplace.moderation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.catalog.ChangeView;
import org.halles.marketplace.catalog.Reviewing;
import org.halles.marketplace.catalog.VendorListing;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Json;
import org.halles.marketplace.shared.Rows;

/** Which cases the checks have to look at, and what they said. */
@ApplicationScoped
class InspectionBook {

  /** What is written of a rule's decision. */
  static final String RULE = "low-risk-edits";

  private static final Rows.Shape FINDING =
      Rows.Shape.of(
          "moderation_finding",
          "case_id uuid",
          "position int",
          "check_id text",
          "severity text",
          "field text",
          "message jsonb");

  /** A case to look at, as it stood in this round. */
  record Due(UUID caseId, UUID listingId, int round) {}

  private Database database;
  private Reviewing reviewing;
  private Verdicts verdicts;
  private ModerationSettings settings;
  private Clock clock;

  protected InspectionBook() {}

  @Inject
  InspectionBook(
      Database database,
      Reviewing reviewing,
      Verdicts verdicts,
      ModerationSettings settings,
      Clock clock) {
    this.database = database;
    this.reviewing = reviewing;
    this.verdicts = verdicts;
    this.settings = settings;
    this.clock = clock;
  }

  /** The one that waits longest. */
  @Transactional
  public Optional<Due> next() {
    return database.find(
        """
        select id, listing_id, round from moderation_case
         where status = 'WAITING' and checked_at is null order by submitted_at limit 1
        """,
        row -> new Due(row.uuid("id"), row.uuid("listing_id"), row.integer("round")));
  }

  /**
   * Keeps the findings unless the vendor changed the listing meanwhile; then lets a rule decide.
   */
  @Transactional
  public void write(Due due, List<FindingView> findings) {
    VendorListing listing = reviewing.hold(due.listingId());
    Risk risk = riskOf(findings);
    int written =
        database.update(
            """
            update moderation_case set checked_at = ?, risk = ?
             where id = ? and round = ? and status = 'WAITING' and checked_at is null
            """,
            clock.instant(),
            risk.ordinal(),
            due.caseId(),
            due.round());
    if (written == 1) {
      replace(due.caseId(), findings);
      decideByRule(listing, risk);
    }
  }

  private void replace(UUID caseId, List<FindingView> findings) {
    database.update("delete from moderation_finding where case_id = ?", caseId);
    Rows rows = new Rows(FINDING);
    for (int position = 0; position < findings.size(); position++) {
      FindingView one = findings.get(position);
      rows.add(
          caseId, position, one.checkId(), one.severity(), one.field(), Json.write(one.message()));
    }
    rows.insertWith(database);
  }

  private void decideByRule(VendorListing listing, Risk risk) {
    ChangeView change = listing.change();
    EditRule rule = settings.rule();
    if (change != null && rule.lets(change.fields(), risk, approvals(listing.vendorId()))) {
      verdicts.decide(listing, Outcome.APPROVED, null, RULE);
    }
  }

  private long approvals(UUID vendorId) {
    return database
        .find(
            """
            select count(*) as n from (select 1 from moderation_decision
             where vendor_id = ? and outcome = 'APPROVED' and undone_at is null limit 1001) approved
            """,
            row -> row.whole("n"),
            vendorId)
        .orElse(0L);
  }

  static Risk riskOf(List<FindingView> findings) {
    return findings.stream()
        .map(
            finding ->
                switch (finding.severity()) {
                  case "SERIOUS" -> Risk.HIGH;
                  case "WARNING", "FAILED" -> Risk.MEDIUM;
                  default -> Risk.LOW;
                })
        .max(Comparator.naturalOrder())
        .orElse(Risk.LOW);
  }
}
