package org.halles.api.ledger;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.ShortList;
import org.halles.marketplace.checkout.GatewayJournal;
import org.halles.marketplace.payment.Availability;
import org.halles.marketplace.payment.GatewayView;
import org.halles.marketplace.payment.Gateways;
import org.halles.marketplace.shared.Page;
import org.halles.spi.PaymentGateway.GatewayTransaction;

/** The gateways there are, where they are offered, and what each says happened. */
@Path("/operator/gateways")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operate")
@SecurityRequirement(name = "bearer")
public class GatewaysResource {

  private GatewayJournal journal;
  private Gateways gateways;

  /** For the container. */
  public GatewaysResource() {}

  @Inject
  public GatewaysResource(GatewayJournal journal, Gateways gateways) {
    this.journal = journal;
    this.gateways = gateways;
  }

  @GET
  @Operation(
      operationId = "listGateways",
      summary = "List the payment gateways and where each is offered",
      description =
          "By country of the delivery, by currency and by vendor; an empty list allows "
              + "all. One that is installed but has no keys yet is offered to nobody.")
  @APIResponse(responseCode = "200", description = "Every gateway installed, by name")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  public Page<GatewayView> list(@BeanParam ShortList part) {
    return part.of(gateways.list());
  }

  @PUT
  @Path("/{gateway}/availability")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "offerGateway",
      summary = "Decide where a gateway is offered",
      description =
          "By country of the delivery, by currency, by vendor; an empty list allows all. Several"
              + " gateways may be offered at once.")
  @APIResponse(responseCode = "200", description = "The gateway")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public GatewayView offer(
      @PathParam("gateway") String gateway, @Valid @NotNull Availability where) {
    return gateways.offer(gateway, where);
  }

  @GET
  @Path("/{gateway}/transactions")
  @Operation(
      operationId = "listGatewayTransactions",
      summary = "Read a gateway's own journal",
      description =
          "What the gateway says it did, oldest first; kept apart from the marketplace's books,"
              + " with which reconciliation compares it.")
  @APIResponse(responseCode = "200", description = "A part of the journal")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public Page<GatewayTransaction> list(
      @PathParam("gateway") String gateway,
      @Parameter(description = "Only what happened then or later") @QueryParam("since")
          Instant since,
      @Parameter(description = "How many lines, 1 to 1000.")
          @QueryParam("limit")
          @DefaultValue("100")
          int limit,
      @Parameter(description = "Where the former page ended: its `next`. Leave it out to start.")
          @QueryParam("cursor")
          String cursor) {
    return journal.page(gateway, since, limit, cursor);
  }
}
