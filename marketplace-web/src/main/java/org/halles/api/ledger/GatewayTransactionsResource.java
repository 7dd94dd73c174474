package org.halles.api.ledger;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.marketplace.checkout.GatewayJournal;
import org.halles.spi.PaymentGateway.GatewayTransaction;

/** What a gateway says happened, from its own journal. */
@Path("/operator/gateways")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operate")
@SecurityRequirement(name = "bearer")
public class GatewayTransactionsResource {

  /**
   * A part of a gateway's journal.
   *
   * @param items oldest first
   * @param next ask with {@code since} this; null at the end
   */
  public record Journal(List<GatewayTransaction> items, Instant next) {}

  private GatewayJournal journal;

  /** For the container. */
  public GatewayTransactionsResource() {}

  @Inject
  public GatewayTransactionsResource(GatewayJournal journal) {
    this.journal = journal;
  }

  @GET
  @Path("/{gateway}/transactions")
  @Operation(
      operationId = "listGatewayTransactions",
      summary = "Read a gateway's own journal",
      description =
          "Oldest first, from an instant on (inclusive): a line at the instant of `next` may come"
              + " twice.")
  @APIResponse(responseCode = "200", description = "A part of the journal")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public Journal list(
      @PathParam("gateway") String gateway,
      @QueryParam("since") Instant since,
      @QueryParam("limit") @DefaultValue("100") int limit) {
    List<GatewayTransaction> items = journal.since(gateway, since, limit);
    return new Journal(items, items.size() < limit ? null : items.get(items.size() - 1).at());
  }
}
