package org.halles.api.order;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.RequiredKey;
import org.halles.api.ShortList;
import org.halles.marketplace.refund.RefundView;
import org.halles.marketplace.refund.Refunding;
import org.halles.marketplace.shared.Page;

/** The operator gives money of a purchase back. */
@Path("/operator/order-groups/{number}/refunds")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Operate")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
public class OperatorRefundsResource {

  private Refunding refunding;

  /** For the container. */
  public OperatorRefundsResource() {}

  @Inject
  public OperatorRefundsResource(Refunding refunding) {
    this.refunding = refunding;
  }

  @GET
  @Operation(operationId = "listRefunds", summary = "List what went back of a purchase")
  @APIResponse(responseCode = "200", description = "Refunds, oldest first")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public Page<RefundView> refunds(@PathParam("number") String number, @BeanParam ShortList part) {
    return part.of(refunding.ofPurchaseForOperator(number));
  }

  @POST
  @Operation(
      operationId = "refundOrderGroup",
      summary = "Give the buyer money of a purchase back",
      description =
          "By lines of any vendor, or an amount over one part or the whole; or, with the payer"
              + " PLATFORM, an amount of goodwill that no vendor pays.")
  @APIResponse(
      responseCode = "201",
      description = "The refund; its gateway is asked right after",
      content = @Content(schema = @Schema(implementation = RefundView.class)))
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "422", ref = "Unprocessable")
  public Response refund(
      @PathParam("number") String number,
      @Parameter(description = "Number of the vendor order it is about; left out: the whole")
          @QueryParam("vendorOrder")
          String part,
      @Parameter(required = true, description = "1 to 255 printable characters")
          @HeaderParam("Idempotency-Key")
          String key,
      @Valid @NotNull NewOperatorRefund refund) {
    RequiredKey.require(key, "refund");
    return VendorRefundsResource.created(
        refund.byPlatform()
            ? refunding.goodwill(number, part, refund.request())
            : refunding.byOperator(number, part, refund.request()));
  }
}
