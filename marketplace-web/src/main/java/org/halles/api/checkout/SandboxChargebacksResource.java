package org.halles.api.checkout;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.marketplace.checkout.SimulatedBank;
import org.halles.spi.Money;

/**
 * The simulated bank takes money back: for trying out what a chargeback does, with no real money.
 */
@Path("/sandbox-gateway/chargebacks")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Operate")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
public class SandboxChargebacksResource {

  private static final String GATEWAY = "sandbox";

  /** What a bank may decide. */
  public enum Decision {
    won,
    lost,
    partly
  }

  /**
   * @param orderGroup number of the purchase
   * @param amount left out: all that was paid
   * @param reason the bank's word for it, such as {@code fraudulent}
   */
  public record NewChargeback(@NotBlank String orderGroup, Money amount, String reason) {}

  /**
   * What the bank decided.
   *
   * @param kept with {@code partly}: what stays with the buyer
   */
  public record Decided(@NotNull Decision outcome, Money kept) {}

  private SimulatedBank bank;

  /** For the container. */
  public SandboxChargebacksResource() {}

  @Inject
  public SandboxChargebacksResource(SimulatedBank bank) {
    this.bank = bank;
  }

  @POST
  @Operation(
      operationId = "simulateChargeback",
      summary = "Let the simulated bank take money of a sandbox payment back")
  @APIResponse(
      responseCode = "201",
      description = "Its reference, and the signed message that was delivered about it",
      content = @Content(schema = @Schema(implementation = SimulatedBank.Taken.class)))
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public Response takeBack(@Valid @NotNull NewChargeback wanted) {
    SimulatedBank.Taken taken =
        bank.takeBack(GATEWAY, wanted.orderGroup(), wanted.amount(), wanted.reason());
    return Response.status(Response.Status.CREATED).entity(taken).build();
  }

  @POST
  @Path("/{reference}")
  @Operation(
      operationId = "decideSimulatedChargeback",
      summary = "Let the simulated bank decide; the first decision stands")
  @APIResponse(responseCode = "200", description = "The signed message that was delivered")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public SimulatedBank.Taken decide(
      @PathParam("reference") String reference, @Valid @NotNull Decided decided) {
    return decided.outcome() == Decision.partly
        ? bank.decide(GATEWAY, reference, decided.kept())
        : bank.decide(GATEWAY, reference, decided.outcome() == Decision.won);
  }
}
