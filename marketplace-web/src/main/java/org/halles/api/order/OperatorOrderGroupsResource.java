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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.Slice;
import org.halles.marketplace.order.OrderGroupSort;
import org.halles.marketplace.order.OrderGroupStatus;
import org.halles.marketplace.order.OrderGroupSummary;
import org.halles.marketplace.order.Orders;
import org.halles.marketplace.order.SplitView;
import org.halles.marketplace.shared.Page;

/** Purchases for the people who run the marketplace. */
@Path("/operator/order-groups")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operate")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
public class OperatorOrderGroupsResource {

  private Orders orders;

  /** For the container. */
  public OperatorOrderGroupsResource() {}

  @Inject
  public OperatorOrderGroupsResource(Orders orders) {
    this.orders = orders;
  }

  @GET
  @Operation(operationId = "listOrderGroups", summary = "List purchases")
  @APIResponse(responseCode = "200", description = "A page of purchases")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Page<OrderGroupSummary> list(
      @QueryParam("q") String text,
      @QueryParam("status") OrderGroupStatus status,
      @Parameter(description = "NEWEST if left out") @QueryParam("sort") OrderGroupSort sort,
      @BeanParam Slice slice) {
    return orders.search(text, status, sort, slice.paging());
  }

  @GET
  @Path("/{number}/split")
  @Operation(
      operationId = "getSplit",
      summary = "See who got what of a purchase, and why",
      description = "The frozen legs: they add up to the total plus what the platform gave.")
  @APIResponse(responseCode = "200", description = "The split")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public SplitView split(@PathParam("number") String number) {
    return orders.split(number);
  }
}
