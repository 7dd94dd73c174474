package org.halles.api.catalog;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.ShortList;
import org.halles.marketplace.attribute.Attributes;
import org.halles.marketplace.attribute.CategoryAttribute;
import org.halles.marketplace.catalog.Categories;
import org.halles.marketplace.catalog.CategoryView;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Page;

/** What a category asks for. */
@Path("/categories/{category}/attributes")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Browse")
public class AttributesResource {

  private Attributes attributes;
  private Categories categories;

  /** For the container. */
  public AttributesResource() {}

  @Inject
  public AttributesResource(Attributes attributes, Categories categories) {
    this.attributes = attributes;
    this.categories = categories;
  }

  @GET
  @Operation(
      operationId = "listCategoryAttributes",
      summary = "List what is said about the things in a category",
      description =
          "With what the categories above it ask for. Values are sent and stored by code; labels in"
              + " any language are understood as well.")
  @APIResponse(responseCode = "200", description = "Its attributes with their values")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public Page<CategoryAttribute> list(
      @PathParam("category") String category, @BeanParam ShortList part) {
    CategoryView found =
        categories.find(category).orElseThrow(() -> new NotFound("category", category));
    List<CategoryAttribute> asked = attributes.book().of(categories.tree().idsTo(found));
    return part.of(asked);
  }
}
