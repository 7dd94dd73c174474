package org.halles.api.order;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.refund.RefundRequest;
import org.halles.spi.Money;

/**
 * What to give back: lines, shipping, or an amount.
 *
 * @param lines these units, at what the buyer paid for them
 * @param shipping true to give back what is left of the shipping as well
 * @param amount instead: so much, spread over everything the buyer paid for
 * @param reason for the buyer to read
 */
public record NewRefund(
    List<@Valid @NotNull Part> lines, Boolean shipping, Money amount, @NotBlank String reason) {

  /**
   * @param quantity left out: all that can still be given back
   */
  public record Part(@NotNull UUID line, Integer quantity) {}

  RefundRequest request() {
    List<RefundRequest.Part> parts =
        lines == null
            ? List.of()
            : lines.stream()
                .map(part -> new RefundRequest.Part(part.line(), part.quantity()))
                .toList();
    return new RefundRequest(parts, Boolean.TRUE.equals(shipping), amount, reason);
  }
}
