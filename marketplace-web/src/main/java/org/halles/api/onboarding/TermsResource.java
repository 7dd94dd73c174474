package org.halles.api.onboarding;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.marketplace.onboarding.TermsBook;
import org.halles.marketplace.onboarding.TermsView;

/** The operator’s terms for sellers. */
@Path("/vendor-terms")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Sell")
public class TermsResource {

  private TermsBook terms;

  /** For the container. */
  public TermsResource() {}

  @Inject
  public TermsResource(TermsBook terms) {
    this.terms = terms;
  }

  @GET
  @SecurityRequirements
  @Operation(operationId = "getTerms", summary = "Read the newest terms for sellers")
  @APIResponse(responseCode = "200", description = "The newest version")
  @APIResponse(responseCode = "406", description = "Only JSON is spoken here")
  public TermsView get() {
    return terms.newest();
  }
}
