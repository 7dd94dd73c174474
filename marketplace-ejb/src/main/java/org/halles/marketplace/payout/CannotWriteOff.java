package org.halles.marketplace.payout;

import java.util.Map;
import org.halles.marketplace.shared.Refusal;
import org.halles.spi.Money;

/** A debt that cannot be written off so; says why. */
public final class CannotWriteOff extends Refusal {

  private static final long serialVersionUID = 1L;

  private CannotWriteOff(Kind kind, String code, String message, Map<String, Object> facts) {
    super(kind, code, message, facts);
  }

  static CannotWriteOff tooMuch(Money wanted, Money owed) {
    return new CannotWriteOff(
        Kind.CONFLICT,
        "write-off-too-much",
        "asked to write off " + wanted + ", " + owed + " is owed",
        Map.of("wanted", wanted, "left", owed));
  }

  static CannotWriteOff proposedAlready(String name) {
    return new CannotWriteOff(
        Kind.CONFLICT,
        "write-off-proposed",
        "a write-off for " + name + " waits already: decide it first",
        Map.of("name", name));
  }

  static CannotWriteOff decided(String status) {
    return new CannotWriteOff(
        Kind.CONFLICT,
        "write-off-decided",
        "this write-off is decided: it is " + status,
        Map.of("status", status));
  }

  static CannotWriteOff byTheSame() {
    return new CannotWriteOff(
        Kind.FORBIDDEN,
        "second-person-must-agree",
        "you proposed this write-off: ask another person with the finance role to agree",
        Map.of());
  }
}
