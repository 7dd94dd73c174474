package org.halles.marketplace.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.DomainEvent;
import org.halles.marketplace.shared.DomainEvent.BidDecided;
import org.halles.marketplace.shared.DomainEvent.BuyerRefunded;
import org.halles.marketplace.shared.DomainEvent.DisputeDecided;
import org.halles.marketplace.shared.DomainEvent.DisputeEscalated;
import org.halles.marketplace.shared.DomainEvent.DisputeOpened;
import org.halles.marketplace.shared.DomainEvent.ListingReviewed;
import org.halles.marketplace.shared.DomainEvent.MessageWritten;
import org.halles.marketplace.shared.DomainEvent.NoticeReceived;
import org.halles.marketplace.shared.DomainEvent.PayoutFailed;
import org.halles.marketplace.shared.DomainEvent.PayoutPaid;
import org.halles.marketplace.shared.DomainEvent.ReturnMoved;
import org.halles.marketplace.shared.DomainEvent.VendorDecided;
import org.halles.marketplace.shared.DomainEvent.VendorSubmitted;
import org.halles.spi.Money;

/** What happens after a sale and beside it: refunds, returns, disputes, listings, payouts. */
@ApplicationScoped
class MarketNews {

  private Database database;

  protected MarketNews() {}

  @Inject
  MarketNews(Database database) {
    this.database = database;
  }

  List<Announcement> of(DomainEvent happened) {
    if (happened instanceof BuyerRefunded refunded) {
      return refunded(refunded);
    }
    if (happened instanceof ReturnMoved moved) {
      return moved(moved);
    }
    if (happened instanceof MessageWritten written) {
      return written(written);
    }
    if (happened instanceof ListingReviewed reviewed) {
      return reviewed(reviewed);
    }
    if (happened instanceof PayoutPaid paid) {
      return payout(
          EventType.PAYOUT_PAID, paid.payoutId(), paid.vendorId(), paid.amount(), null, paid.at());
    }
    if (happened instanceof PayoutFailed failed) {
      return payout(
          EventType.PAYOUT_FAILED,
          failed.payoutId(),
          failed.vendorId(),
          failed.amount(),
          failed.code(),
          failed.at());
    }
    return more(happened);
  }

  private static List<Announcement> more(DomainEvent happened) {
    if (happened instanceof DisputeOpened || happened instanceof DisputeEscalated) {
      return DisputeNews.begun(happened);
    }
    if (happened instanceof DisputeDecided decided) {
      return DisputeNews.decided(decided);
    }
    if (happened instanceof VendorDecided decided) {
      return decided(decided);
    }
    if (happened instanceof VendorSubmitted submitted) {
      return List.of(
          Announcement.toMarket(
                  EventType.VENDOR_SUBMITTED,
                  submitted.vendorId() + ":" + submitted.at().toEpochMilli(),
                  submitted.at())
              .with("vendor", submitted.vendorId())
              .at("/operator/vendors/" + submitted.vendorId()));
    }
    if (happened instanceof NoticeReceived received) {
      return List.of(
          Announcement.toMarket(EventType.NOTICE_RECEIVED, received.noticeId(), received.at())
              .with("notice", received.noticeId())
              .at("/operator/notices"));
    }
    return happened instanceof BidDecided bid ? bid(bid) : List.of();
  }

  /** A refund of several parts concerns all vendors of whose money a part of it is. */
  private List<Announcement> refunded(BuyerRefunded refunded) {
    List<Announcement> told = new ArrayList<>();
    told.add(
        Announcement.toMarket(EventType.REFUND_OPENED, refunded.refundId(), refunded.at())
            .with("refund", refunded.refundId())
            .with("order", refunded.number())
            .with("amount", refunded.amount()));
    told.addAll(
        database.list(
            """
            select o.vendor_id, o.number from vendor_order o
             where o.order_group_id = (select ?::uuid) and refund_concerns(?, o.id)
            """,
            row ->
                Announcement.toVendor(
                        row.uuid("vendor_id"),
                        EventType.REFUND_OPENED,
                        refunded.refundId(),
                        refunded.at())
                    .with("refund", refunded.refundId())
                    .with("order", row.text("number"))
                    // of a refund of several parts each vendor reads its own share
                    .with("amount", refunded.vendorOrderId() == null ? null : refunded.amount())
                    .at("/vendor/orders/" + row.text("number")),
            refunded.orderGroupId(),
            refunded.refundId()));
    return told;
  }

