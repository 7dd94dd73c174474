package org.halles.api.stock;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.ShortList;
import org.halles.marketplace.catalog.PlacedUnits;
import org.halles.marketplace.catalog.StockPlace;
import org.halles.marketplace.catalog.StockPlaceInput;
import org.halles.marketplace.catalog.StockPlaces;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.vendor.Memberships;

/** The places where a vendor's goods lie. */
@Path("/vendor/stock-places")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Sell")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
public class VendorStockPlacesResource {

  /** How many units lie where; at most 1,000 at once. */
  @Schema(name = "UnitsLying")
  public record Units(List<PlacedUnits> units) {}

  private StockPlaces places;
  private Memberships memberships;

  /** For the container. */
  public VendorStockPlacesResource() {}

  @Inject
  public VendorStockPlacesResource(StockPlaces places, Memberships memberships) {
    this.places = places;
    this.memberships = memberships;
  }

  @GET
  @Operation(
      operationId = "listStockPlaces",
      summary = "List the places where your goods lie",
      description = "Empty for who has one place and never named it.")
  @APIResponse(responseCode = "200", description = "The one that orders take from first first")
  public Page<StockPlace> list(@HeaderParam("X-Vendor") String vendor, @BeanParam ShortList part) {
    return part.of(places.list(memberships.scopeOf(vendor)));
  }

  @POST
  @Operation(
      operationId = "addStockPlace",
      summary = "Add a place where your goods lie",
      description =
          "The first one takes over everything you count. What buyers see of an offer is the sum of"
              + " the places that are on.")
  @APIResponse(
      responseCode = "201",
      description = "The place",
      content = @Content(schema = @Schema(implementation = StockPlace.class)))
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Response add(@HeaderParam("X-Vendor") String vendor, @NotNull StockPlaceInput place) {
    StockPlace added = places.add(memberships.scopeOf(vendor), place);
    return Response.created(URI.create("/api/v1/vendor/stock-places/" + added.id()))
        .entity(added)
        .build();
  }

  @PUT
  @Path("/{place}")
  @Operation(
      operationId = "changeStockPlace",
      summary = "Change a place, its turn, or whether it is on",
      description = "What lies in a place that is off is not for sale. One place stays on.")
  @APIResponse(responseCode = "200", description = "The place")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public StockPlace change(
      @HeaderParam("X-Vendor") String vendor,
      @PathParam("place") UUID id,
      @NotNull StockPlaceInput place) {
    return places.change(memberships.scopeOf(vendor), id, place);
  }

  @DELETE
  @Path("/{place}")
  @Operation(
      operationId = "removeStockPlace",
      summary = "Remove a place that was never needed",
      description =
          "Nothing lies there and no order was taken from it; the only place may go with what lies"
              + " there. Turn off a place that was needed.")
  @APIResponse(responseCode = "204", description = "It is gone")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public Response remove(@HeaderParam("X-Vendor") String vendor, @PathParam("place") UUID id) {
    places.remove(memberships.scopeOf(vendor), id);
    return Response.noContent().build();
  }

  @PUT
  @Path("/units")
  @Operation(
      operationId = "layUnits",
      summary = "Say how many units lie where",
      description =
          "All or none. An offer and a place that are not named keep what they have; see also"
              + " `/vendor/feeds/stock`.")
  @APIResponse(responseCode = "200", description = "The places, with how much lies there now")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Page<StockPlace> lay(@HeaderParam("X-Vendor") String vendor, @NotNull Units units) {
    places.lay(memberships.scopeOf(vendor), units.units());
    return new Page<>(places.list(memberships.scopeOf(vendor)), null);
  }
}
