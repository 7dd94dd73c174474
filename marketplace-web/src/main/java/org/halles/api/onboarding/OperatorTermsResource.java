package org.halles.api.onboarding;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.ShortList;
import org.halles.marketplace.onboarding.TermsBook;
import org.halles.marketplace.onboarding.TermsView;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Texts;

/** The operator publishes terms for sellers. */
@Path("/operator/terms")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Operate")
@SecurityRequirement(name = "bearer")
public class OperatorTermsResource {

  /** A text in both languages, and from when on it holds. */
  public record NewTerms(Texts text, LocalDate dueOn) {}

  private TermsBook terms;

  /** For the container. */
  public OperatorTermsResource() {}

  @Inject
  public OperatorTermsResource(TermsBook terms) {
    this.terms = terms;
  }

  @GET
  @Operation(operationId = "listTerms", summary = "List versions of the terms")
  @APIResponse(responseCode = "200", description = "Versions, newest first")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Page<TermsView> list(@BeanParam ShortList part) {
    return part.of(terms.versions());
  }

  @POST
  @Operation(operationId = "publishTerms", summary = "Publish new terms")
  @APIResponse(
      responseCode = "201",
      description = "The new version",
      content = @Content(schema = @Schema(implementation = TermsView.class)))
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  public Response publish(@NotNull NewTerms wanted) {
    return Response.status(Response.Status.CREATED)
        .entity(terms.publish(wanted.text(), wanted.dueOn()))
        .build();
  }
}
