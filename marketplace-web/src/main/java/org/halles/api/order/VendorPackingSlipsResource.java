package org.halles.api.order;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.marketplace.order.PackingSlips;
import org.halles.marketplace.vendor.Memberships;
import org.halles.web.paper.SlipPrinter;
import org.halles.web.ui.Language;

/** What goes into parcels with the goods, on paper. */
@Path("/vendor/packing-slips")
@RequestScoped
@Produces(SlipPrinter.MEDIA_TYPE)
@Tag(name = "Sell")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
public class VendorPackingSlipsResource {

  private PackingSlips slips;
  private Memberships memberships;

  /** For the container. */
  public VendorPackingSlipsResource() {}

  @Inject
  public VendorPackingSlipsResource(PackingSlips slips, Memberships memberships) {
    this.slips = slips;
    this.memberships = memberships;
  }

  @GET
  @Operation(
      operationId = "printPackingSlips",
      summary = "Print the packing slips of some orders",
      description =
          "One PDF, each slip in the language of its buyer. Where the goods lie at several stock"
              + " places, a sheet for whoever packs comes first, by Accept-Language.")
  @APIResponse(
      responseCode = "200",
      description = "The slips",
      content = @Content(mediaType = SlipPrinter.MEDIA_TYPE))
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public byte[] slips(
      @HeaderParam("X-Vendor") String vendor,
      @Parameter(description = "Once for each order, 1 to 100") @QueryParam("number")
          List<String> numbers,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String languages) {
    return SlipPrinter.print(
        slips.of(memberships.scopeOf(vendor), numbers), Language.wishedFor(languages));
  }
}
