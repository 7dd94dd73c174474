package org.halles.api.plugin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.ShortList;
import org.halles.marketplace.plugin.PluginControl;
import org.halles.marketplace.plugin.PluginView;
import org.halles.marketplace.shared.Page;
import org.halles.web.ui.Language;
import org.halles.web.ui.PluginWords;

/** The operator's view of the plugins. */
@Path("/operator/plugins")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Operate")
@SecurityRequirement(name = "bearer")
public class PluginsResource {

  /** Why. */
  public record Reason(String reason) {}

  private PluginControl control;

  /** For the container. */
  public PluginsResource() {}

  @Inject
  public PluginsResource(PluginControl control) {
    this.control = control;
  }

  @GET
  @Operation(
      operationId = "listPlugins",
      summary = "List the plugins found",
      description =
          "Refused ones too, with what is wrong in French or English by Accept-Language; and how"
              + " the calls of each went.")
  @APIResponse(responseCode = "200", description = "Everything found at deployment")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  public Page<PluginView> list(
      @BeanParam ShortList part, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String languages) {
    return part.of(control.list()).map(plugin -> told(plugin, languages));
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "showPlugin",
      summary = "Look at one plugin",
      description =
          "What it brings, and for each part how its last calls and faults went; what is wrong with"
              + " it in French or English by Accept-Language.")
  @APIResponse(responseCode = "200", description = "The plugin")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public PluginView show(
      @PathParam("id") String id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String languages) {
    return told(control.show(id), languages);
  }

  /** English for whoever does not say: programs expect it. */
  private static PluginView told(PluginView plugin, String languages) {
    return PluginWords.in(plugin, languages == null ? "en" : Language.wishedFor(languages));
  }

  @POST
  @Path("/{id}/enable")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      operationId = "enablePlugin",
      summary = "Switch a plugin on",
      description = "One that was left alone after repeated faults gets a new start.")
  @APIResponse(responseCode = "204", description = "It takes part again")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public void enable(@PathParam("id") String id) {
    control.enable(id);
  }

  @POST
  @Path("/{id}/disable")
  @Operation(
      operationId = "disablePlugin",
      summary = "Switch a plugin off",
      description =
          "Rules of its kinds fall back to the operator's rate, its shipping options "
              + "vanish, its gateway takes no new payments but still finds and refunds old "
              + "ones. Orders already placed keep what they paid.")
  @APIResponse(responseCode = "204", description = "It takes no part any more")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public void disable(@PathParam("id") String id, Reason reason) {
    control.disable(id, reason == null ? null : reason.reason());
  }
}
