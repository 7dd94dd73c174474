package org.halles.api.reconciliation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.Slice;
import org.halles.marketplace.reconciliation.ReconciliationView;
import org.halles.marketplace.reconciliation.Reconciliations;
import org.halles.marketplace.shared.Page;

/** Comparisons of gateways' journals with the book. */
@Path("/operator/reconciliations")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operate")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
public class ReconciliationsResource {

  private Reconciliations reconciliations;

  /** For the container. */
  public ReconciliationsResource() {}

  @Inject
  public ReconciliationsResource(Reconciliations reconciliations) {
    this.reconciliations = reconciliations;
  }

  @POST
  @Operation(
      operationId = "reconcile",
      summary = "Compare a gateway's journal with the book now",
      description =
          "Posts nothing. The span is `from` (inclusive) to `to` (exclusive): without an end until"
              + " now, without a beginning the 31 days before its end.")
  @APIResponse(
      responseCode = "201",
      description = "The comparison; its differences are listed apart",
      content = @Content(schema = @Schema(implementation = ReconciliationView.class)))
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Response run(
      @QueryParam("gateway") String gateway,
      @QueryParam("from") Instant from,
      @QueryParam("to") Instant to) {
    ReconciliationView run = reconciliations.run(gateway, from, to);
    return Response.created(URI.create("operator/reconciliations/" + run.id())).entity(run).build();
  }

  @GET
  @Operation(operationId = "listReconciliations", summary = "List comparisons, newest first")
  @APIResponse(responseCode = "200", description = "A page of comparisons")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Page<ReconciliationView> list(@BeanParam Slice slice) {
    return reconciliations.list(slice.paging());
  }

  @GET
  @Path("/{run}")
  @Operation(operationId = "getReconciliation", summary = "Look at a comparison")
  @APIResponse(responseCode = "200", description = "Its figures")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public ReconciliationView get(@PathParam("run") UUID run) {
    return reconciliations.get(run);
  }
}
