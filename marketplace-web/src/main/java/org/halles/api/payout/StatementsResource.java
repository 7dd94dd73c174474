package org.halles.api.payout;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.ShortList;
import org.halles.marketplace.payout.Statement;
import org.halles.marketplace.payout.StatementLine;
import org.halles.marketplace.payout.Statements;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Violation;
import org.halles.marketplace.vendor.Memberships;
import org.halles.marketplace.vendor.VendorScope;
import org.halles.spi.CurrencyCode;
import org.halles.web.paper.StatementPrinter;
import org.halles.web.ui.Language;

/** A vendor's monthly statements, and their lines for its accountant. */
@Path("/vendor/statements")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sell")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
public class StatementsResource {

  private Statements statements;
  private Memberships memberships;

  /** For the container. */
  public StatementsResource() {}

  @Inject
  public StatementsResource(Statements statements, Memberships memberships) {
    this.statements = statements;
    this.memberships = memberships;
  }

  @GET
  @Operation(
      operationId = "listStatements",
      summary = "List your monthly statements, newest first",
      description =
          "One a month and currency: opening balance, movements by kind, closing balance.")
  @APIResponse(responseCode = "200", description = "All statements")
  public Page<Statement> list(@HeaderParam("X-Vendor") String vendor, @BeanParam ShortList part) {
    return part.of(statements.of(memberships.scopeOf(vendor)));
  }

  @GET
  @Path("/{period}/lines")
  @Operation(
      operationId = "listStatementLines",
      summary = "List every line of a month, down to the order line")
  @APIResponse(responseCode = "200", description = "The lines; their nets add up to the month")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Page<StatementLine> lines(
      @HeaderParam("X-Vendor") String vendor,
      @PathParam("period") String period,
      @QueryParam("currency") @DefaultValue("EUR") CurrencyCode currency,
      @BeanParam ShortList part) {
    return part.of(linesOf(vendor, period, currency));
  }

  private List<StatementLine> linesOf(String vendor, String period, CurrencyCode currency) {
    List<StatementLine> lines = new ArrayList<>();
    statements.lines(memberships.scopeOf(vendor), month(period), currency, lines::add);
    return lines;
  }

  @GET
  @Path("/{period}/lines.csv")
  @Produces("text/csv;charset=UTF-8")
  @Operation(operationId = "downloadStatement", summary = "Download the lines of a month as CSV")
  @APIResponse(responseCode = "200", description = "For a spreadsheet")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Response csv(
      @HeaderParam("X-Vendor") String vendor,
      @PathParam("period") String period,
      @QueryParam("currency") @DefaultValue("EUR") CurrencyCode currency) {
    List<StatementLine> lines = linesOf(vendor, period, currency);
    return Response.ok((StreamingOutput) out -> StatementCsv.write(lines, out))
        .header(
            "Content-Disposition",
            "attachment; filename=\"statement-" + month(period) + "-" + currency + ".csv\"")
        .build();
  }

  @GET
  @Path("/{period}/statement.pdf")
  @Produces("application/pdf")
  @Operation(
      operationId = "printStatement",
      summary = "Download a month as PDF: totals by kind, then every line")
  @APIResponse(responseCode = "200", description = "To be printed")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Response pdf(
      @HeaderParam("X-Vendor") String vendor,
      @PathParam("period") String period,
      @QueryParam("currency") @DefaultValue("EUR") CurrencyCode currency,
      @QueryParam("language") @DefaultValue("fr") String language) {
    if (!Language.SPOKEN.contains(language)) {
      throw new InvalidInput(
          new Violation("language", "must be one of " + Language.SPOKEN, language));
    }
    VendorScope scope = memberships.scopeOf(vendor);
    YearMonth month = month(period);
    Statement statement = statements.of(scope, month, currency);
    List<StatementLine> lines = linesOf(vendor, period, currency);
    return Response.ok(StatementPrinter.print(scope.name(), statement, lines, language))
        .header(
            "Content-Disposition",
            "attachment; filename=\"statement-" + month + "-" + currency + ".pdf\"")
        .build();
  }

  private static YearMonth month(String period) {
    try {
      return YearMonth.parse(period);
    } catch (DateTimeException wrong) {
      throw new InvalidInput(new Violation("period", "must be a month such as 2026-11", period));
    }
  }
}
