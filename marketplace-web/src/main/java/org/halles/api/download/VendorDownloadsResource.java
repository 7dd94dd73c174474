package org.halles.api.download;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.ShortList;
import org.halles.marketplace.download.Downloads;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.vendor.Memberships;

/** How often the files of a vendor's order were downloaded. */
@Path("/vendor/orders/{number}/downloads")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sell")
@SecurityRequirement(name = "bearer")
public class VendorDownloadsResource {

  private Downloads downloads;
  private Memberships memberships;

  /** For the container. */
  public VendorDownloadsResource() {}

  @Inject
  public VendorDownloadsResource(Downloads downloads, Memberships memberships) {
    this.downloads = downloads;
    this.memberships = memberships;
  }

  @GET
  @Operation(
      operationId = "listSoldFiles",
      summary = "See how often the files of an order were downloaded")
  @APIResponse(responseCode = "200", description = "Every file of the order")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public Page<DownloadAnswer> sold(
      @HeaderParam("X-Vendor") String vendor,
      @PathParam("number") String number,
      @BeanParam ShortList part) {
    return part.of(
        downloads.ofVendor(memberships.scopeOf(vendor), number).stream()
            .map(DownloadAnswer::of)
            .toList());
  }
}
