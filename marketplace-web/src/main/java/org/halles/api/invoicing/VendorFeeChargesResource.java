package org.halles.api.invoicing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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
import org.halles.marketplace.invoicing.ChargeView;
import org.halles.marketplace.invoicing.VendorFees;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.vendor.Memberships;

/** Fees that a vendor was charged besides commission. */
@Path("/vendor/fee-charges")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Sell")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
public class VendorFeeChargesResource {

  private VendorFees fees;
  private Memberships memberships;

  /** For the container. */
  public VendorFeeChargesResource() {}

  @Inject
  public VendorFeeChargesResource(VendorFees fees, Memberships memberships) {
    this.fees = fees;
    this.memberships = memberships;
  }

  @GET
  @Operation(
      operationId = "listFeeCharges",
      summary = "List the fees you were charged, newest first")
  @APIResponse(responseCode = "200", description = "A page of charges")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Page<ChargeView> list(@HeaderParam("X-Vendor") String vendor, @BeanParam Slice slice) {
    return fees.of(memberships.scopeOf(vendor), slice.paging());
  }
}
