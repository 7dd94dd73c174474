package org.halles.web.vendor;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.vendor.InvitationView;
import org.halles.marketplace.vendor.Invited;
import org.halles.marketplace.vendor.MemberRole;
import org.halles.marketplace.vendor.MemberView;
import org.halles.marketplace.vendor.People;
import org.halles.marketplace.vendor.Permission;
import org.halles.web.ui.Language;
import org.halles.web.ui.PageAddress;
import org.halles.web.ui.Say;
import org.omnifaces.util.Faces;

/** The vendor's people, and whom it asked to join. */
@Named
@RequestScoped
public class PeopleDesk {

  @Inject private Desk desk;
  @Inject private People people;
  @Inject private CurrentCaller current;
  @Inject private Language language;
  @Inject private PageAddress address;
  @Inject private Say say;

  private List<MemberView> members;
  private List<InvitationView> invitations;
  private final Map<UUID, String> roles = new HashMap<>();
  private String email;
  private String role = MemberRole.ORDERS.name();
  private String link;

  public List<MemberView> getMembers() {
    if (members == null) {
      members = people.members(desk.scope());
      members.forEach(member -> roles.putIfAbsent(member.accountId(), member.role().name()));
    }
    return members;
  }

  public List<InvitationView> getInvitations() {
    if (invitations == null) {
      invitations = people.invitations(desk.scope());
    }
    return invitations;
  }

  /** Asks whoever was typed to join; the link is shown once. */
  public void invite() {
    say.trying(
        () -> {
          Invited invited = people.invite(desk.scope(), email, role, language.getTag());
          link = address.getOrigin() + language.getPath() + invited.path();
          say.done("people.invited", invited.invitation().email());
          email = null;
        });
    invitations = null;
  }

  public void withdraw(InvitationView invitation) {
    if (say.trying(() -> people.withdraw(desk.scope(), invitation.id()))) {
      say.done("people.withdrawn", invitation.email());
    }
    invitations = null;
  }

  public void assign(MemberView member) {
    String wanted = roles.get(member.accountId());
    if (say.trying(() -> people.assign(desk.scope(), member.accountId(), wanted))) {
      say.done("people.assigned", member.name());
    }
    again();
  }

  public void remove(MemberView member) {
    if (say.trying(() -> people.remove(desk.scope(), member.accountId()))) {
      say.done("people.removed", member.name());
    }
    again();
  }

  /** The person who looks at this page goes. */
  public void leave() {
    if (say.trying(() -> people.leave(desk.scope()))) {
      Faces.redirect("/vendor");
    }
  }

  private void again() {
    members = null;
    roles.clear();
  }

  public boolean isMe(MemberView member) {
    return member.accountId().equals(current.get().accountId());
  }

  public boolean isEditable() {
    return desk.scope().may(Permission.PEOPLE_WRITE);
  }

  public List<MemberRole> getRolesToGive() {
    return List.of(MemberRole.values());
  }

  /** Chosen roles by account. */
  public Map<UUID, String> getRoles() {
    return roles;
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(String email) {
    this.email = email;
  }

  public String getRole() {
    return role;
  }

  public void setRole(String role) {
    this.role = role;
  }

  /** The link of the invitation made just now, or null. */
  public String getLink() {
    return link;
  }
}
