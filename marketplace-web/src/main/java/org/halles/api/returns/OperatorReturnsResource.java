package org.halles.api.returns;

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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.SafeFile;
import org.halles.api.Slice;
import org.halles.marketplace.returns.ReturnDecisions;
import org.halles.marketplace.returns.ReturnSort;
import org.halles.marketplace.returns.ReturnView;
import org.halles.marketplace.shared.Page;

/** The operator reads what goes back, and decides where the two sides do not agree. */
@Path("/operator/returns")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Operate")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
public class OperatorReturnsResource {

  private ReturnDecisions decisions;

  /** For the container. */
  public OperatorReturnsResource() {}

  @Inject
  public OperatorReturnsResource(ReturnDecisions decisions) {
    this.decisions = decisions;
  }

  @GET
  @Operation(operationId = "listReturns", summary = "List returns and withdrawals")
  @APIResponse(responseCode = "200", description = "A page of returns")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Page<ReturnView> list(
      @Parameter(description = "True: those only that wait for a decision") @QueryParam("escalated")
          boolean escalated,
      @Parameter(description = "NEWEST if left out") @QueryParam("sort") ReturnSort sort,
      @BeanParam Slice slice) {
    return decisions.list(escalated, sort, slice.paging());
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getReturn", summary = "Read one")
  @APIResponse(responseCode = "200", description = "The return")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public ReturnView get(@PathParam("id") UUID id) {
    return decisions.get(id);
  }

  @POST
  @Path("/{id}/accept")
  @Operation(operationId = "orderReturn", summary = "Have the vendor take the goods back")
  @APIResponse(responseCode = "200", description = "The return, ACCEPTED")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  @APIResponse(responseCode = "422", ref = "Unprocessable")
  public ReturnView accept(@PathParam("id") UUID id, @Valid @NotNull Bodies.Acceptance how) {
    return decisions.accept(id, how.address(), how.words());
  }

  @POST
  @Path("/{id}/decide")
  @Operation(
      operationId = "decideReturn",
      summary = "Decide what is paid back of it, wherever the goods are")
  @APIResponse(responseCode = "200", description = "The return, COMPLETED or REJECTED")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  @APIResponse(responseCode = "422", ref = "Unprocessable")
  public ReturnView decide(@PathParam("id") UUID id, @Valid @NotNull Bodies.Verdict verdict) {
    return decisions.decide(id, Bodies.units(verdict.lines()), verdict.words());
  }

  @GET
  @Path("/{id}/files/{file}")
  @Produces("*/*")
  @Operation(operationId = "getReturnFile", summary = "Read a file of a return")
  @APIResponse(responseCode = "200", description = "The file")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public Response file(@PathParam("id") UUID id, @PathParam("file") UUID file) {
    return SafeFile.answer(decisions.file(id, file));
  }
}
