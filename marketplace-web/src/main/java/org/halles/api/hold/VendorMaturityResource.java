package org.halles.api.hold;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.Slice;
import org.halles.marketplace.hold.Maturity;
import org.halles.marketplace.hold.Ripening;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.vendor.Memberships;

/** What of a vendor's money becomes available when. */
@Path("/vendor/maturity")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sell")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
public class VendorMaturityResource {

  private Maturity maturity;
  private Memberships memberships;

  /** For the container. */
  public VendorMaturityResource() {}

  @Inject
  public VendorMaturityResource(Maturity maturity, Memberships memberships) {
    this.maturity = maturity;
    this.memberships = memberships;
  }

  @GET
  @Operation(
      operationId = "listVendorMaturity",
      summary = "List what becomes available on which day, the soonest first",
      description = "Held after delivery, held without word of it, or kept back in reserve.")
  @APIResponse(responseCode = "200", description = "A page of amounts with their days")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Page<Ripening> list(@HeaderParam("X-Vendor") String vendor, @BeanParam Slice slice) {
    return maturity.of(memberships.scopeOf(vendor), slice.paging());
  }
}
