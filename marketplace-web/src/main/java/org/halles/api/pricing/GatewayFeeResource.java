package org.halles.api.pricing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.marketplace.payment.GatewayFeeTerms;
import org.halles.marketplace.payment.GatewayFees;

/** Who bears what payment gateways keep. */
@Path("/operator/gateway-fee")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Operate")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
public class GatewayFeeResource {

  private GatewayFees fees;

  /** For the container. */
  public GatewayFeeResource() {}

  @Inject
  public GatewayFeeResource(GatewayFees fees) {
    this.fees = fees;
  }

  @GET
  @Operation(
      operationId = "getGatewayFeeTerms",
      summary = "See who bears what payment gateways keep")
  @APIResponse(responseCode = "200", description = "The vendors' share, and the estimates")
  public GatewayFeeTerms current() {
    return fees.current();
  }

  @PUT
  @Operation(
      operationId = "setGatewayFeeTerms",
      summary = "Change who bears what gateways keep, for orders placed from now on",
      description =
          "The vendors' share of the estimate is taken from what they earn when the buyer pays; the"
              + " rest of what the gateway really keeps is the platform's.")
  @APIResponse(responseCode = "200", description = "The vendors' share, and the estimates")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public GatewayFeeTerms change(@Valid @NotNull GatewayFeeTerms wanted) {
    return fees.change(wanted);
  }
}
