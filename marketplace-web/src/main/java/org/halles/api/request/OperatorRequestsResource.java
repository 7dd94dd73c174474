package org.halles.api.request;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.Slice;
import org.halles.marketplace.request.Overseeing;
import org.halles.marketplace.request.OwnRequest;
import org.halles.marketplace.request.RequestStatus;
import org.halles.marketplace.request.RequestView;
import org.halles.marketplace.shared.Page;

/** The operator reads requests and takes down what must not be asked. */
@Path("/operator/requests")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Operate")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
public class OperatorRequestsResource {

  /**
   * @param reason for the buyer to read
   */
  public record TakingDown(String reason) {}

  private Overseeing overseeing;

  /** For the container. */
  public OperatorRequestsResource() {}

  @Inject
  public OperatorRequestsResource(Overseeing overseeing) {
    this.overseeing = overseeing;
  }

  @GET
  @Operation(operationId = "listAllRequests", summary = "List requests, newest first")
  @APIResponse(responseCode = "200", description = "A page of requests")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Page<RequestView> list(
      @QueryParam("status") RequestStatus status, @BeanParam Slice slice) {
    return overseeing.list(status, slice.paging());
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getAnyRequest", summary = "Read one with offers and messages")
  @APIResponse(responseCode = "200", description = "The request")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public OwnRequest get(@PathParam("id") UUID id) {
    return overseeing.get(id);
  }

  @POST
  @Path("/{id}/take-down")
  @Operation(operationId = "takeDownRequest", summary = "Take a request down")
  @APIResponse(responseCode = "200", description = "The request, TAKEN_DOWN")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public OwnRequest takeDown(@PathParam("id") UUID id, @Valid @NotNull TakingDown taking) {
    return overseeing.takeDown(id, taking.reason());
  }
}
