package org.halles.api.credit;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.marketplace.credit.OwnCredit;
import org.halles.marketplace.credit.OwnedCredit;

/** What the person who is signed in has to spend. */
@Path("/account/credit")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Buy")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
public class OwnCreditResource {

  /** A gift card's code. */
  public record Code(@NotBlank @Size(max = 40) String code) {}

  private OwnCredit credit;
  private HttpServletRequest request;

  /** For the container. */
  public OwnCreditResource() {}

  @Inject
  public OwnCreditResource(OwnCredit credit, HttpServletRequest request) {
    this.credit = credit;
    this.request = request;
  }

  @GET
  @Operation(
      operationId = "getOwnCredit",
      summary = "See one's gift cards and store credit, and where they went")
  @APIResponse(responseCode = "200", description = "Balances, credits and the last movements")
  public OwnCredit.Statement mine() {
    return credit.mine();
  }

  @POST
  @Operation(
      operationId = "keepGiftCard",
      summary = "Keep a gift card in one's account",
      description = "From then on only this account pays with it, without its code.")
  @APIResponse(responseCode = "200", description = "The card")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "422", ref = "Unprocessable")
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  public OwnedCredit keep(@Valid @NotNull Code code) {
    return credit.keep(code.code(), request.getRemoteAddr());
  }
}
