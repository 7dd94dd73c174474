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
import org.halles.marketplace.vendor.Memberships;
import org.halles.marketplace.vendor.VendorScope;

/** A vendor gives money back. */
@Path("/vendor/orders/{number}/refunds")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Sell")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
@APIResponse(responseCode = "404", ref = "NotFound")
public class VendorRefundsResource {

  private Refunding refunding;
  private Memberships memberships;

  /** For the container. */
  public VendorRefundsResource() {}

  @Inject
  public VendorRefundsResource(Refunding refunding, Memberships memberships) {
    this.refunding = refunding;
    this.memberships = memberships;
  }

  @GET
  @Operation(operationId = "listVendorRefunds", summary = "List what went back of one order")
  @APIResponse(responseCode = "200", description = "Refunds, oldest first")
  public Page<RefundView> refunds(
      @HeaderParam("X-Vendor") String vendor,
      @PathParam("number") String number,
      @BeanParam ShortList part) {
    return part.of(refunding.ofVendor(memberships.scopeOf(vendor), number));
  }

  @POST
  @Operation(
      operationId = "refundVendorOrder",
      summary = "Give the buyer money back",
      description =
          "By lines and units, or an amount. Every party gives its frozen share back to the cent;"
              + " units that did not leave are on sale again.")
  @APIResponse(
      responseCode = "201",
      description = "The refund; its gateway is asked right after",
      content = @Content(schema = @Schema(implementation = RefundView.class)))
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "422", ref = "Unprocessable")
  public Response refund(
      @HeaderParam("X-Vendor") String vendor,
      @PathParam("number") String number,
      @Parameter(required = true, description = "1 to 255 printable characters")
          @HeaderParam("Idempotency-Key")
          String key,
      @Valid @NotNull NewRefund refund) {
    VendorScope scope = memberships.scopeOf(vendor);
    RequiredKey.require(key, "refund");
    return created(refunding.byVendor(scope, number, refund.request()));
  }

  static Response created(RefundView refund) {
    return Response.status(Response.Status.CREATED).entity(refund).build();
  }
}
