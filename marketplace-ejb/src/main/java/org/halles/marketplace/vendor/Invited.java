package org.halles.marketplace.vendor;

/**
 * A fresh invitation.
 *
 * @param token opens it; sent to the invited address, shown once, and never again
 */
public record Invited(InvitationView invitation, String token) {

  /** The page that opens it, after the language. */
  public String path() {
    return "/invitations/" + token;
  }

  @Override
  public String toString() {
    return "Invited[" + invitation.id() + "]";
  }
}
