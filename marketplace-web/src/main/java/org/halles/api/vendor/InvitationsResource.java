package org.halles.api.vendor;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.vendor.InvitationView;
import org.halles.marketplace.vendor.Invitations;
import org.halles.marketplace.vendor.VendorCard;

/** Somebody who was asked to join a vendor answers. */
@Path("/invitations")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sell")
@APIResponse(responseCode = "404", ref = "NotFound")
public class InvitationsResource {

  /** What an invitation is about, for whoever has its token. */
  public record OwnInvitation(VendorCard vendor, String email, String role, Instant expiresAt) {

    static OwnInvitation of(InvitationView view) {
      return new OwnInvitation(view.vendor(), view.email(), view.role().name(), view.expiresAt());
    }
  }

  private Invitations invitations;

  /** For the container. */
  public InvitationsResource() {}

  @Inject
  public InvitationsResource(Invitations invitations) {
    this.invitations = invitations;
  }

  @GET
  @Path("/{token}")
  @SecurityRequirements
  @Operation(operationId = "getInvitation", summary = "See what an invitation is about")
  @APIResponse(responseCode = "200", description = "The invitation, as long as it is open")
  public OwnInvitation get(@PathParam("token") String token) {
    return invitations
        .find(token)
        .map(OwnInvitation::of)
        .orElseThrow(() -> new NotFound("open invitation", "with this token"));
  }

  @POST
  @Path("/{token}/accept")
  @SecurityRequirement(name = "bearer")
  @Operation(
      operationId = "acceptInvitation",
      summary = "Join the vendor that asked you",
      description = "Only the account with the invited address can.")
  @APIResponse(responseCode = "200", description = "The vendor you now work for")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  public VendorCard accept(@PathParam("token") String token) {
    return invitations.accept(token);
  }
}
