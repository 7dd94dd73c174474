package org.halles.api.commission;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.Slice;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.simulation.NewSimulation;
import org.halles.marketplace.simulation.SimulationView;
import org.halles.marketplace.simulation.Simulations;

/** What past orders would have paid under other commission rules. */
@Path("/operator/commission-simulations")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Operate")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
public class CommissionSimulationsResource {

  private Simulations simulations;

  /** For the container. */
  public CommissionSimulationsResource() {}

  @Inject
  public CommissionSimulationsResource(Simulations simulations) {
    this.simulations = simulations;
  }

  @GET
  @Operation(
      operationId = "listCommissionSimulations",
      summary = "List simulations, newest first, without what came out of them",
      description =
          "A simulation runs in the background: ask for it by its id until `status` is "
              + "`DONE` or `FAILED`.")
  @APIResponse(responseCode = "200", description = "Simulations")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Page<SimulationView> list(@BeanParam Slice slice) {
    return simulations.list(slice.paging());
  }

  @POST
  @Operation(
      operationId = "simulateCommission",
      summary = "Replay past orders under other rules",
      description =
          "The rules in force, with some added, replaced or left out. Changes nothing; works in the"
              + " background: ask for the simulation until it is DONE.")
  @APIResponse(
      responseCode = "202",
      description = "The simulation, WAITING",
      content = @Content(schema = @Schema(implementation = SimulationView.class)))
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Response start(@NotNull NewSimulation request) {
    SimulationView simulation = simulations.start(request);
    return Response.accepted(simulation)
        .location(URI.create("operator/commission-simulations/" + simulation.id()))
        .build();
  }

  @GET
  @Path("/{simulation}")
  @Operation(
      operationId = "getCommissionSimulation",
      summary = "Look at a simulation",
      description =
          "Once it is DONE: the change in total, by vendor, by category, and the lines that would"
              + " have paid the most more and the most less.")
  @APIResponse(responseCode = "200", description = "The simulation")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public SimulationView get(@PathParam("simulation") UUID simulation) {
    return simulations.get(simulation);
  }
}
