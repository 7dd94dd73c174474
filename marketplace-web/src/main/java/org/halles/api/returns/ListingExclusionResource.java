package org.halles.api.returns;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.marketplace.returns.Exclusions;
import org.halles.marketplace.vendor.Memberships;

/** A vendor marks listings that the law excludes from withdrawal. */
@Path("/vendor/withdrawal-exclusions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Sell")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
public class ListingExclusionResource {

  private Exclusions exclusions;
  private Memberships memberships;

  /** For the container. */
  public ListingExclusionResource() {}

  @Inject
  public ListingExclusionResource(Exclusions exclusions, Memberships memberships) {
    this.exclusions = exclusions;
    this.memberships = memberships;
  }

  @PUT
  @Path("/{id}")
  @Operation(
      operationId = "markListingWithdrawalExclusion",
      summary = "Mark a listing as excluded from withdrawal, for what is bought from now on")
  @APIResponse(responseCode = "204", description = "Done")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public void mark(
      @HeaderParam("X-Vendor") String vendor,
      @PathParam("id") UUID listing,
      @Valid @NotNull Bodies.Mark mark) {
    exclusions.markListing(memberships.scopeOf(vendor), listing, mark.exclusion());
  }
}
