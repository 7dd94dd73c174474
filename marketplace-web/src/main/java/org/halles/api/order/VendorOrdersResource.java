package org.halles.api.order;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.Slice;
import org.halles.marketplace.order.Fulfilment;
import org.halles.marketplace.order.Handover;
import org.halles.marketplace.order.Performance;
import org.halles.marketplace.order.ShipRequest;
import org.halles.marketplace.order.ShipmentView;
import org.halles.marketplace.order.VendorOrderFilter;
import org.halles.marketplace.order.VendorOrderStatus;
import org.halles.marketplace.order.VendorOrderSummary;
import org.halles.marketplace.refund.Cancelling;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Violation;
import org.halles.marketplace.vendor.Memberships;
import org.halles.marketplace.vendor.VendorScope;

/** A vendor's orders: what to ship, what left, what arrived. */
@Path("/vendor/orders")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Sell")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
public class VendorOrdersResource {

  /**
   * A parcel that leaves.
   *
   * @param lines what is in it; left out: everything not yet shipped
   */
  public record NewShipment(
      List<@Valid Contents> lines, @NotBlank String carrier, String trackingCode) {}

  /**
   * @param quantity left out: all that is left of the line
   */
  public record Contents(@NotNull UUID line, Integer quantity) {}

  /** Why; the buyer reads it. */
  public record Reason(@NotBlank String reason) {}

  private Fulfilment fulfilment;
  private Cancelling cancelling;
  private Clock clock;
  private Memberships memberships;
  private Handover handover;

  /** For the container. */
  public VendorOrdersResource() {}

  @Inject
  public VendorOrdersResource(
      Fulfilment fulfilment,
      Cancelling cancelling,
      Clock clock,
      Memberships memberships,
      Handover handover) {
    this.fulfilment = fulfilment;
    this.cancelling = cancelling;
    this.clock = clock;
    this.memberships = memberships;
    this.handover = handover;
  }

  @GET
  @Operation(operationId = "listVendorOrders", summary = "List your paid orders, newest first")
  @APIResponse(responseCode = "200", description = "A page of orders")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Page<VendorOrderSummary> list(
      @HeaderParam("X-Vendor") String vendor,
      @QueryParam("status") Set<VendorOrderStatus> statuses,
      @QueryParam("q") String text,
      @Parameter(description = "Only those placed so many days ago or less") @QueryParam("days")
          Integer days,
      @Parameter(description = "Only those that should have left by now") @QueryParam("late")
          boolean late,
      @QueryParam("sort") VendorOrderFilter.Sort sort,
      @BeanParam Slice slice) {
    Instant now = clock.instant();
    return fulfilment.list(
        memberships.scopeOf(vendor),
        new VendorOrderFilter(
            statuses,
            text,
            days == null ? null : now.minus(Duration.ofDays(checked(days))),
            late ? now : null,
            sort),
        slice.paging());
  }

  private static int checked(int days) {
    if (days < 1 || days > 3660) {
      throw new InvalidInput(
          new Violation("days", "must be between 1 and 3660", String.valueOf(days)));
    }
    return days;
  }

  @GET
  @Path("/{number}")
  @Operation(operationId = "getVendorOrder", summary = "Look at one of your orders")
  @APIResponse(responseCode = "200", description = "The order, its address and its split")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public VendorOrderAnswer get(
      @HeaderParam("X-Vendor") String vendor, @PathParam("number") String number) {
    return VendorOrderAnswer.of(fulfilment.get(memberships.scopeOf(vendor), number));
  }

  @POST
  @Path("/{number}/shipments")
  @Operation(operationId = "shipVendorOrder", summary = "Say that a parcel left")
  @APIResponse(
      responseCode = "201",
      description = "The parcel",
      content = @Content(schema = @Schema(implementation = ShipmentView.class)))
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public Response ship(
      @HeaderParam("X-Vendor") String vendor,
      @PathParam("number") String number,
      @Valid @NotNull NewShipment parcel) {
    List<ShipRequest.Part> contents =
        parcel.lines() == null
            ? List.of()
            : parcel.lines().stream()
                .map(part -> new ShipRequest.Part(part.line(), part.quantity()))
                .toList();
    ShipmentView shipment =
        fulfilment.ship(
            memberships.scopeOf(vendor),
            number,
            new ShipRequest(contents, parcel.carrier(), parcel.trackingCode()));
    return Response.status(Response.Status.CREATED).entity(shipment).build();
  }

  @POST
  @Path("/{number}/shipments/{shipment}/delivered")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      operationId = "deliverShipment",
      summary = "Say that a parcel arrived",
      description = "With the last one, what was held for the order becomes available.")
  @APIResponse(responseCode = "200", description = "The parcel")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public ShipmentView delivered(
      @HeaderParam("X-Vendor") String vendor,
      @PathParam("number") String number,
      @PathParam("shipment") UUID shipment) {
    return fulfilment.delivered(memberships.scopeOf(vendor), number, shipment);
  }

  @POST
  @Path("/{number}/performed")
  @Operation(
      operationId = "performVendorOrder",
      summary = "Say that a service was done, or a file sent by hand",
      description =
          "Without lines: all that needs no parcel. With the last of it the order is delivered.")
  @APIResponse(responseCode = "200", description = "The order")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public VendorOrderAnswer performed(
      @HeaderParam("X-Vendor") String vendor,
      @PathParam("number") String number,
      @NotNull Performance work) {
    VendorScope scope = memberships.scopeOf(vendor);
    handover.performed(scope, number, work);
    return VendorOrderAnswer.of(fulfilment.get(scope, number));
  }

  @POST
  @Path("/{number}/accept")
  @Consumes(MediaType.WILDCARD)
  @Operation(operationId = "acceptVendorOrder", summary = "Say yes to an order that waits for it")
  @APIResponse(responseCode = "200", description = "The order")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public VendorOrderAnswer accept(
      @HeaderParam("X-Vendor") String vendor, @PathParam("number") String number) {
    VendorScope scope = memberships.scopeOf(vendor);
    fulfilment.accept(scope, number);
    return VendorOrderAnswer.of(fulfilment.get(scope, number));
  }

  @POST
  @Path("/{number}/refuse")
  @Operation(
      operationId = "refuseVendorOrder",
      summary = "Refuse an order in time; the buyer gets all of it back")
  @APIResponse(responseCode = "200", description = "The order")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public VendorOrderAnswer refuse(
      @HeaderParam("X-Vendor") String vendor,
      @PathParam("number") String number,
      @Valid @NotNull Reason reason) {
    VendorScope scope = memberships.scopeOf(vendor);
    cancelling.refuse(scope, number, reason.reason());
    return VendorOrderAnswer.of(fulfilment.get(scope, number));
  }

  @POST
  @Path("/{number}/cancel")
  @Operation(
      operationId = "cancelVendorOrder",
      summary = "Cancel what has not left yet; the buyer gets the money for it back")
  @APIResponse(responseCode = "200", description = "The order")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public VendorOrderAnswer cancel(
      @HeaderParam("X-Vendor") String vendor,
      @PathParam("number") String number,
      @Valid @NotNull Reason reason) {
    VendorScope scope = memberships.scopeOf(vendor);
    cancelling.cancel(scope, number, reason.reason());
    return VendorOrderAnswer.of(fulfilment.get(scope, number));
  }
}
