package org.halles.api.invoicing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.Slice;
import org.halles.marketplace.invoicing.YearlyReport;
import org.halles.marketplace.invoicing.YearlyRow;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;

/** The yearly report on vendors that platforms owe the tax authority (DAC7). */
@Path("/operator/dac7")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operate")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
public class YearlyReportResource {

  private YearlyReport report;

  /** For the container. */
  public YearlyReportResource() {}

  @Inject
  public YearlyReportResource(YearlyReport report) {
    this.report = report;
  }

  @GET
  @Path("/{year}")
  @Operation(
      operationId = "getDac7Report",
      summary = "See what each vendor earned in a year, by quarter",
      description =
          "Consideration after fees and taxes, fees and taxes withheld, number of orders; who the"
              + " vendor is and where it is paid, as declared on its checklist. `exempt` where only goods"
              + " were sold, fewer than 30 times and for at most 2,000 EUR.")
  @APIResponse(responseCode = "200", description = "A page, by name")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Page<YearlyRow> of(@PathParam("year") int year, @BeanParam Slice slice) {
    return report.of(year, slice.paging());
  }

  @GET
  @Path("/{year}/report.csv")
  @Produces("text/csv;charset=UTF-8")
  @Operation(operationId = "downloadDac7Report", summary = "Download the year’s report as CSV")
  @APIResponse(responseCode = "200", description = "All vendors")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Response csv(@PathParam("year") int year) {
    report.of(year, new Paging(1, null));
    return Response.ok((StreamingOutput) out -> YearlyCsv.write(report, year, out))
        .header("Content-Disposition", "attachment; filename=\"dac7-" + year + ".csv\"")
        .build();
  }
}
