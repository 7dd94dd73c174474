package org.halles.api.payout;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.ShortList;
import org.halles.api.Slice;
import org.halles.marketplace.payout.Debt;
import org.halles.marketplace.payout.DebtSort;
import org.halles.marketplace.payout.WriteOff;
import org.halles.marketplace.payout.WriteOffs;
import org.halles.marketplace.shared.Page;
import org.halles.spi.Money;

/** Debts of vendors and affiliates, and those that become a loss. */
@Path("/operator")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Operate")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
public class WriteOffsResource {

  /**
   * A debt to be written off.
   *
   * @param party id of the vendor or the affiliate
   * @param amount all of the debt, or a part of it
   * @param reason for whoever reads the book
   */
  public record NewWriteOff(@NotNull UUID party, Money amount, String reason) {}

  private WriteOffs writeOffs;

  /** For the container. */
  public WriteOffsResource() {}

  @Inject
  public WriteOffsResource(WriteOffs writeOffs) {
    this.writeOffs = writeOffs;
  }

  @GET
  @Path("/debts")
  @Operation(operationId = "listDebts", summary = "List vendors and affiliates that owe something")
  @APIResponse(responseCode = "200", description = "The debts, one for each currency")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Page<Debt> debts(
      @Parameter(description = "LARGEST if left out") @QueryParam("sort") DebtSort sort,
      @BeanParam ShortList part) {
    return part.of(writeOffs.debts(sort));
  }

  @GET
  @Path("/write-offs")
  @Operation(operationId = "listWriteOffs", summary = "List write-offs, newest first")
  @APIResponse(responseCode = "200", description = "A page of write-offs")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Page<WriteOff> list(@BeanParam Slice slice) {
    return writeOffs.list(slice.paging());
  }

  @POST
  @Path("/write-offs")
  @Operation(
      operationId = "proposeWriteOff",
      summary = "Propose to write a debt off",
      description = "Nothing is posted before another person agrees.")
  @APIResponse(responseCode = "200", description = "What is proposed")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public WriteOff propose(@Valid @NotNull NewWriteOff wanted) {
    return writeOffs.propose(wanted.party(), wanted.amount(), wanted.reason());
  }

  @POST
  @Path("/write-offs/{id}/agree")
  @Operation(
      operationId = "agreeOnWriteOff",
      summary = "Agree as the second person: the debt is a loss")
  @APIResponse(responseCode = "200", description = "Posted")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public WriteOff agree(@PathParam("id") UUID id) {
    return writeOffs.agree(id);
  }

  @POST
  @Path("/write-offs/{id}/reject")
  @Operation(operationId = "rejectWriteOff", summary = "Refuse a write-off, or take it back")
  @APIResponse(responseCode = "200", description = "Nothing was posted")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public WriteOff reject(@PathParam("id") UUID id) {
    return writeOffs.reject(id);
  }
}
