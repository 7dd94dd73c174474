package org.halles.api.vendor;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.marketplace.vendor.InvitationView;
import org.halles.marketplace.vendor.Invited;
import org.halles.marketplace.vendor.MemberView;
import org.halles.marketplace.vendor.Memberships;
import org.halles.marketplace.vendor.People;

/** A vendor's people and whom it asked to join. */
@Path("/vendor/people")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Sell")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
public class VendorPeopleResource {

  /** Everybody, and open invitations. */
  public record Team(List<MemberView> members, List<Invitation> invitations) {}

  /**
   * An invitation.
   *
   * @param path opens it, after the language; told once, to whoever invites
   */
  public record Invitation(
      UUID id, String email, String role, Instant createdAt, Instant expiresAt, String path) {

    static Invitation of(InvitationView view, String path) {
      return new Invitation(
          view.id(), view.email(), view.role().name(), view.createdAt(), view.expiresAt(), path);
    }
  }

  /**
   * Whom to ask.
   *
   * @param role owner, manager, catalogue, orders or finance
   * @param language fr or en
   */
  public record NewInvitation(String email, String role, String language) {}

  /** What somebody is from now on. */
  public record NewRole(String role) {}

  private People people;
  private Memberships memberships;

  /** For the container. */
  public VendorPeopleResource() {}

  @Inject
  public VendorPeopleResource(People people, Memberships memberships) {
    this.people = people;
    this.memberships = memberships;
  }

  @GET
  @Operation(operationId = "listPeople", summary = "See your people and open invitations")
  @APIResponse(responseCode = "200", description = "At most 200 of each")
  public Team list(@HeaderParam("X-Vendor") String vendor) {
    var scope = memberships.scopeOf(vendor);
    return new Team(
        people.members(scope),
        people.invitations(scope).stream().map(view -> Invitation.of(view, null)).toList());
  }

  @POST
  @Path("/invitations")
  @Operation(
      operationId = "invitePerson",
      summary = "Ask somebody to join",
      description = "They are written to; a former invitation of the same address ends.")
  @APIResponse(
      responseCode = "201",
      description = "The invitation, with the path that opens it",
      content = @Content(schema = @Schema(implementation = Invitation.class)))
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public Response invite(@HeaderParam("X-Vendor") String vendor, @NotNull NewInvitation wanted) {
    Invited invited =
        people.invite(
            memberships.scopeOf(vendor), wanted.email(), wanted.role(), wanted.language());
    return Response.created(URI.create("vendor/people"))
        .entity(Invitation.of(invited.invitation(), invited.path()))
        .build();
  }

  @DELETE
  @Path("/invitations/{invitation}")
  @Operation(operationId = "withdrawInvitation", summary = "Withdraw an invitation")
  @APIResponse(responseCode = "204", description = "It no longer opens")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public void withdraw(
      @HeaderParam("X-Vendor") String vendor, @PathParam("invitation") UUID invitation) {
    people.withdraw(memberships.scopeOf(vendor), invitation);
  }

  @PUT
  @Path("/{account}")
  @Operation(operationId = "assignRole", summary = "Give a member another role")
  @APIResponse(responseCode = "200", description = "The member")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public MemberView assign(
      @HeaderParam("X-Vendor") String vendor,
      @PathParam("account") UUID account,
      @NotNull NewRole role) {
    return people.assign(memberships.scopeOf(vendor), account, role.role());
  }

  @DELETE
  @Path("/me")
  @Operation(
      operationId = "leaveVendor",
      summary = "End your own membership",
      description = "Keys you made end, too. The last owner stays.")
  @APIResponse(responseCode = "204", description = "You are no member any more")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public void leave(@HeaderParam("X-Vendor") String vendor) {
    people.leave(memberships.scopeOf(vendor));
  }

  @DELETE
  @Path("/{account}")
  @Operation(
      operationId = "removePerson",
      summary = "End a membership",
      description = "Keys the person made end, too. The last owner stays.")
  @APIResponse(responseCode = "204", description = "The person is no member any more")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public void remove(@HeaderParam("X-Vendor") String vendor, @PathParam("account") UUID account) {
    people.remove(memberships.scopeOf(vendor), account);
  }
}
