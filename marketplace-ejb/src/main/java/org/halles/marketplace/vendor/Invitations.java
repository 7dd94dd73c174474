package org.halles.marketplace.vendor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.audit.Subject;
import org.halles.marketplace.identity.Accounts;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.identity.Role;

/** Somebody who was invited answers. */
@ApplicationScoped
@Transactional
public class Invitations {

  private InvitationStore invitations;
  private Members members;
  private Accounts accounts;
  private CurrentCaller current;
  private Audit audit;
  private Clock clock;

  protected Invitations() {}

  @Inject
  Invitations(
      InvitationStore invitations,
      Members members,
      Accounts accounts,
      CurrentCaller current,
      Audit audit,
      Clock clock) {
    this.invitations = invitations;
    this.members = members;
    this.accounts = accounts;
    this.current = current;
    this.audit = audit;
    this.clock = clock;
  }

  /** What this token opens, as long as it does. */
  @Allowed(Role.ANYONE)
  public Optional<InvitationView> find(String token) {
    return token == null || token.indexOf('\0') >= 0
        ? Optional.empty()
        : invitations.find(token, clock.instant());
  }

  /**
   * The caller joins. Who is a member already keeps the role they have.
   *
   * @throws PeopleRefused if it is over, or for another address than the caller's
   */
  @Allowed(Role.SIGNED_IN)
  public VendorCard accept(String token) {
    InvitationView invitation = find(token).orElseThrow(PeopleRefused::over);
    UUID me = current.get().accountId();
    if (!accounts.mine().email().equalsIgnoreCase(invitation.email())) {
      throw PeopleRefused.forSomebodyElse(invitation.email());
    }
    if (!invitations.accept(invitation.id(), me, clock.instant())) {
      throw PeopleRefused.over();
    }
    members.add(invitation.vendor().id(), me, invitation.role());
    audit.record(
        "accept-invitation",
        Subject.of("member", me, invitation.vendor().id()),
        null,
        Map.of("role", invitation.role()));
    return invitation.vendor();
  }
}
