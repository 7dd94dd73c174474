package org.halles.marketplace.webhook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.halles.marketplace.shared.DomainEvent;
import org.halles.marketplace.shared.DomainEvent.DisputeDecided;
import org.halles.marketplace.shared.DomainEvent.DisputeEscalated;
import org.halles.marketplace.shared.DomainEvent.DisputeOpened;

/** Quarrels: the marketplace hears of each once, and so does every vendor it is about. */
final class DisputeNews {

  private DisputeNews() {}

  /** Opened, or handed on to an operator. */
  static List<Announcement> begun(DomainEvent happened) {
    if (happened instanceof DisputeOpened opened) {
      return tell(
          EventType.DISPUTE_OPENED,
          opened.disputeId(),
          opened.vendors(),
          opened.at(),
          told ->
              told.with("kind", opened.kind())
                  .with("order", opened.number())
                  // a bank's quarrel about several vendors is about more than one vendor's money
                  .with(
                      "amount",
                      told.vendorId() == null || opened.vendors().size() == 1
                          ? opened.amount()
                          : null)
                  .with("answerBy", opened.answerBy()));
    }
    DisputeEscalated escalated = (DisputeEscalated) happened;
    return tell(
        EventType.DISPUTE_ESCALATED,
        escalated.disputeId(),
        escalated.vendors(),
        escalated.at(),
        told -> told.with("order", escalated.number()));
  }

  static List<Announcement> decided(DisputeDecided decided) {
    return tell(
        EventType.DISPUTE_DECIDED,
        decided.disputeId(),
        decided.vendors(),
        decided.at(),
        told ->
            told.with("kind", decided.kind())
                .with("order", decided.number())
                .with("outcome", decided.outcome())
                .with(
                    "refunded",
                    told.vendorId() == null || decided.vendors().size() == 1
                        ? decided.refunded()
                        : null));
  }

  private static List<Announcement> tell(
      EventType type,
      UUID dispute,
      List<UUID> vendors,
      Instant at,
      UnaryOperator<Announcement> facts) {
    List<Announcement> told = new ArrayList<>();
    told.add(
        facts
            .apply(Announcement.toMarket(type, dispute, at))
            .with("dispute", dispute)
            .at("/operator/disputes/" + dispute));
    for (UUID vendor : vendors) {
      told.add(
          facts
              .apply(Announcement.toVendor(vendor, type, dispute, at))
              .with("dispute", dispute)
              .at("/vendor/disputes/" + dispute));
    }
    return told;
  }
}
