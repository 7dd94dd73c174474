package org.halles.api.order;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.marketplace.order.OrderPolicy;

/** What the operator lets vendors do with paid orders. */
@Path("/operator/order-policy")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Operate")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
public class OrderPolicyResource {

  private OrderPolicy policy;

  /** For the container. */
  public OrderPolicyResource() {}

  @Inject
  public OrderPolicyResource(OrderPolicy policy) {
    this.policy = policy;
  }

  @GET
  @Operation(
      operationId = "getOrderPolicy",
      summary = "See whether vendors must accept orders, and how long they may refuse them")
  @APIResponse(responseCode = "200", description = "The policy")
  public OrderPolicy.Terms policy() {
    return policy.get();
  }

  @PUT
  @Operation(operationId = "setOrderPolicy", summary = "Change it for orders paid from now on")
  @APIResponse(responseCode = "200", description = "The policy")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public OrderPolicy.Terms policy(@Valid @NotNull OrderPolicy.Terms terms) {
    return policy.change(terms);
  }
}
