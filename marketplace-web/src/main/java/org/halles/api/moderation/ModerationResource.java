package org.halles.api.moderation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.Slice;
import org.halles.api.catalog.OwnListing;
import org.halles.marketplace.moderation.Moderation;
import org.halles.marketplace.shared.Page;

/** What waits for a moderator. */
@Path("/operator/moderation")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Operate")
@SecurityRequirement(name = "bearer")
public class ModerationResource {

  /** Why; needed where a listing is turned down or sent back. */
  public record Reason(String reason) {

    static String of(Reason body) {
      return body == null ? null : body.reason();
    }
  }

  private Moderation moderation;

  /** For the container. */
  public ModerationResource() {}

  @Inject
  public ModerationResource(Moderation moderation) {
    this.moderation = moderation;
  }

  @GET
  @Operation(operationId = "listSubmittedListings", summary = "List what waits, longest first")
  @APIResponse(responseCode = "200", description = "Submitted listings")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  public Page<OwnListing> queue(@BeanParam Slice slice) {
    return moderation.queue(slice.paging()).map(OwnListing::of);
  }

  @POST
  @Path("/{id}/approve")
  @Operation(operationId = "approveListing", summary = "Let buyers see a listing")
  @APIResponse(responseCode = "200", description = "The listing, LIVE")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public OwnListing approve(@PathParam("id") UUID id, Reason reason) {
    return OwnListing.of(moderation.approve(id, Reason.of(reason)));
  }

  @POST
  @Path("/{id}/reject")
  @Operation(operationId = "rejectListing", summary = "Take a listing off sale for good")
  @APIResponse(responseCode = "200", description = "The listing, SUSPENDED")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public OwnListing reject(@PathParam("id") UUID id, Reason reason) {
    return OwnListing.of(moderation.reject(id, Reason.of(reason)));
  }

  @POST
  @Path("/{id}/request-changes")
  @Operation(operationId = "requestListingChanges", summary = "Send a listing back to its vendor")
  @APIResponse(responseCode = "200", description = "The listing, CHANGES_REQUESTED")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public OwnListing requestChanges(@PathParam("id") UUID id, Reason reason) {
    return OwnListing.of(moderation.requestChanges(id, Reason.of(reason)));
  }
}
