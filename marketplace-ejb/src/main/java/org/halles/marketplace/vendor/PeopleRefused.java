package org.halles.marketplace.vendor;

import java.util.Map;
import org.halles.marketplace.shared.Refusal;

/** A vendor's people cannot be changed like this. */
public final class PeopleRefused extends Refusal {

  private static final long serialVersionUID = 1L;

  private PeopleRefused(Kind kind, String code, String message, Map<String, Object> facts) {
    super(kind, code, message, facts);
  }

  static PeopleRefused lastOwner() {
    return new PeopleRefused(
        Kind.CONFLICT,
        "last-owner",
        "a vendor needs an owner: make somebody else owner first",
        Map.of());
  }

  static PeopleRefused alreadyMember(String email) {
    return new PeopleRefused(
        Kind.CONFLICT,
        "already-member",
        email + " is one of your people already: change their role instead",
        Map.of("field", "email"));
  }

  static PeopleRefused forSomebodyElse(String email) {
    return new PeopleRefused(
        Kind.FORBIDDEN,
        "invitation-for-another",
        "this invitation is for " + email + ": sign in with that address",
        Map.of("email", email));
  }

  static PeopleRefused over() {
    return new PeopleRefused(
        Kind.CONFLICT,
        "invitation-over",
        "this invitation was used, withdrawn or has expired: ask for a new one",
        Map.of());
  }

  static PeopleRefused tooMany(int most) {
    return new PeopleRefused(
        Kind.UNPROCESSABLE,
        "too-many-people",
        "a vendor has at most " + most + " people and open invitations: remove somebody first",
        Map.of("most", most));
  }
}
