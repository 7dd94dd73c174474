package org.halles.api.vendor;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.Slice;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.vendor.Storefronts;

/** The public faces of the vendors. */
@Path("/storefronts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Browse")
public class StorefrontsResource {

  private Storefronts storefronts;

  /** For the container. */
  public StorefrontsResource() {}

  @Inject
  public StorefrontsResource(Storefronts storefronts) {
    this.storefronts = storefronts;
  }

  @GET
  @Operation(operationId = "listStorefronts", summary = "List storefronts by name")
  @APIResponse(responseCode = "200", description = "Storefronts of approved vendors")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Page<Storefront> list(@BeanParam Slice slice) {
    return storefronts.list(slice.paging()).map(Storefront::of);
  }

  @GET
  @Path("/{slug}")
  @Operation(operationId = "getStorefront", summary = "See a storefront")
  @APIResponse(responseCode = "200", description = "The storefront")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public Storefront get(@PathParam("slug") String slug) {
    return storefronts
        .find(slug)
        .or(() -> storefronts.movedTo(slug).flatMap(storefronts::find))
        .map(Storefront::of)
        .orElseThrow(() -> new NotFound("storefront", slug));
  }
}
