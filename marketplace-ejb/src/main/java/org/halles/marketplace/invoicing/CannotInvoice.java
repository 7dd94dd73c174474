package org.halles.marketplace.invoicing;

import java.util.Map;
import org.halles.marketplace.shared.Refusal;

/** Invoices cannot be issued yet; says what is missing. */
public final class CannotInvoice extends Refusal {

  private static final long serialVersionUID = 1L;

  private CannotInvoice(String code, String message, Map<String, Object> facts) {
    super(Kind.UNPROCESSABLE, code, message, facts);
  }

  static CannotInvoice withoutIssuer() {
    return new CannotInvoice(
        "issuer-missing",
        "nobody is named who issues the invoices: fill in the platform’s name and address first",
        Map.of());
  }

  static CannotInvoice before(String period) {
    return new CannotInvoice(
        "month-not-over",
        "the month " + period + " is not over: invoice it when it is",
        Map.of("period", period));
  }
}
