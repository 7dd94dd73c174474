package org.halles.marketplace.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.vendor.Needs;
import org.halles.marketplace.vendor.Permission;
import org.halles.marketplace.vendor.VendorScope;

/** What a vendor reads of requests: those it was told of, all that are open, those it answered. */
@ApplicationScoped
public class CalledFor {

  private static final int COUNTED = 100;

  private static final String UNANSWERED =
      """
      r.status = 'OPEN'
        and not exists (select 1 from bid b where b.request_id = r.id and b.vendor_id = c.vendor_id)
      """;

  private RequestRows rows;
  private BidRows bids;
  private RequestTalk talk;
  private Database database;

  protected CalledFor() {}

  @Inject
  CalledFor(RequestRows rows, BidRows bids, RequestTalk talk, Database database) {
    this.rows = rows;
    this.bids = bids;
    this.talk = talk;
    this.database = database;
  }

  /** Requests, newest first, with the vendor's own offer where there is one. */
  @Needs(Permission.ORDERS_READ)
  @Allowed(Role.SIGNED_IN)
  public Page<RequestView> list(VendorScope scope, RequestFilter filter, Paging paging) {
    UUID vendor = scope.vendorId();
    return switch (filter) {
      case FOR_US ->
          rows.page(
              " from request_call c join buyer_request r on r.id = c.request_id",
              "c.vendor_id = ? and " + UNANSWERED,
              RequestRows::view,
              paging,
              vendor);
      case OFFERED ->
          rows.page(
              " from bid b join buyer_request r on r.id = b.request_id",
              "b.vendor_id = ?",
              RequestRows::view,
              paging,
              vendor);
      case ALL ->
          rows.page(" from buyer_request r", "r.status = 'OPEN'", RequestRows::view, paging);
    };
  }

  /** How many the vendor was told of and has not answered; a hundred means: at least. */
  @Needs(Permission.ORDERS_READ)
  @Allowed(Role.SIGNED_IN)
  public int waiting(VendorScope scope) {
    return database
        .find(
            "select count(*) as n from (select 1 from request_call c"
                + " join buyer_request r on r.id = c.request_id where c.vendor_id = ? and "
                + UNANSWERED
                + " limit ?) w",
            row -> row.integer("n"),
            scope.vendorId(),
            COUNTED)
        .orElse(0);
  }

  /**
   * One, with the vendor's own offer and what it and the buyer wrote each other.
   *
   * @throws NotFound if there is none, or an operator took it down
   */
  @Needs(Permission.ORDERS_READ)
  @Allowed(Role.SIGNED_IN)
  public SeenRequest get(VendorScope scope, UUID id) {
    RequestView request =
        rows.find(id)
            .map(RequestRows.Whole::request)
            .filter(one -> one.status() != RequestStatus.TAKEN_DOWN)
            .orElseThrow(() -> new NotFound("request", id));
    return new SeenRequest(
        request, bids.of(scope.vendorId(), id).orElse(null), talk.with(scope.vendorId(), id));
  }
}
