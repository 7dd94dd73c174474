package org.halles.api.checkout;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Violation;
import org.halles.spi.Money;

/**
 * A buyer says yes.
 *
 * @param expectedTotal what the buyer saw; the checkout is refused if it is another now. Left out:
 *     it is refused if a price moved since the buyer last touched its line
 * @param payment left out where gift cards and store credit pay it all
 * @param credit what the buyer saw that those pay; left out: as much as they can
 * @param expectedContribution what the buyer saw that is added for others; needed where anything is
 * @param referral code of the affiliate who sent the buyer: it earns with the lines that carry none
 */
public record Purchase(
    @NotNull UUID cartId,
    Money expectedTotal,
    @Valid Payment payment,
    @Size(max = 100) String referral,
    Boolean downloadAtOnce,
    Money credit,
    Money expectedContribution) {

  /**
   * @param token what the gateway's form gave for the card
   * @param delayMs slows the sandbox gateway down
   */
  public record Payment(
      @NotBlank @Size(max = 50) String gateway,
      @NotBlank @Size(max = 200) String token,
      @Min(0) @Max(30_000) Long delayMs) {

    /** What the gateway is told beside the token. */
    public Map<String, String> options() {
      return delayMs == null ? Map.of() : Map.of("delayMs", delayMs.toString());
    }

    /**
     * @throws InvalidInput if the token is a card number, which must never come here; it is not
     *     repeated
     */
    public void refuseCardNumber(String field) {
      if (token.replaceAll("[ -]", "").matches("\\d{12,19}")) {
        throw new InvalidInput(
            new Violation(
                field,
                "looks like a card number, which must never be sent here: send the gateway's token",
                null));
      }
    }
  }

  void refuseCardNumber() {
    if (payment != null) {
      payment.refuseCardNumber("payment.token");
    }
  }
}
