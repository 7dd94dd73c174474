package org.halles.api.moderation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.ShortList;
import org.halles.marketplace.moderation.EditRule;
import org.halles.marketplace.moderation.ModerationSettings;
import org.halles.marketplace.moderation.ReasonTemplate;
import org.halles.marketplace.moderation.ReasonTemplates;
import org.halles.marketplace.shared.Page;

/** How moderation works: the rule for edits of low risk, the target time, the ready reasons. */
@Path("/operator/moderation-settings")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Operate")
@SecurityRequirement(name = "bearer")
public class ModerationSettingsResource {

  /**
   * What may be set.
   *
   * @param rule which edits need no person
   * @param targetHours how soon the others are due
   */
  public record Setup(EditRule rule, Integer targetHours) {}

  private ModerationSettings settings;
  private ReasonTemplates templates;

  /** For the container. */
  public ModerationSettingsResource() {}

  @Inject
  public ModerationSettingsResource(ModerationSettings settings, ReasonTemplates templates) {
    this.settings = settings;
    this.templates = templates;
  }

  @GET
  @Operation(operationId = "getModerationSettings", summary = "See how moderation works")
  @APIResponse(responseCode = "200", description = "What is set")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  public Setup get() {
    return new Setup(settings.rule(), settings.targetHours());
  }

  @PUT
  @Operation(
      operationId = "setModeration",
      summary = "Set how moderation works; what is left out stays as it is")
  @APIResponse(responseCode = "200", description = "What is set now")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  public Setup set(@NotNull Setup setup) {
    if (setup.rule() != null) {
      settings.setRule(setup.rule());
    }
    if (setup.targetHours() != null) {
      settings.setTargetHours(setup.targetHours());
    }
    return get();
  }

  @GET
  @Path("/reasons")
  @Operation(operationId = "listReasonTemplates", summary = "List the ready reasons")
  @APIResponse(responseCode = "200", description = "The reasons, in both languages")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Page<ReasonTemplate> reasons(@BeanParam ShortList part) {
    return part.of(templates.list());
  }

  @POST
  @Path("/reasons")
  @Operation(operationId = "writeReasonTemplate", summary = "Write a ready reason, or rewrite one")
  @APIResponse(responseCode = "200", description = "The reason")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public ReasonTemplate write(@NotNull ReasonTemplate reason) {
    return templates.save(reason);
  }

  @DELETE
  @Path("/reasons/{id}")
  @Operation(operationId = "removeReasonTemplate", summary = "Remove a ready reason")
  @APIResponse(responseCode = "204", description = "It is gone")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public void remove(@PathParam("id") UUID id) {
    templates.remove(id);
  }
}
