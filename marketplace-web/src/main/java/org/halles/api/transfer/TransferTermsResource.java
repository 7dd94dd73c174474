package org.halles.api.transfer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.marketplace.payment.TransferSettings;
import org.halles.marketplace.payment.TransferTerms;

/** Whether buyers may pay by bank transfer, and to which account. */
@Path("/operator/transfer-terms")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Operate")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
public class TransferTermsResource {

  private TransferSettings settings;

  /** For the container. */
  public TransferTermsResource() {}

  @Inject
  public TransferTermsResource(TransferSettings settings) {
    this.settings = settings;
  }

  @GET
  @Operation(operationId = "getTransferTerms", summary = "See how buyers pay by bank transfer")
  @APIResponse(responseCode = "200", description = "The terms")
  public TransferTerms get() {
    return settings.get();
  }

  @PUT
  @Operation(
      operationId = "changeTransferTerms",
      summary = "Decide how buyers pay by bank transfer",
      description = "For orders placed from now on; who was told another account pays there.")
  @APIResponse(responseCode = "200", description = "The terms")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public TransferTerms change(@Valid @NotNull TransferTerms terms) {
    return settings.change(terms);
  }
}
