package org.halles.api.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.identity.NotAllowed;
import org.halles.marketplace.identity.SignIn;
import org.halles.marketplace.identity.SignedIn;
import org.halles.marketplace.identity.TokenKind;
import org.halles.marketplace.identity.Tokens;
import org.halles.marketplace.vendor.Memberships;
import org.halles.marketplace.vendor.VendorCard;

/** Where a program signs in and out. */
@Path("/tokens")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Sign-in")
public class TokensResource {

  private static final String BEARER = "bearer ";

  /** The proof that the password was right, and the code. */
  public record SecondStep(String challenge, String code) {

    @Override
    public String toString() {
      return "SecondStep[***]";
    }
  }

  private SignIn signIn;
  private Tokens tokens;
  private Memberships memberships;
  private CurrentCaller current;

  /** For the container. */
  public TokensResource() {}

  @Inject
  public TokensResource(
      SignIn signIn, Tokens tokens, Memberships memberships, CurrentCaller current) {
    this.signIn = signIn;
    this.tokens = tokens;
    this.memberships = memberships;
    this.current = current;
  }

  @POST
  @SecurityRequirements
  @Operation(
      operationId = "signIn",
      summary = "Sign in",
      description =
          "Answers a token for `Authorization: Bearer`. Wrong attempts are limited per account and"
              + " per address: then 429 with `Retry-After`.")
  @APIResponse(
      responseCode = "201",
      description = "Signed in",
      content = @Content(schema = @Schema(implementation = IssuedToken.class)))
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  public Response create(@Valid Credentials credentials, @Context HttpServletRequest request)
      throws Exception {
    SignedIn signedIn =
        signIn.signIn(
            credentials.email(), credentials.password(), request.getRemoteAddr(), TokenKind.TOKEN);
    return answer(signedIn);
  }

  @POST
  @Path("/second-step")
  @SecurityRequirements
  @Operation(
      operationId = "finishSignIn",
      summary = "Sign in with the second step",
      description =
          "After 401 `second-factor-needed`: its `challenge` with the code of the telephone, or a"
              + " recovery code.")
  @APIResponse(
      responseCode = "201",
      description = "Signed in",
      content = @Content(schema = @Schema(implementation = IssuedToken.class)))
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  public Response finish(@NotNull SecondStep step) throws Exception {
    return answer(signIn.finish(step.challenge(), step.code()));
  }

  private Response answer(SignedIn signedIn) throws Exception {
    List<VendorCard> vendors =
        current.as(signedIn.account().caller(), () -> memberships.of(signedIn.account().id()));
    return Response.status(Response.Status.CREATED)
        .entity(IssuedToken.of(signedIn, vendors))
        .build();
  }

  @DELETE
  @Path("/current")
  @SecurityRequirement(name = "bearer")
  @Operation(
      operationId = "signOut",
      summary = "Sign out",
      description = "Revokes the token that this request shows.")
  @APIResponse(responseCode = "204", description = "Signed out")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  public void revoke(
      @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) String header) {
    // a bad token never gets here, so there is either a good one or none
    if (header == null) {
      throw NotAllowed.signInFirst();
    }
    tokens.revoke(header.substring(BEARER.length()).strip());
  }
}
