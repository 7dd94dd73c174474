package org.halles.api.onboarding;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.ShortList;
import org.halles.marketplace.onboarding.Composition;
import org.halles.marketplace.onboarding.Requirement;
import org.halles.marketplace.onboarding.RequirementInput;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Texts;

/** The operator composes the checklist. */
@Path("/operator/requirements")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Operate")
@SecurityRequirement(name = "bearer")
public class RequirementsResource {

  /** Ids in the wanted order. */
  public record Order(List<UUID> ids) {}

  private Composition composition;

  /** For the container. */
  public RequirementsResource() {}

  @Inject
  public RequirementsResource(Composition composition) {
    this.composition = composition;
  }

  @GET
  @Operation(operationId = "listRequirements", summary = "See the checklist as it is composed")
  @APIResponse(responseCode = "200", description = "Requirements in their order")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Page<Requirement> list(@BeanParam ShortList part) {
    return part.of(composition.list());
  }

  @GET
  @Path("/types")
  @Operation(operationId = "listRequirementTypes", summary = "List what can be asked")
  @APIResponse(responseCode = "200", description = "Titles by type, those of plugins included")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  public Map<String, Texts> types() {
    return composition.kinds();
  }

  @POST
  @Operation(operationId = "addRequirement", summary = "Add a requirement")
  @APIResponse(
      responseCode = "201",
      description = "The requirement",
      content = @Content(schema = @Schema(implementation = Requirement.class)))
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  public Response add(@NotNull RequirementInput input) {
    return Response.status(Response.Status.CREATED).entity(composition.add(input)).build();
  }

  @PUT
  @Path("/{id}")
  @Operation(operationId = "editRequirement", summary = "Change a requirement")
  @APIResponse(responseCode = "200", description = "The requirement")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public Requirement edit(@PathParam("id") UUID id, @NotNull RequirementInput input) {
    return composition.edit(id, input);
  }

  @POST
  @Path("/{id}/retire")
  @Operation(operationId = "retireRequirement", summary = "Take a requirement off the checklist")
  @APIResponse(responseCode = "204", description = "Done")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public void retire(@PathParam("id") UUID id) {
    composition.retire(id);
  }

  @PUT
  @Path("/order")
  @Operation(operationId = "orderRequirements", summary = "Put the checklist in order")
  @APIResponse(responseCode = "200", description = "Requirements in their new order")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  public List<Requirement> order(@NotNull Order order) {
    return composition.order(order.ids() == null ? List.of() : order.ids());
  }
}
