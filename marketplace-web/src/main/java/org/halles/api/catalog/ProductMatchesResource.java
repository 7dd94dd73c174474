package org.halles.api.catalog;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.ShortList;
import org.halles.marketplace.catalog.ProductMatch;
import org.halles.marketplace.catalog.ProductMatching;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.vendor.Memberships;

/** What others sell already, by the number on it. */
@Path("/vendor/product-matches")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sell")
@SecurityRequirement(name = "bearer")
public class ProductMatchesResource {

  private ProductMatching matching;
  private Memberships memberships;

  /** For the container. */
  public ProductMatchesResource() {}

  @Inject
  public ProductMatchesResource(ProductMatching matching, Memberships memberships) {
    this.matching = matching;
    this.memberships = memberships;
  }

  @GET
  @Operation(
      operationId = "findProductMatches",
      summary = "Find an article by its number",
      description =
          "EAN, UPC, ISBN or GTIN. A listing with the number joins the article's page beside the"
              + " other vendors'.")
  @APIResponse(responseCode = "200", description = "The article, or none")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  public Page<ProductMatch> find(
      @HeaderParam("X-Vendor") String vendor,
      @Parameter(description = "Spaces and hyphens do not matter.") @QueryParam("gtin") String gtin,
      @BeanParam ShortList part) {
    List<ProductMatch> found = matching.find(memberships.scopeOf(vendor), gtin).stream().toList();
    return part.of(found);
  }
}
