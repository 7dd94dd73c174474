package org.halles.api.order;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.marketplace.screening.HeldOrders;
import org.halles.marketplace.screening.ScreeningView;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;

/** Purchases that a check held: an operator lets them go on, or gives the money back. */
@Path("/operator/held-orders")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Operate")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
public class OperatorHeldOrdersResource {

  /** Why a purchase ends; the buyer reads it. */
  public record Cancellation(@NotBlank String reason) {}

  private HeldOrders held;

  /** For the container. */
  public OperatorHeldOrdersResource() {}

  @Inject
  public OperatorHeldOrdersResource(HeldOrders held) {
    this.held = held;
  }

  @GET
  @Operation(
      operationId = "listHeldOrders",
      summary = "List purchases that wait for a person",
      description = "The most suspicious first.")
  @APIResponse(responseCode = "200", description = "A page of them")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Page<ScreeningView> waiting(
      @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
    return held.waiting(Paging.of(limit, cursor));
  }

  @GET
  @Path("/{number}")
  @Operation(operationId = "getScreening", summary = "What checks thought of a purchase")
  @APIResponse(responseCode = "200", description = "Score, reasons and decision")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public ScreeningView get(@PathParam("number") String number) {
    return held.find(number).orElseThrow(() -> new NotFound("screened order", number));
  }

  @POST
  @Path("/{number}/release")
  @Operation(
      operationId = "releaseHeldOrder",
      summary = "Let a purchase go on",
      description = "Its vendors are told and may begin; its files open.")
  @APIResponse(responseCode = "200", description = "What was decided")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public ScreeningView release(@PathParam("number") String number) {
    return held.release(number);
  }

  @POST
  @Path("/{number}/cancel")
  @Operation(
      operationId = "cancelHeldOrder",
      summary = "End a purchase",
      description = "All its money goes back to the buyer, its goods are on sale again.")
  @APIResponse(responseCode = "200", description = "What was decided")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public ScreeningView cancel(
      @PathParam("number") String number, @Valid @NotNull Cancellation cancellation) {
    return held.cancel(number, cancellation.reason());
  }
}
