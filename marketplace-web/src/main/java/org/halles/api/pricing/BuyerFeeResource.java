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
import org.halles.marketplace.pricing.BuyerFeeTerms;
import org.halles.marketplace.pricing.BuyerFees;

/** What buyers pay to the marketplace besides the price. */
@Path("/operator/buyer-fee")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Operate")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
public class BuyerFeeResource {

  private BuyerFees fees;

  /** For the container. */
  public BuyerFeeResource() {}

  @Inject
  public BuyerFeeResource(BuyerFees fees) {
    this.fees = fees;
  }

  @GET
  @Operation(operationId = "getBuyerFee", summary = "See what buyers pay to the marketplace")
  @APIResponse(responseCode = "200", description = "The rules, and the VAT in the fee")
  public BuyerFeeTerms current() {
    return fees.current();
  }

  @PUT
  @Operation(
      operationId = "setBuyerFee",
      summary = "Change what buyers pay, for carts from now on",
      description =
          "The first rule that fits the buyer's country and the cart's currency decides; no rule, no"
              + " fee. A checkout under way is told that its total changed.")
  @APIResponse(responseCode = "200", description = "The rules, and the VAT in the fee")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public BuyerFeeTerms change(@Valid @NotNull BuyerFeeTerms wanted) {
    return fees.change(wanted);
  }
}
