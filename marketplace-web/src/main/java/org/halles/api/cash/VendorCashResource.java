package org.halles.api.cash;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.marketplace.cash.CashVendors;
import org.halles.marketplace.vendor.Memberships;

/** Whether a vendor takes cash at the door. */
@Path("/vendor/cash")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Sell")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
public class VendorCashResource {

  /**
   * @param taken whether buyers may pay in cash at the door
   */
  public record NewTaking(@NotNull Boolean taken) {}

  private CashVendors vendors;
  private Memberships memberships;

  /** For the container. */
  public VendorCashResource() {}

  @Inject
  public VendorCashResource(CashVendors vendors, Memberships memberships) {
    this.vendors = vendors;
    this.memberships = memberships;
  }

  @GET
  @Operation(operationId = "getCashTaking", summary = "See whether you take cash at the door")
  @APIResponse(
      responseCode = "200",
      description = "Whether you take it, and whether the marketplace offers it")
  public CashVendors.Taking get(@HeaderParam("X-Vendor") String vendor) {
    return vendors.get(memberships.scopeOf(vendor));
  }

  @PUT
  @Operation(
      operationId = "setCashTaking",
      summary = "Take cash at the door from now on, or no more",
      description =
          "The buyer pays you. You owe the marketplace its commission, which is taken from what"
              + " comes to you next; for what is not collected you owe nothing.")
  @APIResponse(
      responseCode = "200",
      description = "Whether you take it, and whether the marketplace offers it")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public CashVendors.Taking change(
      @HeaderParam("X-Vendor") String vendor, @Valid @NotNull NewTaking taking) {
    return vendors.change(memberships.scopeOf(vendor), taking.taken());
  }
}
