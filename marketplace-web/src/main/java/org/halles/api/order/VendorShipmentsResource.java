package org.halles.api.order;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.marketplace.order.BulkShipping;
import org.halles.marketplace.order.ShipmentView;
import org.halles.marketplace.vendor.Memberships;
import org.halles.marketplace.vendor.VendorScope;

/** Many parcels leave with one carrier. */
@Path("/vendor/shipments")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Sell")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
public class VendorShipmentsResource {

  /**
   * Orders that leave whole.
   *
   * @param orders 1 to 200
   */
  public record NewShipments(@NotBlank String carrier, @NotNull List<@Valid @NotNull Item> orders) {

    /**
     * @param trackingCode left out: none
     */
    public record Item(@NotBlank String number, String trackingCode) {}
  }

  /** In the order they were sent. */
  public record Results(List<Result> results) {}

  /**
   * How it went with one order.
   *
   * @param shipment the parcel, or null
   * @param problem code of the refusal, or null
   * @param detail of the refusal, or null
   */
  public record Result(String number, ShipmentView shipment, String problem, String detail) {

    static Result of(BulkShipping.Result one) {
      return new Result(
          one.number(),
          one.shipment(),
          one.refusal() == null ? null : one.refusal().code(),
          one.refusal() == null ? null : one.refusal().getMessage());
    }
  }

  private BulkShipping shipping;
  private Memberships memberships;

  /** For the container. */
  public VendorShipmentsResource() {}

  @Inject
  public VendorShipmentsResource(BulkShipping shipping, Memberships memberships) {
    this.shipping = shipping;
    this.memberships = memberships;
  }

  @POST
  @Operation(
      operationId = "shipVendorOrders",
      summary = "Say that the parcels of several orders left",
      description = "Each order leaves by itself: one that cannot does not stop the others.")
  @APIResponse(responseCode = "200", description = "How it went with each order")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Results ship(
      @HeaderParam("X-Vendor") String vendor, @Valid @NotNull NewShipments shipments) {
    VendorScope scope = memberships.scopeOf(vendor);
    List<BulkShipping.Item> items =
        shipments.orders().stream()
            .map(item -> new BulkShipping.Item(item.number(), item.trackingCode()))
            .toList();
    return new Results(
        shipping.ship(scope, shipments.carrier(), items).stream().map(Result::of).toList());
  }
}
