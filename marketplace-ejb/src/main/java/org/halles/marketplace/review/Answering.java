package org.halles.marketplace.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.audit.Subject;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.vendor.Needs;
import org.halles.marketplace.vendor.Permission;
import org.halles.marketplace.vendor.VendorScope;

/** A vendor reads what its buyers say, and answers each of them once. */
@ApplicationScoped
@Transactional
public class Answering {

  private ReviewRows rows;
  private Database database;
  private Audit audit;
  private Clock clock;

  protected Answering() {}

  @Inject
  Answering(ReviewRows rows, Database database, Audit audit, Clock clock) {
    this.rows = rows;
    this.database = database;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * The vendor's reviews, the newest first.
   *
   * @param unanswered true for those alone that wait for an answer
   */
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.ORDERS_READ)
  public Page<ReviewView> list(VendorScope vendor, boolean unanswered, Paging paging) {
    return rows.page(
        unanswered
            ? "r.vendor_id = ? and r.answer is null and r.hidden_at is null"
            : "r.vendor_id = ?",
        paging,
        vendor.vendorId());
  }

  /**
   * Answers a review, for everybody to read.
   *
   * @throws NotFound also if it is about another vendor
   * @throws ReviewRefused if it has an answer
   */
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.ORDERS_WRITE)
  public ReviewView answer(VendorScope vendor, UUID id, String text) {
    Checklist checklist = new Checklist();
    String answer = checklist.text("answer", text, Reviews.LONGEST);
    checklist.done();
    boolean its =
        database
            .find(
                "select 1 from review where id = ? and vendor_id = ?",
                row -> true,
                id,
                vendor.vendorId())
            .orElse(false);
    if (!its) {
      throw new NotFound("review", id);
    }
    int answered =
        database.update(
            "update review set answer = ?, answered_at = ? where id = ? and answer is null",
            answer,
            clock.instant(),
            id);
    if (answered == 0) {
      throw ReviewRefused.answered();
    }
    audit.record(
        "answer-review",
        Subject.of("review", id, vendor.vendorId()),
        null,
        Map.of("answer", answer));
    return rows.find(id).orElseThrow();
  }
}
