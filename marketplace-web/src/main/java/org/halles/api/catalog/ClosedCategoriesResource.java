package org.halles.api.catalog;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.ShortList;
import org.halles.marketplace.catalog.CategoryDoors;
import org.halles.marketplace.catalog.ClosedCategory;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.vendor.Memberships;

/** Where a vendor may not sell, and why. */
@Path("/vendor/closed-categories")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sell")
@SecurityRequirement(name = "bearer")
public class ClosedCategoriesResource {

  private CategoryDoors doors;
  private Memberships memberships;

  /** For the container. */
  public ClosedCategoriesResource() {}

  @Inject
  public ClosedCategoriesResource(CategoryDoors doors, Memberships memberships) {
    this.doors = doors;
    this.memberships = memberships;
  }

  @GET
  @Operation(
      operationId = "listClosedCategories",
      summary = "List the categories you may not sell in",
      description =
          "With the reason, before a listing is written for one. All other categories are open.")
  @APIResponse(responseCode = "200", description = "Those closed to you, or none")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  public Page<ClosedCategory> list(
      @HeaderParam("X-Vendor") String vendor, @BeanParam ShortList part) {
    return part.of(doors.closed(memberships.scopeOf(vendor)));
  }
}
