package org.halles.api.transfer;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.Slice;
import org.halles.marketplace.checkout.TransferDesk;
import org.halles.marketplace.checkout.TransferView;
import org.halles.marketplace.payment.BankReceipt;
import org.halles.marketplace.shared.Page;
import org.halles.spi.Money;

/** Finance copies the bank's statement. */
@Path("/operator/bank-transfers")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Operate")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
public class BankTransfersResource {

  /**
   * A line of the statement.
   *
   * @param receivedOn its value date
   * @param bankReference the bank's own reference of the line
   * @param payer as the bank calls them
   * @param differs true if it was checked that the amount is not what was awaited
   */
  public record Receipt(
      @NotNull Money amount,
      @NotNull LocalDate receivedOn,
      @NotNull String bankReference,
      String payer,
      Boolean differs) {}

  private TransferDesk desk;

  /** For the container. */
  public BankTransfersResource() {}

  @Inject
  public BankTransfersResource(TransferDesk desk) {
    this.desk = desk;
  }

  @GET
  @Operation(
      operationId = "listBankTransfers",
      summary = "List the transfers buyers announced, newest first")
  @APIResponse(responseCode = "200", description = "A page of transfers")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Page<TransferView> list(
      @QueryParam("state") TransferView.State state,
      @QueryParam("q") String text,
      @BeanParam Slice slice) {
    return desk.list(state, text, slice.paging());
  }

  @GET
  @Path("/{number}")
  @Operation(
      operationId = "getBankTransfer",
      summary = "Look at the transfer announced for an order",
      description = "With what came of it and what goes back.")
  @APIResponse(responseCode = "200", description = "The transfer")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public TransferView get(@PathParam("number") String number) {
    return desk.get(number);
  }

  @POST
  @Path("/{number}/receipts")
  @Operation(
      operationId = "recordBankReceipt",
      summary = "Record that money came for an order",
      description =
          "Once all of it is here the order is paid, as if a gateway had said so. An amount that is"
              + " not the awaited one is refused, naming both, until it is confirmed by `differs`:"
              + " then too little is kept and the rest awaited, and what is too much is put down to"
              + " be sent back.")
  @APIResponse(
      responseCode = "201",
      description = "The transfer",
      content = @Content(schema = @Schema(implementation = TransferView.class)))
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  @APIResponse(responseCode = "422", ref = "Unprocessable")
  public Response record(@PathParam("number") String number, @Valid @NotNull Receipt receipt) {
    TransferView transfer =
        desk.record(
            number,
            new BankReceipt(
                receipt.amount(), receipt.receivedOn(), receipt.bankReference(), receipt.payer()),
            Boolean.TRUE.equals(receipt.differs()));
    return Response.status(Response.Status.CREATED).entity(transfer).build();
  }

  @POST
  @Path("/{number}/give-up")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      operationId = "giveUpBankTransfer",
      summary = "Send back what came of a transfer that will not be completed",
      description = "Its order, if it still waits, ends.")
  @APIResponse(responseCode = "200", description = "The transfer")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public TransferView giveUp(@PathParam("number") String number) {
    return desk.giveUp(number);
  }
}
