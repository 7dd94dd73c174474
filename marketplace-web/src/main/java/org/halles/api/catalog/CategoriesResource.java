package org.halles.api.catalog;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.ShortList;
import org.halles.marketplace.catalog.Categories;
import org.halles.marketplace.catalog.CategoryView;
import org.halles.marketplace.shared.Page;

/** The tree of categories. */
@Path("/categories")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Browse")
public class CategoriesResource {

  private Categories categories;

  /** For the container. */
  public CategoriesResource() {}

  @Inject
  public CategoriesResource(Categories categories) {
    this.categories = categories;
  }

  @GET
  @Operation(
      operationId = "listCategories",
      summary = "List all categories",
      description = "Parents before children. Without a limit the whole tree comes.")
  @APIResponse(responseCode = "200", description = "The tree, or a part of it")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "406", description = "Only JSON is spoken here")
  public Page<CategoryView> list(@BeanParam ShortList part) {
    return part.of(categories.all());
  }
}
