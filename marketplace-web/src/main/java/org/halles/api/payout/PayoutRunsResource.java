package org.halles.api.payout;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.Slice;
import org.halles.marketplace.payout.PayoutRunView;
import org.halles.marketplace.payout.Payouts;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Violation;

/** Runs of payouts: proposed by one person, approved by another. */
@Path("/operator/payout-runs")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operate")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
public class PayoutRunsResource {

  private Payouts payouts;

  /** For the container. */
  public PayoutRunsResource() {}

  @Inject
  public PayoutRunsResource(Payouts payouts) {
    this.payouts = payouts;
  }

  @GET
  @Operation(operationId = "listPayoutRuns", summary = "List payout runs, newest first")
  @APIResponse(responseCode = "200", description = "Runs without their payouts")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Page<PayoutRunView> list(@BeanParam Slice slice) {
    return payouts.runs(slice.paging());
  }

  @POST
  @Operation(
      operationId = "proposePayouts",
      summary = "Propose to pay every vendor what is available to it",
      description =
          "A preview: nothing is booked until another person approves it. Says who is held back,"
              + " and why.")
  @APIResponse(
      responseCode = "201",
      description = "The run, PROPOSED",
      content = @Content(schema = @Schema(implementation = PayoutRunView.class)))
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "409", ref = "Conflict")
  @APIResponse(responseCode = "422", ref = "Unprocessable")
  public Response propose(
      @Parameter(required = true, description = "1 to 255 printable characters")
          @HeaderParam("Idempotency-Key")
          String key) {
    if (key == null) {
      throw new InvalidInput(
          new Violation(
              "Idempotency-Key", "is required: a header of 1 to 255 printable characters", null));
    }
    PayoutRunView run = payouts.propose();
    return Response.created(URI.create("operator/payout-runs/" + run.id())).entity(run).build();
  }

  @GET
  @Path("/{run}")
  @Operation(operationId = "getPayoutRun", summary = "Look at a run")
  @APIResponse(responseCode = "200", description = "With its first hundred payouts")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public PayoutRunView get(@PathParam("run") UUID run) {
    return payouts.get(run);
  }

  @POST
  @Path("/{run}/approve")
  @Operation(
      operationId = "approvePayouts",
      summary = "Approve a run and send its payouts",
      description = "Only by another person than the one who proposed it, else 403.")
  @APIResponse(responseCode = "200", description = "The run, APPROVED")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public PayoutRunView approve(@PathParam("run") UUID run) {
    return payouts.approve(run);
  }

  @POST
  @Path("/{run}/cancel")
  @Operation(operationId = "cancelPayouts", summary = "Drop a proposal")
  @APIResponse(responseCode = "200", description = "The run, CANCELLED")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public PayoutRunView cancel(@PathParam("run") UUID run) {
    return payouts.cancel(run);
  }
}
