package org.halles.api.cash;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import org.halles.marketplace.cash.CashView;
import org.halles.marketplace.checkout.CashDesk;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.vendor.Memberships;

/** The cash of a vendor's order: collected at the door, and given back by hand. */
@Path("/vendor/orders/{number}/cash")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sell")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
@APIResponse(responseCode = "404", ref = "NotFound")
public class VendorOrderCashResource {

  private CashDesk cash;
  private Memberships memberships;

  /** For the container. */
  public VendorOrderCashResource() {}

  @Inject
  public VendorOrderCashResource(CashDesk cash, Memberships memberships) {
    this.cash = cash;
    this.memberships = memberships;
  }

  @GET
  @Operation(
      operationId = "getVendorOrderCash",
      summary = "See how far the cash of an order is; 404 if it is not paid in cash")
  @APIResponse(responseCode = "200", description = "What is to be collected, or was")
  public CashView get(@HeaderParam("X-Vendor") String vendor, @PathParam("number") String number) {
    return cash.of(memberships.scopeOf(vendor), number)
        .orElseThrow(() -> new NotFound("cash of order", number));
  }

  @POST
  @Path("/received")
  @Operation(
      operationId = "receiveVendorOrderCash",
      summary = "Say that an order was handed over and all its cash received",
      description =
          "The order is delivered and paid then, and you owe what of the money is not yours. If it"
              + " was refused at the door, cancel the order instead. Saying it twice changes"
              + " nothing.")
  @APIResponse(responseCode = "200", description = "The cash, received")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public CashView received(
      @HeaderParam("X-Vendor") String vendor, @PathParam("number") String number) {
    return cash.received(memberships.scopeOf(vendor), number);
  }

  @POST
  @Path("/returns/{refund}/given")
  @Operation(
      operationId = "giveVendorOrderCashBack",
      summary = "Say that the buyer has money of a refund back, from your hand")
  @APIResponse(responseCode = "200", description = "The cash; the money is credited to you")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public CashView given(
      @HeaderParam("X-Vendor") String vendor,
      @PathParam("number") String number,
      @PathParam("refund") UUID refund) {
    return cash.givenBack(memberships.scopeOf(vendor), number, refund);
  }

  @POST
  @Path("/returns/{refund}/refused")
  @Operation(
      operationId = "refuseVendorOrderCashBack",
      summary = "Say that you cannot give money of a refund back by hand",
      description = "The marketplace sends it another way, and you owe your part of it.")
  @APIResponse(responseCode = "200", description = "The cash")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public CashView refused(
      @HeaderParam("X-Vendor") String vendor,
      @PathParam("number") String number,
      @PathParam("refund") UUID refund) {
    return cash.cannotGiveBack(memberships.scopeOf(vendor), number, refund);
  }
}
