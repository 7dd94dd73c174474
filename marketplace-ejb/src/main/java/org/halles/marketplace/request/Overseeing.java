package org.halles.marketplace.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
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

/** The operator reads along and takes down what must not be asked. */
@ApplicationScoped
@Transactional
public class Overseeing {

  private static final int LONGEST_REASON = 500;

  private RequestRows rows;
  private BidRows bids;
  private RequestTalk talk;
  private Ending ending;
  private Audit audit;
  private Database database;

  protected Overseeing() {}

  @Inject
  Overseeing(
      RequestRows rows,
      BidRows bids,
      RequestTalk talk,
      Ending ending,
      Audit audit,
      Database database) {
    this.rows = rows;
    this.bids = bids;
    this.talk = talk;
    this.ending = ending;
    this.audit = audit;
    this.database = database;
  }

  /**
   * Requests, newest first.
   *
   * @param status only these, or null for all
   */
  @Allowed({Role.MODERATOR, Role.SUPPORT})
  public Page<RequestView> list(RequestStatus status, Paging paging) {
    return status == null
        ? rows.page(" from buyer_request r", "true", RequestRows::view, paging)
        : rows.page(" from buyer_request r", "r.status = ?", RequestRows::view, paging, status);
  }

  /** One, with everything that was offered and said. */
  @Allowed({Role.MODERATOR, Role.SUPPORT})
  public OwnRequest get(UUID id) {
    RequestRows.Whole whole = rows.find(id).orElseThrow(() -> new NotFound("request", id));
    return new OwnRequest(
        whole.request(), whole.reason(), whole.orderNumber(), bids.on(id), talk.about(id));
  }

  /**
   * Takes a request down.
   *
   * @param reason for the buyer to read
   * @throws RequestRefused if it is over, or being paid
   */
  @Allowed(Role.MODERATOR)
  public OwnRequest takeDown(UUID id, String reason) {
    Checklist checklist = new Checklist();
    String why = checklist.text("reason", reason, LONGEST_REASON);
    checklist.done();
    RequestView request = rows.locked(id).request();
    ending.end(request, RequestStatus.TAKEN_DOWN);
    database.update("update buyer_request set reason = ? where id = ?", why, id);
    audit.record(
        "take-down-request",
        Subject.of("request", request.number()),
        Map.of("status", request.status()),
        Map.of("status", RequestStatus.TAKEN_DOWN, "reason", why));
    return get(id);
  }
}
