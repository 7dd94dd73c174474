package org.halles.api.onboarding;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.marketplace.onboarding.ApplicationForm;
import org.halles.marketplace.onboarding.Applying;

/** Somebody asks to sell: the answer is the same whether the address is known here or not. */
@Path("/vendor-applications")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Sell")
public class ApplicationsResource {

  /** The link’s token, and the password of a new account. */
  public record Confirmation(String token, String password) {

    @Override
    public String toString() {
      return "Confirmation[***]";
    }
  }

  /** What the link of the mail can be asked for again by. */
  public record Asked(@Schema(required = true) UUID id) {}

  /** The vendor that was made, by its slug. */
  public record Made(@Schema(required = true) String vendor) {}

  private Applying applying;

  /** For the container. */
  public ApplicationsResource() {}

  @Inject
  public ApplicationsResource(Applying applying) {
    this.applying = applying;
  }

  @POST
  @SecurityRequirements
  @Operation(operationId = "applyAsVendor", summary = "Ask to sell")
  @APIResponse(
      responseCode = "202",
      description = "A link is sent to the address; the answer says nothing about it",
      content = @Content(schema = @Schema(implementation = Asked.class)))
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  public Response apply(@NotNull ApplicationForm form, @Context HttpServletRequest request) {
    UUID handle = applying.apply(form, request.getRemoteAddr());
    return Response.accepted(new Asked(handle)).build();
  }

  @POST
  @Path("/{id}/resend")
  @SecurityRequirements
  @Operation(operationId = "resendApplicationLink", summary = "Send the link again")
  @APIResponse(
      responseCode = "202",
      description = "Sent, if there is something to prove",
      content = @Content(schema = @Schema(implementation = Asked.class)))
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  public Response resend(@PathParam("id") UUID id, @Context HttpServletRequest request) {
    applying.resend(id, request.getRemoteAddr());
    return Response.accepted(new Asked(id)).build();
  }

  @POST
  @Path("/confirm")
  @SecurityRequirements
  @Operation(operationId = "confirmApplication", summary = "Open the link of the mail")
  @APIResponse(
      responseCode = "201",
      description = "The vendor that was made",
      content = @Content(schema = @Schema(implementation = Made.class)))
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public Response confirm(@NotNull Confirmation body) {
    String slug = applying.confirm(body.token(), body.password());
    return Response.status(Response.Status.CREATED).entity(new Made(slug)).build();
  }
}
