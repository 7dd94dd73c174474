package org.halles.api.returns;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.halles.api.dispute.Said;
import org.halles.marketplace.returns.Bearer;
import org.halles.marketplace.returns.ReturnReason;
import org.halles.marketplace.returns.Units;
import org.halles.marketplace.shared.Attachment;
import org.halles.marketplace.shared.Texts;

/** What is sent to the resources of returns. */
final class Bodies {

  private Bodies() {}

  /** How the buyer wants the money back; credit only if the buyer says so. */
  public enum RefundTo {
    payment,
    credit
  }

  /**
   * @param quantity left out: all there are
   * @param restocked how many of them are on sale again; left out: none
   */
  public record Part(@NotNull UUID line, Integer quantity, Integer restocked) {}

  /**
   * @param vendorOrder number of the part
   * @param reason code of one of {@code GET /return-reasons}
   * @param words what happened; may be left out
   * @param files what shows it
   * @param refundTo left out: the means of payment
   */
  public record NewReturn(
      String vendorOrder,
      String reason,
      String words,
      List<@Valid @NotNull Part> lines,
      List<Said.@Valid @NotNull NewFile> files,
      RefundTo refundTo) {}

  /**
   * @param vendorOrder number of the part
   * @param name of whoever declares it
   * @param refundTo left out: the means of payment
   */
  public record NewWithdrawal(
      String vendorOrder, String name, List<@Valid @NotNull Part> lines, RefundTo refundTo) {}

  /** How it was sent; both may be left out, and prove that it was. */
  public record Sent(String carrier, String trackingCode) {}

  /**
   * @param address where to; left out: the vendor's usual one
   * @param words for the buyer
   * @param label for the parcel
   */
  public record Acceptance(String address, String words, Said.@Valid NewFile label) {

    Attachment attachment() {
      return label == null ? null : Said.evidence(List.of(label)).get(0);
    }
  }

  /** Why, for the buyer to read. */
  public record Words(String words) {}

  /**
   * @param lines the units whose money goes back
   * @param words why less than all of it goes back
   */
  public record Verdict(List<@Valid @NotNull Part> lines, String words) {}

  /** What excludes from withdrawal; left out: nothing of its own. */
  public record Mark(String exclusion) {}

  /** A reason as it is kept under its code. */
  public record KeptReason(
      Texts name,
      Bearer costBorneBy,
      Integer days,
      Boolean photoNeeded,
      Boolean deliveryBack,
      Boolean active) {

    ReturnReason reason(String code) {
      return new ReturnReason(
          code,
          name,
          costBorneBy,
          days == null ? 30 : days,
          Boolean.TRUE.equals(photoNeeded),
          !Boolean.FALSE.equals(deliveryBack),
          !Boolean.FALSE.equals(active));
    }
  }

  static List<Units> units(List<Part> parts) {
    return parts == null
        ? List.of()
        : parts.stream()
            .map(part -> new Units(part.line(), part.quantity(), part.restocked()))
            .toList();
  }
}
