package org.halles.api.promotion;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.Slice;
import org.halles.marketplace.promotion.Campaigns;
import org.halles.marketplace.promotion.PromotionView;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.vendor.Memberships;

/** The operator's campaigns of which a vendor bears a part, if it agrees. */
@Path("/vendor/campaigns")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sell")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
public class VendorCampaignsResource {

  private Campaigns campaigns;
  private Memberships memberships;

  /** For the container. */
  public VendorCampaignsResource() {}

  @Inject
  public VendorCampaignsResource(Campaigns campaigns, Memberships memberships) {
    this.campaigns = campaigns;
    this.memberships = memberships;
  }

  @GET
  @Operation(
      operationId = "listCampaignsForVendor",
      summary = "List campaigns of the operator that you may take part in, newest first")
  @APIResponse(responseCode = "200", description = "A page of campaigns")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Page<PromotionView> list(@HeaderParam("X-Vendor") String vendor, @BeanParam Slice slice) {
    return campaigns.offeredTo(memberships.scopeOf(vendor), slice.paging());
  }

  @PUT
  @Path("/{id}/membership")
  @Operation(
      operationId = "joinCampaign",
      summary = "Take part in a campaign and bear your share of it",
      description = "The version is the one that was read: a campaign that changed is refused.")
  @APIResponse(responseCode = "200", description = "The campaign")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  @APIResponse(responseCode = "422", ref = "Unprocessable")
  public PromotionView join(
      @HeaderParam("X-Vendor") String vendor,
      @PathParam("id") UUID id,
      @QueryParam("version") int version) {
    return campaigns.join(memberships.scopeOf(vendor), id, version);
  }

  @DELETE
  @Path("/{id}/membership")
  @Operation(operationId = "leaveCampaign", summary = "Take part in a campaign no longer")
  @APIResponse(responseCode = "200", description = "The campaign")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "422", ref = "Unprocessable")
  public PromotionView leave(@HeaderParam("X-Vendor") String vendor, @PathParam("id") UUID id) {
    return campaigns.leave(memberships.scopeOf(vendor), id);
  }
}
