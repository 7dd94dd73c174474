package org.halles.marketplace.vendor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.audit.Subject;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.identity.EmailAddress;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.identity.VendorKeys;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.DomainEvent.MemberInvited;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Outbox;

/** Who works for a vendor, and as what: a vendor always has an owner. */
@ApplicationScoped
@Transactional
public class People {

  /** As many people and open invitations as a vendor may have. */
  static final int MOST = 200;

  private Members members;
  private InvitationStore invitations;
  private VendorKeys keys;
  private Outbox outbox;
  private Audit audit;
  private CurrentCaller current;
  private Clock clock;

  protected People() {}

  @Inject
  People(
      Members members,
      InvitationStore invitations,
      VendorKeys keys,
      Outbox outbox,
      Audit audit,
      CurrentCaller current,
      Clock clock) {
    this.members = members;
    this.invitations = invitations;
    this.keys = keys;
    this.outbox = outbox;
    this.audit = audit;
    this.current = current;
    this.clock = clock;
  }

  /** The vendor's people by name. */
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.PEOPLE_READ)
  public List<MemberView> members(VendorScope scope) {
    return members.of(scope.vendorId());
  }

  /** Invitations that wait for an answer, newest first. */
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.PEOPLE_READ)
  public List<InvitationView> invitations(VendorScope scope) {
    return invitations.of(scope.vendorId(), clock.instant());
  }

  /**
   * Asks somebody to join; a former invitation of the same address no longer opens. They need an
   * account with this address, and may make it when they answer.
   *
   * @param language in which they are written to
   */
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.PEOPLE_WRITE)
  public Invited invite(VendorScope scope, String email, String role, String language) {
    Checklist checklist = new Checklist();
    Optional<EmailAddress> address = EmailAddress.parse(email);
    if (address.isEmpty()) {
      checklist.reject("email", "must be an e-mail address such as ana@example.org", email);
    }
    MemberRole wanted = checklist.choice("role", role, MemberRole.class, null);
    checklist.done();
    String to = address.orElseThrow().value();
    if (members.find(scope.vendorId(), to).isPresent()) {
      throw PeopleRefused.alreadyMember(to);
    }
    if (members.of(scope.vendorId()).size() + invitations(scope).size() >= MOST) {
      throw PeopleRefused.tooMany(MOST);
    }
    Invited invited = invitations.add(scope, to, wanted, clock.instant());
    outbox.add(event(invited, language));
    audit.record(
        "invite-member",
        Subject.of("invitation", invited.invitation().id(), scope.vendorId()),
        null,
        Map.of("role", wanted));
    return invited;
  }

  private static MemberInvited event(Invited invited, String language) {
    InvitationView invitation = invited.invitation();
    return new MemberInvited(
        invitation.id(),
        invitation.vendor().id(),
        invitation.vendor().name(),
        invitation.email(),
        invitation.role().name(),
        "en".equals(language) ? "en" : "fr",
        invited.path(),
        invitation.createdAt());
  }

  /** Withdraws an invitation. */
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.PEOPLE_WRITE)
  public void withdraw(VendorScope scope, UUID invitation) {
    if (!invitations.revoke(scope.vendorId(), invitation, clock.instant())) {
      throw new NotFound("open invitation", invitation);
    }
    audit.record(
        "withdraw-invitation",
        Subject.of("invitation", invitation, scope.vendorId()),
        Map.of(),
        null);
  }

  /**
   * Gives a member another role.
   *
   * @throws PeopleRefused if they are the last owner
   */
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.PEOPLE_WRITE)
  public MemberView assign(VendorScope scope, UUID accountId, String role) {
    Checklist checklist = new Checklist();
    MemberRole wanted = checklist.choice("role", role, MemberRole.class, null);
    checklist.done();
    MemberView member = members.take(scope.vendorId(), accountId);
    if (wanted != MemberRole.OWNER && members.isLastOwner(scope.vendorId(), member)) {
      throw PeopleRefused.lastOwner();
    }
    members.assign(scope.vendorId(), accountId, wanted);
    audit.record(
        "assign-member-role",
        Subject.of("member", accountId, scope.vendorId()),
        Map.of("role", member.role()),
        Map.of("role", wanted));
    return members.take(scope.vendorId(), accountId);
  }

  /** Ends somebody's membership, and the keys they made. */
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.PEOPLE_WRITE)
  public void remove(VendorScope scope, UUID accountId) {
    end(scope, accountId, "remove-member");
  }

  /** The caller's own membership ends; whoever is the last owner stays. */
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.STOREFRONT_READ)
  public void leave(VendorScope scope) {
    if (scope.isActing()) {
      throw NotPermitted.whileActing();
    }
    end(scope, current.get().accountId(), "leave-vendor");
  }

  private void end(VendorScope scope, UUID accountId, String action) {
    MemberView member = members.take(scope.vendorId(), accountId);
    if (members.isLastOwner(scope.vendorId(), member)) {
      throw PeopleRefused.lastOwner();
    }
    members.remove(scope.vendorId(), accountId);
    keys.revokeOf(scope.vendorId(), accountId);
    audit.record(
        action,
        Subject.of("member", accountId, scope.vendorId()),
        Map.of("role", member.role()),
        null);
  }
}
