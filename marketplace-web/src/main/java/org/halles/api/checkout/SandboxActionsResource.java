package org.halles.api.checkout;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.marketplace.checkout.BuyerActions;
import org.halles.spi.Money;
import org.halles.spi.SimulatedAction.WaitingAction;

/** The bank that the sandbox gateway sends buyers to: says yes or no as it is told. */
@Path("/sandbox-gateway/actions/{reference}")
@RequestScoped
@Tag(name = "Buy")
@SecurityRequirements
public class SandboxActionsResource {

  private static final String GATEWAY = "sandbox";

  /** What a buyer may decide. */
  public enum Decision {
    approved,
    declined
  }

  /** What the buyer decided. */
  public record Decided(@NotNull Decision outcome) {}

  /** What the buyer is asked, and the way back. */
  public record Question(String order, Money amount, String returnUrl) {}

  private BuyerActions actions;

  /** For the container. */
  public SandboxActionsResource() {}

  @Inject
  public SandboxActionsResource(BuyerActions actions) {
    this.actions = actions;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "getSandboxAction",
      summary = "See what the simulated bank asks",
      description =
          "A sandbox payment that needs a second step waits here for a yes or no, as a "
              + "bank's own page would ask for it.")
  @APIResponse(responseCode = "200", description = "The payment that waits")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public Question question(@PathParam("reference") String reference) {
    return question(actions.waiting(GATEWAY, reference));
  }

  @GET
  @Produces("text/html;qs=0.5")
  @Operation(hidden = true)
  public Response page(@PathParam("reference") String reference, @Context UriInfo here) {
    String back = actions.waiting(GATEWAY, reference).returnUrl();
    return Response.seeOther(
            here.getBaseUriBuilder()
                .replacePath("/{language}/payment/" + GATEWAY + "/{reference}")
                .build(back.startsWith("/en/") ? "en" : "fr", reference))
        .build();
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(operationId = "decideSandboxAction", summary = "Tell the simulated bank yes or no")
  @APIResponse(responseCode = "200", description = "Decided; the first decision stands")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public Question decide(
      @PathParam("reference") String reference, @Valid @NotNull Decided decided) {
    return question(actions.decide(GATEWAY, reference, decided.outcome() == Decision.approved));
  }

  private static Question question(WaitingAction action) {
    return new Question(action.reference(), action.amount(), action.returnUrl());
  }
}
