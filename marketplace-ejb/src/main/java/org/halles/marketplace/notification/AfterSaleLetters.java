package org.halles.marketplace.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.UUID;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.DomainEvent.BuyerRefunded;
import org.halles.marketplace.shared.DomainEvent.MessageWritten;
import org.halles.marketplace.shared.DomainEvent.VendorOrderCancelled;

/**
 * Buyers hear of money and of orders that will not come; both sides hear that they were written.
 */
@ApplicationScoped
class AfterSaleLetters {

  private record Part(UUID vendor, String number, String slug) {}

  private Post post;
  private Readers readers;
  private Database database;

  protected AfterSaleLetters() {}

  @Inject
  AfterSaleLetters(Post post, Readers readers, Database database) {
    this.post = post;
    this.readers = readers;
    this.database = database;
  }

  void on(@Observes BuyerRefunded refunded) {
    Reader buyer = new Reader(refunded.email(), "", refunded.language());
    boolean byHand = byHand(refunded.refundId());
    if (byHand) {
      askVendor(refunded);
    }
    post.send(
        Letter.of(byHand ? "refunded-cash" : "refunded", refunded.refundId(), buyer, refunded.at())
            .with("number", refunded.number())
            .with("amount", refunded.amount())
            .with("reason", refunded.reason())
            .with("link", orderPage(refunded.orderGroupId(), refunded.language())));
  }

  /** True if its vendor, which took the money at the door, is to give it back. */
  private boolean byHand(UUID refund) {
    return database
        .find(
            """
            select t.gateway = 'cash' as cash from refund r
              join payment_transaction t on t.id = r.transaction_id where r.id = ?
            """,
            row -> row.flag("cash"),
            refund)
        .orElse(false);
  }

  private void askVendor(BuyerRefunded refunded) {
    Part part =
        database
            .find(
                """
                select o.vendor_id, o.number, v.slug from vendor_order o
                  join vendor v on v.id = o.vendor_id
                 where o.order_group_id = ? order by o.position limit 1
                """,
                row -> new Part(row.uuid("vendor_id"), row.text("number"), row.text("slug")),
                refunded.orderGroupId())
            .orElseThrow();
    for (Reader person : readers.ofVendor(part.vendor(), "MANAGER", "ORDERS")) {
      post.send(
          Letter.of("cash-to-give-back", refunded.refundId(), person, refunded.at())
              .with("number", part.number())
              .with("amount", refunded.amount())
              .with("reason", refunded.reason())
              .with("link", Links.portal("/vendor/" + part.slug() + "/orders/" + part.number())));
    }
  }

  void on(@Observes VendorOrderCancelled cancelled) {
    readers
        .buyer(cancelled.orderGroupId())
        .ifPresent(
            buyer ->
                post.send(
                    Letter.of(
                            (cancelled.refused() ? "order-refused" : "order-cancelled")
                                + (isUntaken(cancelled.vendorOrderId()) ? "-untaken" : ""),
                            cancelled.vendorOrderId(),
                            buyer,
                            cancelled.at())
                        .with("number", cancelled.number())
                        .with("vendor", vendorName(cancelled.vendorId()))
                        .with("reason", cancelled.reason())
                        .with("link", orderPage(cancelled.orderGroupId(), buyer.language()))));
  }

  private boolean isUntaken(UUID part) {
    return database
        .find("select untaken from vendor_order where id = ?", row -> row.flag("untaken"), part)
        .orElseThrow();
  }

  /** Everybody hears of it but whoever wrote; the text itself stays on the page. */
  void on(@Observes MessageWritten written) {
    if (!written.author().equals("BUYER")) {
      readers.buyer(written.orderGroupId()).ifPresent(buyer -> tellBuyer(buyer, written));
    }
    if (!written.author().equals("VENDOR")) {
      readers
          .ofVendor(written.vendorId(), "MANAGER", "ORDERS")
          .forEach(member -> tellVendor(member, written));
    }
  }

  private void tellBuyer(Reader buyer, MessageWritten written) {
    String template =
        written.author().equals("OPERATOR") ? "message-of-operator" : "message-to-buyer";
    post.send(
        Letter.of(template, written.messageId(), buyer, written.at())
            .with("number", written.number())
            .with("vendor", vendorName(written.vendorId()))
            .with(
                "link",
                orderPage(written.orderGroupId(), buyer.language())
                    + "#messages-"
                    + written.number()));
  }

  private void tellVendor(Reader member, MessageWritten written) {
    String template =
        written.author().equals("OPERATOR") ? "message-of-operator" : "message-to-vendor";
    String slug = vendor("slug", written.vendorId());
    post.send(
        Letter.of(template, written.messageId(), member, written.at())
            .with("number", written.number())
            .with("vendor", vendorName(written.vendorId()))
            .with(
                "link",
                Links.portal("/vendor/" + slug + "/orders/" + written.number() + "#messages")));
  }

  private String vendorName(UUID vendor) {
    return vendor("name", vendor);
  }

  private String vendor(String column, UUID vendor) {
    return database
        .find("select slug, name from vendor where id = ?", row -> row.text(column), vendor)
        .orElseThrow();
  }

  private String orderPage(UUID orderGroupId, String language) {
    return database
        .find(
            "select number, access_key from order_group where id = ?",
            row ->
                Links.page(
                    language,
                    "/orders/" + row.text("number") + "?accessKey=" + row.text("access_key")),
            orderGroupId)
        .orElseThrow();
  }
}
