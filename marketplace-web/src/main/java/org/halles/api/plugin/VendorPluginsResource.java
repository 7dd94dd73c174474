package org.halles.api.plugin;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.ShortList;
import org.halles.marketplace.plugin.VendorSetups;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.vendor.Memberships;
import org.halles.marketplace.vendor.PluginChoices;

/** The plugins the operator leaves to a vendor. */
@Path("/vendor/plugins")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Sell")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
public class VendorPluginsResource {

  /**
   * What the vendor wants.
   *
   * @param configuration null to leave it as it is
   */
  public record Choice(@NotNull Boolean on, JsonNode configuration) {}

  private PluginChoices choices;
  private Memberships memberships;

  /** For the container. */
  public VendorPluginsResource() {}

  @Inject
  public VendorPluginsResource(PluginChoices choices, Memberships memberships) {
    this.choices = choices;
    this.memberships = memberships;
  }

  @GET
  @Operation(
      operationId = "listOwnPlugins",
      summary = "List the plugins you may decide about",
      description =
          "Those the operator leaves to vendors. `fixed`: the operator decided for you, "
              + "and you cannot change it.")
  @APIResponse(responseCode = "200", description = "By name, and how each stands for you")
  public Page<VendorSetups.Offered> list(
      @HeaderParam("X-Vendor") String vendor, @BeanParam ShortList part) {
    return part.of(choices.list(memberships.scopeOf(vendor)));
  }

  @PUT
  @Path("/{id}")
  @Operation(
      operationId = "choosePlugin",
      summary = "Switch a plugin on or off for your sales",
      description = "With a configuration where the operator allows it.")
  @APIResponse(responseCode = "200", description = "How it stands for you now")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public VendorSetups.Offered choose(
      @HeaderParam("X-Vendor") String vendor,
      @PathParam("id") String id,
      @Valid @NotNull Choice choice) {
    return choices.choose(memberships.scopeOf(vendor), id, choice.on(), choice.configuration());
  }
}