  private static List<Announcement> moved(ReturnMoved moved) {
    boolean begun = moved.step().equals("REQUESTED") || moved.step().equals("WITHDRAWN");
    String about = moved.returnId() + ":" + moved.step() + ":" + moved.at().toEpochMilli();
    return both(
        begun ? EventType.RETURN_REQUESTED : EventType.RETURN_UPDATED,
        about,
        moved.vendorId(),
        moved.at(),
        told ->
            told.with("return", moved.returnId())
                .with("number", moved.number())
                .with("step", moved.step()),
        "/operator/returns/" + moved.returnId(),
        "/vendor/returns/" + moved.returnId());
  }

  /** Nobody is told what they wrote themselves; the text stays where it is. */
  private static List<Announcement> written(MessageWritten written) {
    return both(
            EventType.MESSAGE_RECEIVED,
            written.messageId(),
            written.vendorId(),
            written.at(),
            told ->
                told.with("message", written.messageId())
                    .with("order", written.number())
                    .with("author", written.author()),
            null,
            "/vendor/orders/" + written.number() + "/messages")
        .stream()
        .filter(told -> !written.author().equals(told.vendorId() == null ? "OPERATOR" : "VENDOR"))
        .toList();
  }

  /** A decision that was undone within its minute never was. */
  private List<Announcement> reviewed(ListingReviewed reviewed) {
    boolean stands =
        database
            .find(
                "select 1 as one from moderation_decision where id = ? and undone_at is null",
                row -> true,
                reviewed.decisionId())
            .orElse(false);
    return !stands
        ? List.of()
        : EventType.of("listing." + reviewed.outcome().toLowerCase(Locale.ROOT).replace('_', '-'))
            .map(
                type ->
                    both(
                        type,
                        reviewed.decisionId(),
                        reviewed.vendorId(),
                        reviewed.at(),
                        told -> told.with("listing", reviewed.listingId()),
                        "/listings/" + reviewed.listingId(),
                        "/vendor/listings/" + reviewed.listingId()))
            .orElse(List.of());
  }

  private static List<Announcement> payout(
      EventType type, UUID payout, UUID vendor, Money amount, String code, Instant at) {
    return both(
        type,
        payout + ":" + at.toEpochMilli(),
        vendor,
        at,
        told -> told.with("payout", payout).with("amount", amount).with("code", code),
        "/operator/payouts",
        "/vendor/payouts");
  }

  private static List<Announcement> decided(VendorDecided decided) {
    return EventType.of("vendor." + decided.decision())
        .map(
            type ->
                both(
                    type,
                    decided.vendorId() + ":" + decided.at().toEpochMilli(),
                    decided.vendorId(),
                    decided.at(),
                    UnaryOperator.identity(),
                    "/operator/vendors/" + decided.vendorId(),
                    "/vendor/checklist"))
        .orElse(List.of());
  }

  private static List<Announcement> bid(BidDecided bid) {
    return EventType.of("bid." + bid.outcome())
        .map(
            type ->
                both(
                    type,
                    bid.bidId() + ":" + bid.at().toEpochMilli(),
                    bid.vendorId(),
                    bid.at(),
                    told -> told.with("bid", bid.bidId()).with("request", bid.requestId()),
                    "/operator/requests/" + bid.requestId(),
                    "/vendor/requests/" + bid.requestId()))
        .orElse(List.of());
  }

  /** The marketplace hears whose it is, the vendor knows. */
  static List<Announcement> both(
      EventType type,
      Object about,
      UUID vendor,
      Instant at,
      UnaryOperator<Announcement> facts,
      String marketsPath,
      String vendorsPath) {
    Announcement market =
        facts.apply(Announcement.toMarket(type, about, at)).with("vendor", vendor);
    return List.of(
        marketsPath == null ? market : market.at(marketsPath),
        facts.apply(Announcement.toVendor(vendor, type, about, at)).at(vendorsPath));
  }
}
