package org.halles.api.dispute;

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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.SafeFile;
import org.halles.api.Slice;
import org.halles.marketplace.dispute.BankAnswers;
import org.halles.marketplace.dispute.DisputeSort;
import org.halles.marketplace.dispute.DisputeStatus;
import org.halles.marketplace.dispute.DisputeView;
import org.halles.marketplace.dispute.Disputes;
import org.halles.marketplace.shared.Page;
import org.halles.spi.Money;

/** The operator decides between buyers and vendors, and answers banks. */
@Path("/operator/disputes")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Operate")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
public class OperatorDisputesResource {

  /** What a buyer's dispute comes to. */
  public enum Outcome {
    refund,
    reject
  }

  /**
   * @param amount with {@code refund}: so much; left out: all that is disputed
   * @param reason for both sides to read
   */
  public record Resolution(@NotNull Outcome outcome, Money amount, String reason) {}

  /**
   * @param text what speaks against the chargeback, for the bank to read
   * @param files of your own: PDF, JPEG or PNG
   * @param chosen ids of files that were said before; with {@code files} at most five, 4.5 MB in
   *     all
   */
  public record BankEvidence(
      String text, List<Said.@Valid @NotNull NewFile> files, List<@NotNull UUID> chosen) {}

  private Disputes disputes;
  private BankAnswers answers;

  /** For the container. */
  public OperatorDisputesResource() {}

  @Inject
  public OperatorDisputesResource(Disputes disputes, BankAnswers answers) {
    this.disputes = disputes;
    this.answers = answers;
  }

  @GET
  @Operation(operationId = "listDisputes", summary = "List disputes")
  @APIResponse(responseCode = "200", description = "A page of disputes without what was said")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Page<DisputeView> list(
      @QueryParam("status") DisputeStatus status,
      @Parameter(description = "NEWEST if left out") @QueryParam("sort") DisputeSort sort,
      @BeanParam Slice slice) {
    return disputes.list(status, sort, slice.paging());
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getDispute", summary = "Read one with everything that was said")
  @APIResponse(responseCode = "200", description = "The dispute")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public DisputeView get(@PathParam("id") UUID id) {
    return disputes.get(id);
  }

  @POST
  @Path("/{id}/accept")
  @Operation(
      operationId = "acceptDispute",
      summary = "Agree: a buyer gets what is disputed, a chargeback is lost without a word")
  @APIResponse(responseCode = "200", description = "The dispute, LOST")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  @APIResponse(responseCode = "422", ref = "Unprocessable")
  public DisputeView accept(@PathParam("id") UUID id) {
    return answers.accept(id);
  }

  @POST
  @Path("/{id}/contest")
  @Operation(
      operationId = "contestDispute",
      summary = "Send the bank what speaks against a chargeback, with files that show it")
  @APIResponse(responseCode = "200", description = "The dispute, EVIDENCE_SENT")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  @APIResponse(responseCode = "422", ref = "Unprocessable")
  public DisputeView contest(@PathParam("id") UUID id, @Valid @NotNull BankEvidence evidence) {
    List<UUID> chosen = evidence.chosen() == null ? List.of() : evidence.chosen();
    return answers.contest(id, evidence.text(), Said.evidence(evidence.files()), chosen);
  }

  @POST
  @Path("/{id}/resolve")
  @Operation(
      operationId = "resolveDispute",
      summary = "Decide between buyer and vendor: refund all, a part, or nothing")
  @APIResponse(responseCode = "200", description = "The dispute, WON, LOST or PARTLY")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  @APIResponse(responseCode = "422", ref = "Unprocessable")
  public DisputeView resolve(@PathParam("id") UUID id, @Valid @NotNull Resolution resolution) {
    return resolution.outcome() == Outcome.reject
        ? disputes.reject(id, resolution.reason())
        : disputes.resolve(id, resolution.amount(), resolution.reason());
  }

  @GET
  @Path("/{id}/files/{file}")
  @Produces("*/*")
  @Operation(operationId = "getDisputeFile", summary = "Read a file of a dispute")
  @APIResponse(responseCode = "200", description = "The file")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public Response file(@PathParam("id") UUID id, @PathParam("file") UUID file) {
    return SafeFile.answer(disputes.file(id, file));
  }
}
