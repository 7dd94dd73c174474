package org.halles.api.ledger;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.Slice;
import org.halles.marketplace.exporting.AuditFile;
import org.halles.marketplace.exporting.TrialBalanceTable;
import org.halles.marketplace.ledger.History;
import org.halles.marketplace.ledger.SealView;
import org.halles.marketplace.ledger.Seals;
import org.halles.marketplace.ledger.TrialBalance;
import org.halles.marketplace.shared.Page;

/** What an accountant takes from the book: trial balances, seals, and the file for an audit. */
@Path("/operator/accounting")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operate")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
public class AccountingResource {

  private History history;
  private Seals seals;
  private TrialBalanceTable table;
  private AuditFile auditFile;

  /** For the container. */
  public AccountingResource() {}

  @Inject
  public AccountingResource(
      History history, Seals seals, TrialBalanceTable table, AuditFile auditFile) {
    this.history = history;
    this.seals = seals;
    this.table = table;
    this.auditFile = auditFile;
  }

  @GET
  @Path("/trial-balance")
  @Operation(
      operationId = "getTrialBalance",
      summary = "Read the trial balance of a span of business days",
      description =
          "One line a name of account and currency; balances are debits minus credits. Without days"
              + " from the beginning until today.")
  @APIResponse(responseCode = "200", description = "Lines, and totals that are zero")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public TrialBalance trialBalance(
      @QueryParam("from") LocalDate from, @QueryParam("to") LocalDate to) {
    return history.trialBalance(from, to);
  }

  @GET
  @Path("/trial-balance.csv")
  @Produces("text/csv;charset=UTF-8")
  @Operation(
      operationId = "downloadTrialBalance",
      summary = "Download the trial balance, one line an account")
  @APIResponse(responseCode = "200", description = "For a spreadsheet")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Response csv(@QueryParam("from") LocalDate from, @QueryParam("to") LocalDate to) {
    history.trialBalance(from, to);
    return file((StreamingOutput) out -> table.write(from, to, out), "trial-balance.csv");
  }

  @GET
  @Path("/fec")
  @Produces("text/plain;charset=UTF-8")
  @Operation(
      operationId = "downloadFec",
      summary = "Download the French file of accounting entries (FEC)",
      description =
          "Article A47 A-1 of the Livre des procédures fiscales: 18 columns separated by tabs, of"
              + " the entries in euros that are sealed. `siren` has nine digits; `from` and `to` are"
              + " the first and the last business day of the financial year.")
  @APIResponse(responseCode = "200", description = "SirenFECYYYYMMDD.txt")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Response fec(
      @QueryParam("siren") String siren,
      @QueryParam("from") LocalDate from,
      @QueryParam("to") LocalDate to) {
    String name = auditFile.name(siren, from, to);
    return file((StreamingOutput) out -> auditFile.write(siren, from, to, out), name);
  }

  @GET
  @Path("/seals")
  @Operation(operationId = "listSeals", summary = "List the seals of the book, newest first")
  @APIResponse(responseCode = "200", description = "A page of seals")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Page<SealView> seals(@BeanParam Slice slice) {
    return seals.list(slice.paging());
  }

  @POST
  @Path("/seals")
  @Operation(
      operationId = "sealBook",
      summary = "Seal what was posted since the last seal",
      description = "Happens by itself after midnight.")
  @APIResponse(
      responseCode = "201",
      description = "The seal",
      content = @Content(schema = @Schema(implementation = SealView.class)))
  @APIResponse(responseCode = "204", description = "There is nothing to seal")
  public Response seal() {
    return seals
        .seal()
        .map(seal -> Response.status(Response.Status.CREATED).entity(seal).build())
        .orElseGet(() -> Response.noContent().build());
  }

  private static Response file(StreamingOutput content, String name) {
    return Response.ok(content)
        .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
        .build();
  }
}
