package org.halles.api.returns;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.marketplace.returns.ReturnView;
import org.halles.marketplace.returns.Withdrawing;

/** A buyer withdraws from the contract with a trader. */
@Path("/order-groups/{number}/withdrawals")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Buy")
@SecurityRequirements
@APIResponse(responseCode = "404", ref = "NotFound")
public class OrderGroupWithdrawalsResource {

  private static final String KEY = "As returned by the checkout";

  private Withdrawing withdrawing;

  /** For the container. */
  public OrderGroupWithdrawalsResource() {}

  @Inject
  public OrderGroupWithdrawalsResource(Withdrawing withdrawing) {
    this.withdrawing = withdrawing;
  }

  @POST
  @Operation(
      operationId = "withdrawFromContract",
      summary = "Withdraw from the contract with a trader, within fourteen days",
      description = "No reason is asked. What has not left is refunded at once.")
  @APIResponse(
      responseCode = "201",
      description = "The withdrawal; its acknowledgement is sent by letter",
      content = @Content(schema = @Schema(implementation = ReturnView.class)))
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "422", ref = "Unprocessable")
  public Response withdraw(
      @PathParam("number") String number,
      @Parameter(description = KEY) @QueryParam("accessKey") String accessKey,
      @Valid @NotNull Bodies.NewWithdrawal wanted) {
    return OrderGroupReturnsResource.created(
        withdrawing.declare(
            number,
            accessKey,
            wanted.vendorOrder(),
            Bodies.units(wanted.lines()),
            wanted.name(),
            wanted.refundTo() == Bodies.RefundTo.credit));
  }
}
