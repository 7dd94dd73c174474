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
import org.halles.marketplace.attribute.Attributes;
import org.halles.marketplace.catalog.DraftContent;
import org.halles.marketplace.catalog.DraftLine;
import org.halles.marketplace.catalog.DraftPreview;
import org.halles.marketplace.catalog.DraftView;
import org.halles.marketplace.catalog.Drafts;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Violation;
import org.halles.marketplace.vendor.Memberships;

/** Listings while they are being typed. */
@Path("/vendor/listing-drafts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Sell")
@SecurityRequirement(name = "bearer")
public class ListingDraftsResource {

  /** What a draft begins with: a listing to change, one to copy, or what is typed so far. */
  public record Beginning(UUID listingId, UUID copyOf, DraftContent content) {}

  private Drafts drafts;
  private Memberships memberships;
  private DraftPreview preview;
  private Attributes attributes;

  /** For the container. */
  public ListingDraftsResource() {}

  @Inject
  public ListingDraftsResource(
      Drafts drafts, Memberships memberships, DraftPreview preview, Attributes attributes) {
    this.drafts = drafts;
    this.memberships = memberships;
    this.preview = preview;
    this.attributes = attributes;
  }

  @GET
  @Operation(operationId = "listListingDrafts", summary = "List your drafts, last typed first")
  @APIResponse(responseCode = "200", description = "Your drafts")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  public Page<DraftLine> list(@HeaderParam("X-Vendor") String vendor, @BeanParam Slice slice) {
    return drafts.list(memberships.scopeOf(vendor), slice.paging());
  }

  @POST
  @Operation(
      operationId = "beginListingDraft",
      summary = "Begin a draft",
      description =
          "Of a new listing, of a listing there is (there is one draft of each), or as a copy."
              + " Whatever is typed is kept, right or wrong.")
  @APIResponse(
      responseCode = "201",
      description = "The draft",
      content = @Content(schema = @Schema(implementation = DraftView.class)))
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public Response begin(@HeaderParam("X-Vendor") String vendor, @NotNull Beginning beginning) {
    var scope = memberships.scopeOf(vendor);
    DraftView draft =
        beginning.listingId() != null
            ? drafts.edit(scope, beginning.listingId())
            : beginning.copyOf() != null
                ? drafts.duplicate(scope, beginning.copyOf())
                : drafts.begin(scope, beginning.content());
    return Response.created(URI.create("vendor/listing-drafts/" + draft.id()))
        .entity(draft)
        .tag(ETags.of(draft.version()))
        .build();
  }

  @GET
  @Path("/{draft}")
  @Operation(operationId = "getListingDraft", summary = "See a draft")
  @APIResponse(
      responseCode = "200",
      description = "The draft; the ETag is its version",
      content = @Content(schema = @Schema(implementation = DraftView.class)))
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public Response get(@HeaderParam("X-Vendor") String vendor, @PathParam("draft") UUID id) {
    return answer(drafts.get(memberships.scopeOf(vendor), id));
  }

  @PUT
  @Path("/{draft}")
  @Operation(operationId = "saveListingDraft", summary = "Keep what is typed")
  @APIResponse(
      responseCode = "200",
      description = "The draft",
      content = @Content(schema = @Schema(implementation = DraftView.class)))
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "412", ref = "PreconditionFailed")
  public Response save(
      @HeaderParam("X-Vendor") String vendor,
      @PathParam("draft") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @NotNull DraftContent content) {
    OptionalInt expected = ETags.expected(ifMatch);
    return answer(
        drafts.save(
            memberships.scopeOf(vendor),
            id,
            expected.isPresent() ? Integer.valueOf(expected.getAsInt()) : null,
            content));
  }

  @DELETE
  @Path("/{draft}")
  @Operation(operationId = "discardListingDraft", summary = "Throw a draft away")
  @APIResponse(responseCode = "204", description = "It is gone; a listing on sale stays")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public void discard(@HeaderParam("X-Vendor") String vendor, @PathParam("draft") UUID id) {
    drafts.discard(memberships.scopeOf(vendor), id);
  }

  @GET
  @Path("/{draft}/faults")
  @Operation(
      operationId = "checkListingDraft",
      summary = "See everything that is wrong with a draft",
      description = "Empty if it may be handed in.")
  @APIResponse(responseCode = "200", description = "What is wrong, by field")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public Page<Violation> faults(
      @HeaderParam("X-Vendor") String vendor,
      @PathParam("draft") UUID id,
      @BeanParam ShortList part) {
    return part.of(drafts.faults(memberships.scopeOf(vendor), id));
  }

  @GET
  @Path("/{draft}/preview")
  @Operation(
      operationId = "previewListingDraft",
      summary = "See a draft as buyers would",
      description =
          "As the preview in the portal shows it, like `GET /listings/{id}` of a listing on sale;"
              + " what is missing or wrong is left out. Its offers cannot be bought.")
  @APIResponse(responseCode = "200", description = "The listing that would be")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public ListingPage preview(@HeaderParam("X-Vendor") String vendor, @PathParam("draft") UUID id) {
    return ListingPage.of(preview.of(memberships.scopeOf(vendor), id), attributes.book());
  }

  @POST
  @Path("/{draft}/submit")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      operationId = "submitListingDraft",
      summary = "Make the listing, or change it, and hand it in",
      description = "The draft is gone then. If anything is wrong, all of it is said and it stays.")
  @APIResponse(
      responseCode = "200",
      description = "The listing",
      content = @Content(schema = @Schema(implementation = OwnListing.class)))
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  @APIResponse(responseCode = "412", ref = "PreconditionFailed")
  public OwnListing submit(@HeaderParam("X-Vendor") String vendor, @PathParam("draft") UUID id) {
    return OwnListing.of(drafts.finish(memberships.scopeOf(vendor), id));
  }

  private static Response answer(DraftView draft) {
    return Response.ok(draft).tag(ETags.of(draft.version())).build();
  }
}
