package org.halles.api.commission;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.marketplace.pricing.CommissionPreview;
import org.halles.marketplace.vendor.Memberships;

/** What would a vendor earn. */
@Path("/vendor/commission-preview")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Sell")
@SecurityRequirement(name = "bearer")
public class CommissionPreviewResource {

  private CommissionPreview preview;
  private Memberships memberships;

  /** For the container. */
  public CommissionPreviewResource() {}

  @Inject
  public CommissionPreviewResource(CommissionPreview preview, Memberships memberships) {
    this.preview = preview;
    this.memberships = memberships;
  }

  @POST
  @Operation(
      operationId = "previewCommission",
      summary = "See what a sale would bring",
      description =
          "Of one of your offers, or of a price in a category; by the rules in force now, with every"
              + " step.")
  @APIResponse(responseCode = "200", description = "The split of such a sale")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public CommissionPreview.Earnings preview(
      @HeaderParam("X-Vendor") String vendor, @NotNull CommissionPreview.Request request) {
    return preview.preview(memberships.scopeOf(vendor), request);
  }
}
