package org.halles.api.order;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.ShortList;
import org.halles.api.Slice;
import org.halles.marketplace.order.OrderGroupSummary;
import org.halles.marketplace.order.Orders;
import org.halles.marketplace.refund.BuyerRefund;
import org.halles.marketplace.refund.Refunding;
import org.halles.marketplace.shared.Page;

/** Purchases for their buyers. */
@Path("/order-groups")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Buy")
public class OrderGroupsResource {

  private Orders orders;
  private Refunding refunding;

  /** For the container. */
  public OrderGroupsResource() {}

  @Inject
  public OrderGroupsResource(Orders orders, Refunding refunding) {
    this.orders = orders;
    this.refunding = refunding;
  }

  @GET
  @Operation(operationId = "listMyOrderGroups", summary = "List your purchases, newest first")
  @APIResponse(responseCode = "200", description = "A page of purchases")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @SecurityRequirement(name = "bearer")
  public Page<OrderGroupSummary> mine(@BeanParam Slice slice) {
    return orders.mine(slice.paging());
  }

  @GET
  @Path("/{number}")
  @Operation(
      operationId = "getOrderGroup",
      summary = "Look at a purchase",
      description = "For its buyer, an operator, or whoever has the access key of the checkout.")
  @APIResponse(responseCode = "200", description = "The purchase")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @SecurityRequirements
  public OrderGroupAnswer get(
      @PathParam("number") String number,
      @Parameter(description = "As returned by the checkout") @QueryParam("accessKey")
          String accessKey) {
    return OrderGroupAnswer.of(orders.get(number, accessKey));
  }

  @GET
  @Path("/{number}/refunds")
  @Operation(
      operationId = "listOrderGroupRefunds",
      summary = "See what went back of a purchase",
      description = "For its buyer, an operator, or whoever has the access key of the checkout.")
  @APIResponse(responseCode = "200", description = "Refunds, oldest first")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @SecurityRequirements
  public Page<BuyerRefund> refunds(
      @PathParam("number") String number,
      @Parameter(description = "As returned by the checkout") @QueryParam("accessKey")
          String accessKey,
      @BeanParam ShortList part) {
    return part.of(refunding.ofPurchase(number, accessKey));
  }
}
