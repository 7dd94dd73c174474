package org.halles.api.refund;

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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.marketplace.refund.GiveBackPolicy;
import org.halles.marketplace.refund.GiveBackTerms;

/** What the platform keeps when money goes back. */
@Path("/operator/give-back-policy")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Operate")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
public class GiveBackPolicyResource {

  /** One of each reason. */
  public record Policy(@NotNull List<@Valid @NotNull GiveBackTerms> terms) {}

  private GiveBackPolicy policy;

  /** For the container. */
  public GiveBackPolicyResource() {}

  @Inject
  public GiveBackPolicyResource(GiveBackPolicy policy) {
    this.policy = policy;
  }

  @GET
  @Operation(
      operationId = "getGiveBackPolicy",
      summary = "See what the platform keeps when money goes back, by reason")
  @APIResponse(responseCode = "200", description = "The terms of orders placed now")
  public Policy current() {
    return new Policy(policy.current());
  }

  @PUT
  @Operation(
      operationId = "setGiveBackPolicy",
      summary = "Change what the platform keeps, for orders placed from now on",
      description =
          "Reasons that are left out keep their terms. What is kept of the commission is paid by the"
              + " vendor: the buyer gets the same. The buyer's fee always goes back where the law or"
              + " a bank gives it back.")
  @APIResponse(responseCode = "200", description = "All terms")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Policy change(@Valid @NotNull Policy wanted) {
    return new Policy(policy.change(wanted.terms()));
  }
}
