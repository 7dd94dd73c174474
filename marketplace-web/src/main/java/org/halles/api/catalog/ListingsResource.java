package org.halles.api.catalog;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.Slice;
import org.halles.marketplace.attribute.Attributes;
import org.halles.marketplace.catalog.Listings;
import org.halles.marketplace.search.ListingQuery;
import org.halles.marketplace.search.Search;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Violation;

/** What is on sale. */
@Path("/listings")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Browse")
public class ListingsResource {

  private Search search;
  private Listings listings;
  private Attributes attributes;

  /** For the container. */
  public ListingsResource() {}

  @Inject
  public ListingsResource(Search search, Listings listings, Attributes attributes) {
    this.search = search;
    this.listings = listings;
    this.attributes = attributes;
  }

  @GET
  @Operation(
      operationId = "findListings",
      summary = "Find listings",
      description =
          "Words are read as French and as English, accents and endings do not matter; where nothing"
              + " has the words, what is spelt alike is found. Prices are whole minor units of the currency; without"
              + " one, of each listing's own.")
  @APIResponse(responseCode = "200", description = "Listings on sale")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Page<ListingItem> find(
      @Parameter(description = "Words; \"quoted ones\" together, a leading minus leaves out.")
          @QueryParam("q")
          String words,
      @Parameter(description = "A category's slug or id; those below it are included.")
          @QueryParam("category")
          String category,
      @Parameter(description = "A vendor's slug.") @QueryParam("vendor") String vendor,
      @Parameter(description = "Only what is sold in this ISO 4217 currency, such as EUR.")
          @QueryParam("currency")
          String currency,
      @QueryParam("minPrice") Long minPrice,
      @QueryParam("maxPrice") Long maxPrice,
      @Parameter(description = "new, like-new, good, fair or refurbished.") @QueryParam("condition")
          String condition,
      @Parameter(description = "goods, service, digital or request.") @QueryParam("kind")
          String kind,
      @Parameter(
              description =
                  "An attribute or option and a value by their codes, such as colour:red; may be"
                      + " repeated, all must hold.")
          @QueryParam("attribute")
          List<String> said,
      @Parameter(description = "relevance, newest, price-asc or price-desc.") @QueryParam("sort")
          String sort,
      @BeanParam Slice slice) {
    ListingQuery query =
        new ListingQuery(
            words,
            category,
            vendor,
            minPrice,
            maxPrice,
            condition,
            kind,
            read(said),
            currency,
            sort);
    return search.find(query, slice.paging()).page().map(ListingItem::of);
  }

  private static Map<String, String> read(List<String> said) {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (String one : said == null ? List.<String>of() : said) {
      int colon = one.indexOf(':');
      if (colon < 1) {
        throw new InvalidInput(
            new Violation("attribute", "must be a code, a colon and a value's code", one));
      }
      attributes.put(one.substring(0, colon), one.substring(colon + 1));
    }
    return attributes;
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getListing", summary = "See a listing")
  @APIResponse(responseCode = "200", description = "The listing with its offers")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public ListingPage get(
      @PathParam("id") UUID id,
      @Parameter(
              description =
                  "The ISO 3166-1 alpha-2 country that offers are compared for; without one, each"
                      + " vendor's own.")
          @QueryParam("country")
          String country) {
    return listings
        .detail(id, country)
        .map(detail -> ListingPage.of(detail, attributes.book()))
        .orElseThrow(() -> new NotFound("listing", id));
  }
}
