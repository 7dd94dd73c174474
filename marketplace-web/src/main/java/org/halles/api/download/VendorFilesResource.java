package org.halles.api.download;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.marketplace.download.SoldFile;
import org.halles.marketplace.download.SoldFiles;
import org.halles.marketplace.vendor.Memberships;
import org.halles.marketplace.vendor.VendorScope;

/** The files behind a vendor's digital offers. */
@Path("/vendor/files")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sell")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
@APIResponse(responseCode = "404", ref = "NotFound")
public class VendorFilesResource {

  /**
   * How often and how long each buyer may download it.
   *
   * @param mostDownloads null: as often as wanted
   * @param days null: for ever
   */
  public record Limits(Integer mostDownloads, Integer days) {}

  /**
   * What is behind an offer.
   *
   * @param file null if none was handed in
   */
  public record Behind(SoldFile file) {}

  private SoldFiles files;
  private Memberships memberships;

  /** For the container. */
  public VendorFilesResource() {}

  @Inject
  public VendorFilesResource(SoldFiles files, Memberships memberships) {
    this.files = files;
    this.memberships = memberships;
  }

  @GET
  @Path("/{offer}")
  @Operation(operationId = "getOfferFile", summary = "See which file buyers of an offer get")
  @APIResponse(responseCode = "200", description = "The file, if there is one")
  public Behind get(@HeaderParam("X-Vendor") String vendor, @PathParam("offer") UUID offer) {
    VendorScope scope = memberships.scopeOf(vendor);
    return new Behind(
        files.of(scope, List.of(files.skuOf(scope, offer))).stream().findFirst().orElse(null));
  }

  @PUT
  @Path("/{offer}")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      operationId = "putOfferFile",
      summary = "Send the file that buyers of an offer get",
      description =
          "PDF, ZIP, picture, sound, film or plain text; at most 50 MB. What it is, its content"
              + " says. It takes the place of the one before; who bought before keeps that one.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(responseCode = "200", description = "The file as it is kept")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public SoldFile put(
      @HeaderParam("X-Vendor") String vendor,
      @PathParam("offer") UUID offer,
      @Parameter(description = "What buyers see, such as Guide.pdf") @QueryParam("name")
          String name,
      byte[] content) {
    VendorScope scope = memberships.scopeOf(vendor);
    return files.put(scope, files.skuOf(scope, offer), name, content);
  }

  @PUT
  @Consumes(MediaType.WILDCARD)
  @Operation(
      operationId = "putSkuFile",
      summary = "Send the file of a variant that is not on sale yet",
      description =
          "A variant that is added to a download on sale has no offer before it is approved: its"
              + " file is handed in by its SKU, before the listing is edited. Otherwise as for an"
              + " offer.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(responseCode = "200", description = "The file as it is kept")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public SoldFile putBySku(
      @HeaderParam("X-Vendor") String vendor,
      @Parameter(description = "The vendor's own number of the variant", required = true)
          @QueryParam("sku")
          String sku,
      @Parameter(description = "What buyers see, such as Guide.pdf") @QueryParam("name")
          String name,
      byte[] content) {
    return files.put(memberships.scopeOf(vendor), sku, name, content);
  }

  @PATCH
  @Path("/{offer}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "limitOfferFile",
      summary = "Say how often and how long each buyer may download it",
      description = "Both are replaced; null lifts a limit. Who bought before keeps the old ones.")
  @APIResponse(responseCode = "200", description = "The file with its limits")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public SoldFile limit(
      @HeaderParam("X-Vendor") String vendor,
      @PathParam("offer") UUID offer,
      @NotNull Limits limits) {
    VendorScope scope = memberships.scopeOf(vendor);
    return files.limit(scope, files.skuOf(scope, offer), limits.mostDownloads(), limits.days());
  }

  @DELETE
  @Path("/{offer}")
  @Operation(
      operationId = "removeOfferFile",
      summary = "Take the file away",
      description = "Who bought it keeps it.")
  @APIResponse(responseCode = "204", description = "It is gone")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public void remove(@HeaderParam("X-Vendor") String vendor, @PathParam("offer") UUID offer) {
    VendorScope scope = memberships.scopeOf(vendor);
    files.remove(scope, files.skuOf(scope, offer));
  }
}
