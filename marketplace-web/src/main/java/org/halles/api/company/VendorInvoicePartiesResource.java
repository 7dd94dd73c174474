package org.halles.api.company;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
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
import org.halles.marketplace.order.InvoiceParties;
import org.halles.marketplace.order.InvoiceParty;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.vendor.Memberships;

/** Whom a vendor makes an order's invoice out to. */
@Path("/vendor/orders/{number}/company")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sell")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
public class VendorInvoicePartiesResource {

  private InvoiceParties parties;
  private Memberships memberships;

  /** For the container. */
  public VendorInvoicePartiesResource() {}

  @Inject
  public VendorInvoicePartiesResource(InvoiceParties parties, Memberships memberships) {
    this.parties = parties;
    this.memberships = memberships;
  }

  @GET
  @Operation(
      operationId = "getVendorInvoiceParty",
      summary = "See which company an order was made for")
  @APIResponse(
      responseCode = "200",
      description = "The company, its purchase order, and what was sold at prices for companies")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public InvoiceParty get(
      @HeaderParam("X-Vendor") String vendor, @PathParam("number") String number) {
    return parties
        .ofPart(memberships.scopeOf(vendor), number)
        .orElseThrow(() -> new NotFound("company", number));
  }
}
