package org.halles.api.transfer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.Slice;
import org.halles.marketplace.checkout.TransferDesk;
import org.halles.marketplace.checkout.TransferView;
import org.halles.marketplace.shared.Page;

/** Money that a person sends back from the marketplace's bank account. */
@Path("/operator/bank-returns")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Operate")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
public class BankReturnsResource {

  /** It left the bank account. */
  public record Sent(@NotNull LocalDate sentOn, @NotNull String bankReference) {}

  private TransferDesk desk;

  /** For the container. */
  public BankReturnsResource() {}

  @Inject
  public BankReturnsResource(TransferDesk desk) {
    this.desk = desk;
  }

  @GET
  @Operation(
      operationId = "listBankReturns",
      summary = "List what has to be sent back by hand",
      description = "Refunds of orders paid by transfer, and money that paid for nothing.")
  @APIResponse(
      responseCode = "200",
      description = "A page, oldest first; of what was sent, newest first")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Page<TransferView.ReturnView> list(
      @QueryParam("sent") @DefaultValue("false") boolean sent, @BeanParam Slice slice) {
    return desk.returns(sent, slice.paging());
  }

  @POST
  @Path("/{id}/sent")
  @Operation(
      operationId = "recordBankReturn",
      summary = "Record that money was sent back",
      description = "A refund has then succeeded.")
  @APIResponse(responseCode = "200", description = "It, with the date")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public TransferView.ReturnView sent(@PathParam("id") UUID id, @Valid @NotNull Sent sent) {
    return desk.sent(id, sent.sentOn(), sent.bankReference());
  }
}
