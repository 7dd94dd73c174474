package org.halles.api.moderation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.marketplace.identity.NotAllowed;
import org.halles.marketplace.moderation.Moderation;
import org.halles.marketplace.moderation.Outcome;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Refusal;

/** One decision about many listings that wait. */
@Path("/operator/moderation-decisions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Operate")
@SecurityRequirement(name = "bearer")
public class ModerationDecisionsResource {

  /** A listing, and the round that was seen; null to insist on none. */
  public record Case(@NotNull UUID listing, Integer round) {}

  /** What is decided about all of them, and why. */
  public record Decisions(
      @NotNull Outcome outcome,
      String reason,
      @NotEmpty @Size(max = 100) List<@Valid @NotNull Case> cases) {}

  /**
   * How it went with one of them.
   *
   * @param done false if it was refused
   * @param code why, such as {@code taken-by-another}; null if it was done
   * @param message the same in words
   */
  public record Result(UUID listing, boolean done, String code, String message) {}

  private Moderation moderation;

  /** For the container. */
  public ModerationDecisionsResource() {}

  @Inject
  public ModerationDecisionsResource(Moderation moderation) {
    this.moderation = moderation;
  }

  @POST
  @Operation(
      operationId = "decideMany",
      summary = "Decide about up to a hundred listings at once",
      description =
          "Each is decided for itself: one that was taken or edited meanwhile keeps none of the"
              + " others back, and says why.")
  @APIResponse(responseCode = "200", description = "How it went with each, in the given order")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  public Page<Result> decide(@Valid @NotNull Decisions decisions) {
    return new Page<>(decisions.cases().stream().map(one -> decide(one, decisions)).toList(), null);
  }

  private Result decide(Case one, Decisions decisions) {
    try {
      moderation.decide(one.listing(), one.round(), decisions.outcome(), decisions.reason());
      return new Result(one.listing(), true, null, null);
    } catch (NotAllowed forbidden) {
      throw forbidden;
    } catch (Refusal refusal) {
      return new Result(one.listing(), false, refusal.code(), refusal.getMessage());
    }
  }
}
