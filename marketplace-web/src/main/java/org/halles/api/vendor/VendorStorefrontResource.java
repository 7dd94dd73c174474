package org.halles.api.vendor;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import org.halles.api.json.SentBack;
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
      @NotNull @SentBack({"id", "kind", "country", "logo", "banner"}) StorefrontInput input) {
    OptionalInt expected = ETags.expected(ifMatch);
    return answer(
        editing.edit(
            memberships.scopeOf(vendor),
            expected.isPresent() ? Integer.valueOf(expected.getAsInt()) : null,
            input));
  }

  private static Response answer(StorefrontView view) {
    return Response.ok(Storefront.of(view)).tag(ETags.of(view.version())).build();
  }
}
