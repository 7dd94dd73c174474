package org.halles.api.vendor;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.marketplace.identity.NotAllowed;
import org.halles.marketplace.vendor.ViewAs;

/** An operator is a vendor for a while, with the token that the request shows. */
@Path("/operator/view-as")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Operate")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
public class OperatorViewAsResource {

  private static final int BEARER = "Bearer ".length();

  /**
   * Whom, and why.
   *
   * @param vendorId the vendor's id
   * @param reason for the audit log
   */
  public record Wanted(UUID vendorId, String reason) {}

  /** Who the token is now. */
  public record Acting(String vendor) {}

  private ViewAs viewAs;

  /** For the container. */
  public OperatorViewAsResource() {}

  @Inject
  public OperatorViewAsResource(ViewAs viewAs) {
    this.viewAs = viewAs;
  }

  @PUT
  @Operation(
      operationId = "viewAsVendor",
      summary = "See and do everything as a vendor, with this token",
      description =
          "The reason and every action meanwhile are written down under your own name. Money,"
              + " people and keys stay the vendor's. Not for API keys.")
  @APIResponse(responseCode = "200", description = "The vendor you are now")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public Acting begin(
      @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) String header,
      @NotNull Wanted wanted) {
    return new Acting(viewAs.begin(token(header), wanted.vendorId(), wanted.reason()));
  }

  @DELETE
  @Operation(
      operationId = "endViewAs",
      summary = "Be yourself again",
      description = "Nothing happens to who was nobody else.")
  @APIResponse(responseCode = "204", description = "You are yourself")
  public void end(@Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) String header) {
    viewAs.end(token(header));
  }

  private static String token(String header) {
    if (header == null || header.length() <= BEARER) {
      throw NotAllowed.signInFirst();
    }
    return header.substring(BEARER).strip();
  }
}
