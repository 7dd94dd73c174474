package org.halles.api.returns;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.ShortList;
import org.halles.marketplace.returns.Exclusions;
import org.halles.marketplace.shared.Page;

/** The operator marks categories that the law excludes from withdrawal. */
@Path("/operator/withdrawal-exclusions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Operate")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
public class ExclusionsResource {

  private Exclusions exclusions;

  /** For the container. */
  public ExclusionsResource() {}

  @Inject
  public ExclusionsResource(Exclusions exclusions) {
    this.exclusions = exclusions;
  }

  @GET
  @Operation(
      operationId = "listWithdrawalExclusions",
      summary = "List categories with what excludes them from withdrawal")
  @APIResponse(responseCode = "200", description = "Categories")
  public Page<Exclusions.Marked> list(@BeanParam ShortList part) {
    return part.of(exclusions.categories());
  }

  @PUT
  @Path("/{category}")
  @Operation(
      operationId = "markWithdrawalExclusion",
      summary = "Mark a category and what lies below it, for what is bought from now on")
  @APIResponse(responseCode = "200", description = "The category")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public Exclusions.Marked mark(
      @PathParam("category") String category, @Valid @NotNull Bodies.Mark mark) {
    return exclusions.mark(category, mark.exclusion());
  }
}
