package org.halles.api.order;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.halles.marketplace.refund.RefundRequest;
import org.halles.spi.Money;

/**
 * What the operator gives back, and who pays for it.
 *
 * @param lines these units, at what the buyer paid for them
 * @param shipping true to give back what is left of the shipping as well
 * @param amount instead: so much
 * @param reason for the buyer to read
 * @param payer {@code VENDORS}, also if left out: out of the shares of the sale; {@code PLATFORM}:
 *     goodwill, and nobody's share changes
 */
public record NewOperatorRefund(
    List<NewRefund.@Valid @NotNull Part> lines,
    Boolean shipping,
    Money amount,
    @NotBlank String reason,
    @Pattern(regexp = "VENDORS|PLATFORM", message = "must be VENDORS or PLATFORM") String payer) {

  boolean byPlatform() {
    return "PLATFORM".equals(payer);
  }

  RefundRequest request() {
    return new NewRefund(lines, shipping, amount, reason).request();
  }
}
