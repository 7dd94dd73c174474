package org.halles.api.vendor;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.Slice;
import org.halles.marketplace.identity.KeyView;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.vendor.ApiKeys;
import org.halles.marketplace.vendor.Memberships;

/** Keys for a vendor's programs. */
@Path("/vendor/api-keys")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Sell")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
public class VendorKeysResource {

  /**
   * A key to make.
   *
   * @param scopes such as catalogue:write or orders:read; writing includes reading
   */
  public record NewKey(String label, List<String> scopes) {}

  /**
   * A key, without its secret.
   *
   * @param scopes what it is made for; null for everything
   * @param madeBy the address of whoever made it
   * @param lastUsedAt to within a few minutes; null if it was never used
   */
  public record LiveKey(
      UUID id,
      String label,
      @Schema(nullable = true, description = "What it is made for; null for everything")
          List<String> scopes,
      String madeBy,
      Instant createdAt,
      Instant lastUsedAt) {

    static LiveKey of(KeyView key) {
      return new LiveKey(
          key.id(), key.label(), key.scopes(), key.madeBy(), key.createdAt(), key.lastUsedAt());
    }
  }

  /** A key just made; shown once. */
  public record MadeKey(String key) {

    @Override
    public String toString() {
      return "MadeKey[]";
    }
  }

  private ApiKeys keys;
  private Memberships memberships;

  /** For the container. */
  public VendorKeysResource() {}

  @Inject
  public VendorKeysResource(ApiKeys keys, Memberships memberships) {
    this.keys = keys;
    this.memberships = memberships;
  }

  @GET
  @Operation(operationId = "listKeys", summary = "List your keys, newest first, without secrets")
  @APIResponse(responseCode = "200", description = "Live keys")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Page<LiveKey> list(@HeaderParam("X-Vendor") String vendor, @BeanParam Slice slice) {
    Page<KeyView> page = keys.list(memberships.scopeOf(vendor), slice.paging());
    return new Page<>(page.items().stream().map(LiveKey::of).toList(), page.next());
  }

  @POST
  @Operation(operationId = "createKey", summary = "Make a key", description = "It is shown once.")
  @APIResponse(
      responseCode = "201",
      description = "The key",
      content = @Content(schema = @Schema(implementation = MadeKey.class)))
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Response create(@HeaderParam("X-Vendor") String vendor, @NotNull NewKey wanted) {
    String key = keys.create(memberships.scopeOf(vendor), wanted.label(), wanted.scopes());
    return Response.created(URI.create("vendor/api-keys")).entity(new MadeKey(key)).build();
  }

  @DELETE
  @Path("/{key}")
  @Operation(operationId = "revokeKey", summary = "End a key at once")
  @APIResponse(responseCode = "204", description = "It signs nobody in any more")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public void revoke(@HeaderParam("X-Vendor") String vendor, @PathParam("key") UUID key) {
    keys.revoke(memberships.scopeOf(vendor), key);
  }
}
