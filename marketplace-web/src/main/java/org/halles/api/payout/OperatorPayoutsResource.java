package org.halles.api.payout;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.Slice;
import org.halles.marketplace.payout.Aftercare;
import org.halles.marketplace.payout.PayoutPolicy;
import org.halles.marketplace.payout.PayoutSort;
import org.halles.marketplace.payout.PayoutStatus;
import org.halles.marketplace.payout.PayoutView;
import org.halles.marketplace.payout.Payouts;
import org.halles.marketplace.payout.VendorPayouts;
import org.halles.marketplace.shared.Page;

/** All payouts, and what people do about those that went wrong. */
@Path("/operator")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Operate")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
public class OperatorPayoutsResource {

  /** Why. */
  public record Why(String reason) {

    static String of(Why body) {
      return body == null ? null : body.reason();
    }
  }

  private Payouts payouts;
  private Aftercare aftercare;
  private VendorPayouts vendors;

  /** For the container. */
  public OperatorPayoutsResource() {}

  @Inject
  public OperatorPayoutsResource(Payouts payouts, Aftercare aftercare, VendorPayouts vendors) {
    this.payouts = payouts;
    this.aftercare = aftercare;
    this.vendors = vendors;
  }

  @GET
  @Path("/payouts")
  @Operation(operationId = "listPayouts", summary = "List payouts")
  @APIResponse(responseCode = "200", description = "A page of payouts")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Page<PayoutView> list(
      @QueryParam("status") PayoutStatus status,
      @QueryParam("run") UUID run,
      @Parameter(description = "NEWEST if left out") @QueryParam("sort") PayoutSort sort,
      @BeanParam Slice slice) {
    return payouts.list(status, run, sort, slice.paging());
  }

  @POST
  @Path("/payouts/{payout}/retry")
  @Operation(operationId = "retryPayout", summary = "Send a failed payout once more")
  @APIResponse(responseCode = "200", description = "The payout, under way again")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public PayoutView retry(@PathParam("payout") UUID payout) {
    return aftercare.retry(payout);
  }

  @POST
  @Path("/payouts/{payout}/give-up")
  @Operation(
      operationId = "giveUpPayout",
      summary = "Give a failed payout up: the next run pays the vendor")
  @APIResponse(responseCode = "200", description = "The payout, CANCELLED")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public PayoutView giveUp(@PathParam("payout") UUID payout, Why why) {
    return aftercare.giveUp(payout, Why.of(why));
  }

  @POST
  @Path("/payouts/{payout}/returned")
  @Operation(
      operationId = "returnPayout",
      summary = "Record that a paid payout came back from the vendor's bank")
  @APIResponse(responseCode = "200", description = "The payout, RETURNED")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public PayoutView returned(@PathParam("payout") UUID payout, Why why) {
    return aftercare.returned(payout, Why.of(why));
  }

  @POST
  @Path("/payouts/{payout}/executed")
  @Operation(operationId = "executePayout", summary = "Record that the bank carried a transfer out")
  @APIResponse(responseCode = "200", description = "The payout, PAID")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public PayoutView executed(@PathParam("payout") UUID payout) {
    return aftercare.executed(payout);
  }

  @POST
  @Path("/payouts/{payout}/refused")
  @Operation(
      operationId = "refusePayout",
      summary = "Record that the bank refused a transfer",
      description = "The same payout can then be retried or given up.")
  @APIResponse(responseCode = "200", description = "The payout, FAILED")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public PayoutView refused(@PathParam("payout") UUID payout, Why why) {
    return aftercare.refused(payout, Why.of(why));
  }

  @PUT
  @Path("/payout-blocks/{vendor}")
  @Operation(
      operationId = "blockPayouts",
      summary = "Keep a vendor's money back, with the reason the vendor reads",
      description = "Without a reason the money is let go.")
  @APIResponse(responseCode = "200", description = "How the vendor is paid now")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public PayoutPolicy block(@PathParam("vendor") UUID vendor, Why why) {
    return vendors.block(vendor, Why.of(why));
  }
}
