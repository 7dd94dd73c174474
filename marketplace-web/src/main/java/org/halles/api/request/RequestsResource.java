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
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.Slice;
import org.halles.marketplace.request.Asking;
import org.halles.marketplace.request.RequestInput;
import org.halles.marketplace.request.RequestView;
import org.halles.marketplace.request.Requests;
import org.halles.marketplace.shared.Page;

/** What buyers look for, for everybody to read; and a buyer asks. */
@Path("/requests")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Requests")
public class RequestsResource {

  private Requests requests;
  private Asking asking;

  /** For the container. */
  public RequestsResource() {}

  @Inject
  public RequestsResource(Requests requests, Asking asking) {
    this.requests = requests;
    this.asking = asking;
  }

  @GET
  @Operation(operationId = "listRequests", summary = "List open requests, newest first")
  @APIResponse(responseCode = "200", description = "A page of requests")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @SecurityRequirements
  public Page<RequestView> list(
      @QueryParam("q") String words,
      @QueryParam("category") String category,
      @BeanParam Slice slice) {
    return requests.list(words, category, slice.paging());
  }

  @POST
  @Operation(
      operationId = "openRequest",
      summary = "Ask for something",
      description = "Vendors who sell in the category are told and make offers.")
  @APIResponse(
      responseCode = "201",
      description = "The request, OPEN",
      content = @Content(schema = @Schema(implementation = RequestView.class)))
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "422", ref = "Unprocessable")
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  @SecurityRequirement(name = "bearer")
  public Response open(@Valid @NotNull RequestInput request) {
    return Response.status(Response.Status.CREATED).entity(asking.open(request)).build();
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getRequest", summary = "Read a request")
  @APIResponse(responseCode = "200", description = "The request")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @SecurityRequirements
  public RequestView get(@PathParam("id") UUID id) {
    return requests.get(id);
  }
}
