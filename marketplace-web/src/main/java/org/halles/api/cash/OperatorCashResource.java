package org.halles.api.cash;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.marketplace.cash.CashView;
import org.halles.marketplace.checkout.CashDesk;

/** The operator speaks for a vendor that does not say that it has the cash. */
@Path("/operator/order-groups/{number}/vendor-orders/{part}/cash")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operate")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
@APIResponse(responseCode = "404", ref = "NotFound")
public class OperatorCashResource {

  private CashDesk cash;

  /** For the container. */
  public OperatorCashResource() {}

  @Inject
  public OperatorCashResource(CashDesk cash) {
    this.cash = cash;
  }

  @POST
  @Path("/received")
  @Operation(
      operationId = "receiveCashForVendor",
      summary = "Say for a vendor that it handed an order over and received its cash")
  @APIResponse(responseCode = "200", description = "The cash, received")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public CashView received(@PathParam("number") String number, @PathParam("part") String part) {
    return cash.receivedForVendor(number, part);
  }
}
