package org.halles.marketplace.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.halles.marketplace.conversation.Conversations;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Caller;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.refund.RefundRequest;
import org.halles.marketplace.refund.Refunding;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.vendor.Memberships;
import org.halles.marketplace.vendor.VendorScope;
import org.halles.spi.Money;

/** After the sale: a buyer asks, a vendor answers and gives something back. */
@ApplicationScoped
class DemoAfterSale {

  /** One vendor's part of a purchase. */
  private record Part(String purchase, String number, String vendor) {}

  private static final Money FIVE_EUROS = Money.of(500, "EUR");
  private static final String LATEST_OF_THE_BUYER =
      """
      select g.number as purchase, o.number, v.slug
        from order_group g join vendor_order o on o.order_group_id = g.id
        join vendor v on v.id = o.vendor_id
       where g.account_id = ? and o.status in ('DELIVERED', 'SHIPPED', 'TO_SHIP')
         and not exists (select 1 from dispute d where d.order_group_id = g.id)
       order by g.placed_at desc, o.number limit 2
      """;

  private Conversations conversations;
  private Refunding refunding;
  private Memberships memberships;
  private CurrentCaller current;
  private Database database;

  protected DemoAfterSale() {}

  @Inject
  DemoAfterSale(
      Conversations conversations,
      Refunding refunding,
      Memberships memberships,
      CurrentCaller current,
      Database database) {
    this.conversations = conversations;
    this.refunding = refunding;
    this.memberships = memberships;
    this.current = current;
    this.database = database;
  }

  /** What was said and given back; nothing if something was said already. */
  @Allowed(Role.SYSTEM)
  public void happen(Caller buyer) {
    List<Part> parts = parts(buyer.accountId());
    if (parts.isEmpty()
        || database.find("select 1 from order_message limit 1", row -> true).isPresent()) {
      return;
    }
    Part part = parts.get(0);
    current.run(
        buyer,
        () ->
            conversations.byBuyer(
                part.purchase(),
                null,
                part.number(),
                "Bonjour, une pièce est arrivée ébréchée. Je peux vous envoyer une photo si vous"
                    + " voulez."));
    VendorScope scope = memberships.scopeOf(part.vendor());
    current.run(owner(scope), () -> answer(scope, part.number()));
  }

  private void answer(VendorScope scope, String number) {
    conversations.byVendor(
        scope,
        number,
        "Bonjour, nous en sommes désolés. Gardez-la : nous vous remboursons 5 € aujourd’hui.");
    refunding.byVendor(
        scope,
        number,
        new RefundRequest(List.of(), false, FIVE_EUROS, "Pièce ébréchée à l’arrivée"));
  }

  private List<Part> parts(UUID buyer) {
    return database.list(
        LATEST_OF_THE_BUYER,
        row -> new Part(row.text("purchase"), row.text("number"), row.text("slug")),
        buyer);
  }

  private Caller owner(VendorScope scope) {
    UUID owner =
        database
            .find(
                "select account_id from vendor_member where vendor_id = ? and role = 'OWNER' limit"
                    + " 1",
                row -> row.uuid("account_id"),
                scope.vendorId())
            .orElseThrow();
    return new Caller(owner, "demo", Set.of(), null);
  }
}
