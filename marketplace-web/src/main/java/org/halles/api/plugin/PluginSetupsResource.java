package org.halles.api.plugin;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.marketplace.plugin.NewSetup;
import org.halles.marketplace.plugin.PluginScope;
import org.halles.marketplace.plugin.PluginSetups;
import org.halles.marketplace.plugin.SetupView;
import org.halles.marketplace.plugin.VendorChoice;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.web.ui.Language;

/** For whom a plugin is on, from when to when, and how it is configured there. */
@Path("/operator/plugins")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Operate")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
@APIResponse(responseCode = "404", ref = "NotFound")
public class PluginSetupsResource {

  /** A country code, a category or vendor slug; everybody if left out. */
  public record Place(PluginScope scope, String value) {}

  /** What vendors may say themselves. */
  public record Choice(@NotNull VendorChoice choice) {}

  private PluginSetups setups;

  /** For the container. */
  public PluginSetupsResource() {}

  @Inject
  public PluginSetupsResource(PluginSetups setups) {
    this.setups = setups;
  }

  @GET
  @Path("/{id}/form")
  @Operation(
      operationId = "getPluginForm",
      summary = "See what can be said about a plugin",
      description =
          "By what it can be narrowed, what it can be configured with, what vendors may say.")
  @APIResponse(responseCode = "200", description = "What its form consists of")
  public PluginSetups.Form form(@PathParam("id") String id) {
    return setups.form(id);
  }

  @GET
  @Path("/{id}/configuration-schema")
  @Operation(
      operationId = "getPluginConfigurationSchema",
      summary = "Get the JSON schema of a plugin's configuration",
      description = "2020-12; titles and descriptions in French or English by Accept-Language.")
  @APIResponse(responseCode = "200", description = "The schema")
  public JsonNode schema(
      @PathParam("id") String id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String languages) {
    return setups.schema(id, Language.wishedFor(languages));
  }

  @GET
  @Path("/{id}/setups")
  @Operation(
      operationId = "listPluginSetups",
      summary = "List what holds for a plugin",
      description = "The narrowest scope decides: vendor, deepest category, country, everybody.")
  @APIResponse(responseCode = "200", description = "Newest first; dots stand for secrets")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Page<SetupView> list(
      @PathParam("id") String id,
      @QueryParam("limit") Integer limit,
      @QueryParam("cursor") String cursor) {
    return setups.list(id, Paging.of(limit, cursor));
  }

  @GET
  @Path("/{id}/setups/history")
  @Operation(
      operationId = "listPluginHistory",
      summary = "List all that ever held for a plugin",
      description = "Each version names who said it, when and why. Secrets are dots.")
  @APIResponse(responseCode = "200", description = "Every version, newest first")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Page<SetupView> history(
      @PathParam("id") String id,
      @QueryParam("limit") Integer limit,
      @QueryParam("cursor") String cursor) {
    return setups.history(id, Paging.of(limit, cursor));
  }

  @POST
  @Path("/{id}/setups")
  @Operation(
      operationId = "setUpPlugin",
      summary = "Say for whom a plugin is on and how it is configured there",
      description =
          "A new version of this scope. The configuration follows the schema; dots that come back"
              + " leave a secret as it was.")
  @APIResponse(responseCode = "200", description = "The version that holds now")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public SetupView save(@PathParam("id") String id, @NotNull NewSetup setup) {
    return setups.save(id, setup);
  }

  @POST
  @Path("/{id}/setups/end")
  @Operation(
      operationId = "endPluginSetup",
      summary = "Say nothing any more in a scope",
      description = "The wider scope decides again.")
  @APIResponse(responseCode = "200", description = "The version that says so")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public SetupView end(@PathParam("id") String id, @NotNull Place place) {
    return setups.end(id, place.scope(), place.value());
  }

  @POST
  @Path("/{id}/setups/{setup}/restore")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      operationId = "restorePluginSetup",
      summary = "Bring a former version back",
      description =
          "`setup` is an id of the history. Nothing is overwritten: what held until now "
              + "stays in the history, too. Secrets come back with it.")
  @APIResponse(responseCode = "200", description = "The same again, as a new version")
  public SetupView restore(@PathParam("id") String id, @PathParam("setup") String setup) {
    return setups.restore(id, numberOf(setup));
  }

  /** What is no number is the number of no version: the use case says so, to whom it may. */
  private static long numberOf(String setup) {
    return setup.matches("\\d{1,18}") ? Long.parseLong(setup) : 0;
  }

  @PUT
  @Path("/{id}/vendor-choice")
  @Operation(
      operationId = "leavePluginToVendors",
      summary = "Say what vendors may decide",
      description =
          "`NONE`: nothing. `SWITCH`: each switches it on or off for its own sales. "
              + "`CONFIGURE`: and configures it for them. What the operator said of one "
              + "vendor by name goes before what that vendor chose.")
  @APIResponse(responseCode = "204", description = "Done")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public void leave(@PathParam("id") String id, @Valid @NotNull Choice choice) {
    setups.leaveToVendors(id, choice.choice());
  }
}
