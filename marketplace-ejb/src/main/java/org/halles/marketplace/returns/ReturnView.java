package org.halles.marketplace.returns;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.shared.Texts;
import org.halles.spi.Money;

/**
 * Goods that go back, as they are told.
 *
 * @param orderGroup number of the purchase
 * @param vendorOrder number of the part
 * @param vendor name of the stall
 * @param reason code, or null for a withdrawal
 * @param costBorneBy who pays for sending them back
 * @param delivery what goes back of the delivery's price along with the goods
 * @param declaredBy the name given with a withdrawal, or null
 * @param words the buyer's, or null
 * @param answer the vendor's, or the operator's, or null
 * @param address where to send them, or null
 * @param label what to stick on the parcel, or null
 * @param answerBy until when the vendor answers
 * @param sendBy until when the buyer sends
 * @param checkBy until when the vendor checks
 * @param refundBy of a withdrawal: until when the money goes back, unless the goods are waited for
 * @param escalatedAt since when the operator is asked, or null
 * @param endedAt null while something is left to do
 * @param refunded what went back so far, or null
 * @param toCredit true if the buyer chose store credit instead of the money
 */
public record ReturnView(
    UUID id,
    String number,
    ReturnKind kind,
    ReturnStatus status,
    String orderGroup,
    String vendorOrder,
    String vendor,
    String slug,
    String reason,
    Texts reasonName,
    Bearer costBorneBy,
    Money delivery,
    String declaredBy,
    String words,
    String answer,
    String address,
    File label,
    String carrier,
    String trackingCode,
    List<Line> lines,
    List<File> files,
    Instant requestedAt,
    Instant answerBy,
    Instant sendBy,
    Instant sentAt,
    Instant checkBy,
    Instant refundBy,
    Instant checkedAt,
    Instant escalatedAt,
    Instant endedAt,
    Money refunded,
    boolean toCredit) {

  public ReturnView {
    lines = List.copyOf(lines);
    files = List.copyOf(files);
  }

  /**
   * Units of a line.
   *
   * @param refunded for how many the money went back
   * @param restocked how many are on sale again
   */
  public record Line(
      UUID line, Texts title, String sku, int quantity, int refunded, int restocked) {}

  /** A file that shows something. */
  public record File(UUID id, String name, String contentType, int bytes) {}

  /** True if somebody still has to do something. */
  public boolean live() {
    return endedAt == null;
  }

  /** True if the operator is asked and has not decided. */
  public boolean escalated() {
    return escalatedAt != null && endedAt == null;
  }
}
