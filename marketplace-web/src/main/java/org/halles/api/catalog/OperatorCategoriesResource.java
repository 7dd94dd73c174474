package org.halles.api.catalog;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.marketplace.attribute.Assignment;
import org.halles.marketplace.attribute.Attributes;
import org.halles.marketplace.attribute.CategoryAttribute;
import org.halles.marketplace.catalog.Categories;
import org.halles.marketplace.catalog.CategoryEditing;
import org.halles.marketplace.catalog.CategoryInput;
import org.halles.marketplace.catalog.CategoryView;
import org.halles.marketplace.catalog.TaxonomyImport;
import org.halles.marketplace.catalog.TaxonomyReport;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Page;

/** Operators arrange the tree of categories and what each of them asks for. */
@Path("/operator/categories")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Operate")
@SecurityRequirement(name = "bearer")
public class OperatorCategoriesResource {

  /** A category and the vendors who may sell there, where it is for named ones only. */
  public record Whole(CategoryView category, List<String> vendors) {}

  /** Below which one, the root if null, and the how manyth there, from 0. */
  public record Place(String parent, @Min(0) @Max(100_000) int place) {}

  /** What a category asks for by itself. */
  public record Asked(List<Assignment> attributes) {}

  /** The lines of the taxonomy's files, such as {@code 1 - Animals & Pet Supplies}. */
  public record Taxonomy(String fr, String en) {}

  private Categories categories;
  private CategoryEditing editing;
  private Attributes attributes;
  private TaxonomyImport taxonomy;

  /** For the container. */
  public OperatorCategoriesResource() {}

  @Inject
  public OperatorCategoriesResource(
      Categories categories,
      CategoryEditing editing,
      Attributes attributes,
      TaxonomyImport taxonomy) {
    this.categories = categories;
    this.editing = editing;
    this.attributes = attributes;
    this.taxonomy = taxonomy;
  }

  @POST
  @Operation(operationId = "addCategory", summary = "Add a category")
  @APIResponse(
      responseCode = "201",
      description = "The category",
      content = @Content(schema = @Schema(implementation = CategoryView.class)))
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  public Response add(@NotNull CategoryInput input) {
    CategoryView added = editing.add(input);
    return Response.created(URI.create("operator/categories/" + added.slug()))
        .entity(added)
        .build();
  }

  @GET
  @Path("/{category}")
  @Operation(operationId = "getCategory", summary = "See a category and who may sell there")
  @APIResponse(responseCode = "200", description = "The category")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public Whole get(@PathParam("category") String idOrSlug) {
    CategoryView category = find(idOrSlug);
    return new Whole(category, editing.named(category.id()));
  }

  @PUT
  @Path("/{category}")
  @Operation(
      operationId = "editCategory",
      summary = "Rename, move, archive or reserve a category",
      description = "What is below it moves along. Its slug stays: addresses rest on it.")
  @APIResponse(responseCode = "200", description = "The category")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public CategoryView edit(@PathParam("category") String idOrSlug, @NotNull CategoryInput input) {
    return editing.rewrite(idOrSlug, input);
  }

  @PUT
  @Path("/{category}/place")
  @Operation(
      operationId = "moveCategory",
      summary = "Put a category at a place",
      description = "What is below it moves along; its new neighbours close up.")
  @APIResponse(responseCode = "200", description = "The category")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public CategoryView move(@PathParam("category") String idOrSlug, @Valid @NotNull Place place) {
    return editing.move(idOrSlug, place.parent(), place.place());
  }

  @PUT
  @Path("/{category}/attributes")
  @Operation(
      operationId = "assignAttributes",
      summary = "Say what a category asks for",
      description = "In this order; those below it ask for the same and may ask for more.")
  @APIResponse(responseCode = "200", description = "What it asks for by itself")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public Page<CategoryAttribute> assign(
      @PathParam("category") String idOrSlug, @NotNull Asked asked) {
    return new Page<>(attributes.assign(find(idOrSlug).id(), asked.attributes()), null);
  }

  @POST
  @Path("/taxonomy-imports")
  @Operation(
      operationId = "importTaxonomy",
      summary = "Import the Google product taxonomy",
      description =
          "In one language or two; categories are found again by their number, so that a second"
              + " import changes only what is different.")
  @APIResponse(responseCode = "200", description = "What was changed, or would be")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  public TaxonomyReport importTaxonomy(
      @Parameter(description = "true to see what would change, and change nothing.")
          @QueryParam("dryRun")
          Boolean dryRun,
      @NotNull Taxonomy files) {
    Map<String, String> byLanguage = new LinkedHashMap<>();
    if (files.en() != null) {
      byLanguage.put("en", files.en());
    }
    if (files.fr() != null) {
      byLanguage.put("fr", files.fr());
    }
    return taxonomy.run(byLanguage, Boolean.TRUE.equals(dryRun));
  }

  private CategoryView find(String idOrSlug) {
    return categories.find(idOrSlug).orElseThrow(() -> new NotFound("category", idOrSlug));
  }
}
