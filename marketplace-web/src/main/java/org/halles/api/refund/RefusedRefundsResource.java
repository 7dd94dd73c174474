package org.halles.api.refund;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.Slice;
import org.halles.marketplace.refund.RefusedRefund;
import org.halles.marketplace.refund.RefusedRefunds;
import org.halles.marketplace.shared.Page;

/** Money that gateways refused to give back. */
@Path("/operator/refused-refunds")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Operate")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
public class RefusedRefundsResource {

  /** It left the marketplace's own bank account. */
  public record Transferred(@NotNull LocalDate sentOn, @NotNull String bankReference) {}

  /** Why nothing more is tried. */
  public record Closed(@NotNull String note) {}

  private RefusedRefunds refused;

  /** For the container. */
  public RefusedRefundsResource() {}

  @Inject
  public RefusedRefundsResource(RefusedRefunds refused) {
    this.refused = refused;
  }

  @GET
  @Operation(
      operationId = "listRefusedRefunds",
      summary = "List refunds that a gateway refused and nobody has decided about")
  @APIResponse(responseCode = "200", description = "A page, the longest refused first")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Page<RefusedRefund> list(@BeanParam Slice slice) {
    return refused.list(slice.paging());
  }

  @POST
  @Path("/{id}/retry")
  @Operation(
      operationId = "retryRefusedRefund",
      summary = "Ask the gateway once more",
      description = "The same refund under a new key: the refused attempt is over.")
  @APIResponse(responseCode = "200", description = "It, with what was decided")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  @APIResponse(responseCode = "422", ref = "Unprocessable")
  public RefusedRefund retry(@PathParam("id") UUID id) {
    return refused.retry(id);
  }

  @POST
  @Path("/{id}/transferred")
  @Operation(
      operationId = "payRefusedRefundByTransfer",
      summary = "Record that the money was sent from the marketplace's own bank account")
  @APIResponse(responseCode = "200", description = "It, with what was decided")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  @APIResponse(responseCode = "422", ref = "Unprocessable")
  public RefusedRefund transferred(@PathParam("id") UUID id, @Valid @NotNull Transferred sent) {
    return refused.transferred(id, sent.sentOn(), sent.bankReference());
  }

  @POST
  @Path("/{id}/close")
  @Operation(operationId = "closeRefusedRefund", summary = "Put it aside: nothing more is tried")
  @APIResponse(responseCode = "200", description = "It, with what was decided")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public RefusedRefund close(@PathParam("id") UUID id, @Valid @NotNull Closed closed) {
    return refused.close(id, closed.note());
  }
}
