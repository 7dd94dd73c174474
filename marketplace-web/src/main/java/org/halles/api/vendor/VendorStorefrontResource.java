package org.halles.api.vendor;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.OptionalInt;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.ETags;
import org.halles.api.ShortList;
import org.halles.api.json.SentBack;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Texts;
import org.halles.marketplace.vendor.Memberships;
import org.halles.marketplace.vendor.StorefrontEditing;
import org.halles.marketplace.vendor.StorefrontInput;
import org.halles.marketplace.vendor.StorefrontView;

/** A vendor's own storefront. */
@Path("/vendor/storefront")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Sell")
@SecurityRequirement(name = "bearer")
public class VendorStorefrontResource {

  /**
   * A look a storefront can have.
   *
   * @param name what {@code theme} of a storefront is set to
   * @param title what people call it
   */
  public record Theme(String name, Texts title) {}

  private StorefrontEditing editing;
  private Memberships memberships;

  /** For the container. */
  public VendorStorefrontResource() {}

  @Inject
  public VendorStorefrontResource(StorefrontEditing editing, Memberships memberships) {
    this.editing = editing;
    this.memberships = memberships;
  }

  @GET
  @Operation(operationId = "getOwnStorefront", summary = "See your storefront")
  @APIResponse(
      responseCode = "200",
      description = "Your storefront; the ETag is its version",
      content = @Content(schema = @Schema(implementation = Storefront.class)))
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  public Response get(@HeaderParam("X-Vendor") String vendor) {
    return answer(editing.view(memberships.scopeOf(vendor)));
  }

  @PUT
  @Operation(
      operationId = "replaceStorefront",
      summary = "Say how your storefront looks from now on",
      description =
          "What is left out becomes empty. Send If-Match to notice edits of others. What GET"
              + " answers can be sent back changed.")
  @APIResponse(
      responseCode = "200",
      description = "Your storefront; the ETag is its new version",
      content = @Content(schema = @Schema(implementation = Storefront.class)))
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "412", ref = "PreconditionFailed")
  public Response replace(
      @HeaderParam("X-Vendor") String vendor,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @NotNull @SentBack({"id", "kind", "country", "logo", "banner", "contrast"})
          StorefrontInput input) {
    OptionalInt expected = ETags.expected(ifMatch);
    return answer(
        editing.edit(
            memberships.scopeOf(vendor),
            expected.isPresent() ? Integer.valueOf(expected.getAsInt()) : null,
            input));
  }

  @POST
  @Path("/preview")
  @Operation(
      operationId = "previewStorefront",
      summary = "See how your storefront would look",
      description =
          "As the preview beside the form shows it: nothing is kept, and what makes no sense yet is"
              + " left out instead of refused.")
  @APIResponse(responseCode = "200", description = "The storefront that would be")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  public Storefront preview(
      @HeaderParam("X-Vendor") String vendor,
      @NotNull @SentBack({"id", "kind", "country", "logo", "banner", "contrast"})
          StorefrontInput input) {
    return Storefront.of(editing.preview(memberships.scopeOf(vendor), input));
  }

  @GET
  @Path("/themes")
  @Operation(
      operationId = "listThemes",
      summary = "List the looks a storefront can have",
      description = "Those built in and those of plugins.")
  @APIResponse(responseCode = "200", description = "The installed themes")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  public Page<Theme> themes(@HeaderParam("X-Vendor") String vendor, @BeanParam ShortList part) {
    return part.of(
        editing.themes(memberships.scopeOf(vendor)).entrySet().stream()
            .map(theme -> new Theme(theme.getKey(), theme.getValue()))
            .toList());
  }

  private static Response answer(StorefrontView view) {
    return Response.ok(Storefront.of(view)).tag(ETags.of(view.version())).build();
  }
}
