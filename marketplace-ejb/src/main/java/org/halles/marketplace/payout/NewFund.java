package org.halles.marketplace.payout;

import java.util.regex.Pattern;
import org.halles.marketplace.shared.Checklist;

/**
 * Names somebody buyers give to.
 *
 * @param party under which gifts for it are booked, as the plugin that offers them names it
 * @param name to whom it is paid
 * @param holder of its bank account; left out with the IBAN, the account stays what it is
 * @param iban of its bank account
 */
public record NewFund(String party, String name, String holder, String iban) {

  private static final Pattern PARTY = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");

  /** True if an account is named as well. */
  boolean namesAccount() {
    return isGiven(holder) || isGiven(iban);
  }

  private static boolean isGiven(String typed) {
    return typed != null && !typed.isBlank();
  }

  /** The same, tidied up; what is wrong goes on the list. */
  NewFund checked(Checklist checklist) {
    return new NewFund(
        checklist.pattern(
            "party", party, PARTY, "1 to 60 small letters, digits and hyphens, no hyphen first"),
        checklist.text("name", name, 120),
        holder,
        iban);
  }
}
