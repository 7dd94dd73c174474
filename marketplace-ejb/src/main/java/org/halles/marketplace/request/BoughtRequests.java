package org.halles.marketplace.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.catalog.Agreements;
import org.halles.marketplace.identity.Caller;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.DomainEvent.OrderPaid;

/** Notes when what was agreed is paid: the request is answered, the other offers are off. */
@ApplicationScoped
class BoughtRequests {

  private record Bought(UUID request, UUID offer) {}

  private Ending ending;
  private Agreements agreements;
  private CurrentCaller caller;
  private Database database;

  protected BoughtRequests() {}

  @Inject
  BoughtRequests(Ending ending, Agreements agreements, CurrentCaller caller, Database database) {
    this.ending = ending;
    this.agreements = agreements;
    this.caller = caller;
    this.database = database;
  }

  void on(@Observes OrderPaid paid) {
    List<Bought> bought =
        database.list(
            """
            select r.id, b.offer_id
              from order_line l join bid b on b.offer_id = l.offer_id
              join buyer_request r on r.id = b.request_id
             where l.order_group_id = ? and r.status = 'AGREED' for update of r
            """,
            row -> new Bought(row.uuid("id"), row.uuid("offer_id")),
            paid.orderGroupId());
    bought.forEach(one -> caller.run(Caller.SYSTEM, () -> note(one, paid.number())));
  }

  private void note(Bought bought, String order) {
    agreements.close(bought.offer());
    database.update(
        "update buyer_request set order_number = ? where id = ?", order, bought.request());
    ending.finish(bought.request(), RequestStatus.BOUGHT);
  }
}
