package org.halles.marketplace.onboarding;

import java.time.LocalDate;

/**
 * Who stands behind a vendor and where its money goes, as it was declared on the checklist.
 *
 * @param name of the company, or first and last name of a private person
 * @param address in one line, or null
 * @param country ISO 3166-1 alpha-2, or null
 * @param taxNumber under which its tax authority knows it, or null
 * @param birthDate of a private person, or null
 * @param registration in a trade register, or null
 * @param vatNumber or null
 * @param account for payouts, or null
 */
public record DeclaredIdentity(
    String name,
    String address,
    String country,
    String taxNumber,
    LocalDate birthDate,
    String registration,
    String vatNumber,
    BankDetails account) {

  /** Of a vendor that declared nothing. */
  public static final DeclaredIdentity NONE =
      new DeclaredIdentity(null, null, null, null, null, null, null, null);
}
