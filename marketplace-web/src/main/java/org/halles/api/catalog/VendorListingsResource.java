package org.halles.api.catalog;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.OptionalInt;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.ETags;
import org.halles.api.ShortList;
import org.halles.api.Slice;
import org.halles.api.json.SentBack;
import org.halles.marketplace.catalog.Cataloguing;
import org.halles.marketplace.catalog.ListingInput;
import org.halles.marketplace.catalog.ListingSort;
import org.halles.marketplace.catalog.ListingStatus;
import org.halles.marketplace.catalog.VendorListing;
import org.halles.marketplace.moderation.NoteView;
import org.halles.marketplace.moderation.Notes;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.vendor.Memberships;
import org.halles.marketplace.vendor.VendorScope;

/** A vendor's own listings. */
@Path("/vendor/listings")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Sell")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
public class VendorListingsResource {

  private Cataloguing cataloguing;
  private Memberships memberships;
  private Notes notes;

  /** For the container. */
  public VendorListingsResource() {}

  @Inject
  public VendorListingsResource(Cataloguing cataloguing, Memberships memberships, Notes notes) {
    this.cataloguing = cataloguing;
    this.memberships = memberships;
    this.notes = notes;
  }

  @GET
  @Operation(
      operationId = "listOwnListings",
      summary = "List your listings",
      description = "The newest first, unless a sort is asked for.")
  @APIResponse(responseCode = "200", description = "Your listings")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Page<OwnListing> list(
      @HeaderParam("X-Vendor") String vendor,
      @QueryParam("status") ListingStatus status,
      @QueryParam("sort") ListingSort sort,
      @BeanParam Slice slice) {
    ListingSort order = sort == null ? ListingSort.NEWEST : sort;
    return cataloguing
        .list(memberships.scopeOf(vendor), status, order, slice.paging())
        .map(OwnListing::of);
  }

  @POST
  @Operation(
      operationId = "createListing",
      summary = "Write a listing",
      description = "Only you see it until it is submitted and, if need be, looked at.")
  @APIResponse(
      responseCode = "201",
      description = "The listing, a draft",
      content = @Content(schema = @Schema(implementation = OwnListing.class)))
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Response create(@HeaderParam("X-Vendor") String vendor, @NotNull ListingInput input) {
    VendorListing made = cataloguing.create(memberships.scopeOf(vendor), input);
    return Response.created(URI.create("vendor/listings/" + made.id()))
        .entity(OwnListing.of(made))
        .tag(ETags.of(made.version()))
        .build();
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getOwnListing", summary = "See one of your listings")
  @APIResponse(
      responseCode = "200",
      description = "The listing; the ETag is its version",
      content = @Content(schema = @Schema(implementation = OwnListing.class)))
  @APIResponse(responseCode = "404", ref = "NotFound")
  public Response get(@HeaderParam("X-Vendor") String vendor, @PathParam("id") UUID id) {
    return answer(cataloguing.get(memberships.scopeOf(vendor), id));
  }

  @PUT
  @Path("/{id}")
  @Operation(
      operationId = "replaceListing",
      summary = "Rewrite a listing",
      description =
          "Offers are found again by their SKU, those left out are withdrawn. Of a LIVE listing,"
              + " prices, stock and delivery terms apply at once; whatever else differs waits as its"
              + " change until a moderator lets it through, while buyers see what was approved. A"
              + " newer edit takes the place of a change that waits. If you are trusted everything"
              + " applies at once. What GET answers can be sent back changed.")
  @APIResponse(
      responseCode = "200",
      description = "The listing; the ETag is its new version",
      content = @Content(schema = @Schema(implementation = OwnListing.class)))
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "412", ref = "PreconditionFailed")
  public Response replace(
      @HeaderParam("X-Vendor") String vendor,
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @NotNull
          @SentBack({
            "id",
            "vendorId",
            "slug",
            "status",
            "reviewNote",
            "submittedAt",
            "liveAt",
            "updatedAt",
            "change",
            "variants.id"
          })
          ListingInput input) {
    OptionalInt expected = ETags.expected(ifMatch);
    return answer(
        cataloguing.edit(
            memberships.scopeOf(vendor),
            id,
            expected.isPresent() ? Integer.valueOf(expected.getAsInt()) : null,
            input));
  }

  @POST
  @Path("/{id}/submit")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      operationId = "submitListing",
      summary = "Hand a listing in",
      description =
          "It waits for a moderator. Of a trusted vendor, or handed in by an operator, it goes live"
              + " at once.")
  @APIResponse(
      responseCode = "200",
      description = "The listing, SUBMITTED or LIVE",
      content = @Content(schema = @Schema(implementation = OwnListing.class)))
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public Response submit(@HeaderParam("X-Vendor") String vendor, @PathParam("id") UUID id) {
    return answer(cataloguing.submit(memberships.scopeOf(vendor), id));
  }

  @DELETE
  @Path("/{id}/change")
  @Operation(
      operationId = "withdrawListingChange",
      summary = "Take back a change that waits",
      description = "What buyers see stays as it is. Without a change nothing happens.")
  @APIResponse(
      responseCode = "200",
      description = "The listing, without a change",
      content = @Content(schema = @Schema(implementation = OwnListing.class)))
  @APIResponse(responseCode = "404", ref = "NotFound")
  public Response withdrawChange(@HeaderParam("X-Vendor") String vendor, @PathParam("id") UUID id) {
    return answer(cataloguing.withdrawChange(memberships.scopeOf(vendor), id));
  }

  @GET
  @Path("/{id}/notes")
  @Operation(operationId = "listListingNotes", summary = "Read what moderators noted for you")
  @APIResponse(responseCode = "200", description = "Their notes, newest first")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public Page<NoteView> notes(
      @HeaderParam("X-Vendor") String vendor, @PathParam("id") UUID id, @BeanParam ShortList part) {
    VendorScope scope = memberships.scopeOf(vendor);
    cataloguing.get(scope, id);
    return part.of(notes.toVendor(scope, id));
  }

  @POST
  @Path("/{id}/archive")
  @Consumes(MediaType.WILDCARD)
  @Operation(operationId = "archiveListing", summary = "Put a listing away")
  @APIResponse(
      responseCode = "200",
      description = "The listing, ARCHIVED",
      content = @Content(schema = @Schema(implementation = OwnListing.class)))
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public Response archive(@HeaderParam("X-Vendor") String vendor, @PathParam("id") UUID id) {
    return answer(cataloguing.archive(memberships.scopeOf(vendor), id));
  }

  private static Response answer(VendorListing listing) {
    return Response.ok(OwnListing.of(listing)).tag(ETags.of(listing.version())).build();
  }
}
