package org.halles.api.invoicing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.Slice;
import org.halles.marketplace.invoicing.InvoiceSort;
import org.halles.marketplace.invoicing.InvoiceView;
import org.halles.marketplace.invoicing.Invoices;
import org.halles.marketplace.invoicing.Party;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Page;

/** Invoices and credit notes of the platform to its vendors. */
@Path("/operator")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Operate")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
public class OperatorInvoicesResource {

  /** The month whose invoices are to be issued. */
  public record Month(@NotBlank String period) {}

  /** How many were issued. */
  public record Issued(int issued) {}

  private Invoices invoices;

  /** For the container. */
  public OperatorInvoicesResource() {}

  @Inject
  public OperatorInvoicesResource(Invoices invoices) {
    this.invoices = invoices;
  }

  @GET
  @Path("/vendor-invoices")
  @Operation(
      operationId = "listVendorInvoices",
      summary = "List invoices and credit notes to vendors")
  @APIResponse(responseCode = "200", description = "A page of invoices, without their lines")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Page<InvoiceView> list(
      @QueryParam("period") String period,
      @Parameter(description = "NEWEST if left out") @QueryParam("sort") InvoiceSort sort,
      @BeanParam Slice slice) {
    return invoices.all(InvoiceFiles.month(period), sort, slice.paging());
  }

  @POST
  @Path("/vendor-invoices")
  @Operation(
      operationId = "issueVendorInvoices",
      summary = "Issue what a month that is over still lacks",
      description = "Comes by itself when a month ends. Doing it again issues nothing twice.")
  @APIResponse(responseCode = "200", description = "How many were issued")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "422", ref = "Unprocessable")
  public Issued issue(@Valid @NotNull Month month) {
    return new Issued(invoices.issue(InvoiceFiles.month(month.period())));
  }

  @GET
  @Path("/vendor-invoices/{number}")
  @Operation(operationId = "getVendorInvoice", summary = "See an invoice with its lines")
  @APIResponse(responseCode = "200", description = "The invoice")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public InvoiceView get(@PathParam("number") String number) {
    return invoices.get(number);
  }

  @GET
  @Path("/vendor-invoices/{number}/invoice.pdf")
  @Produces("application/pdf")
  @Operation(operationId = "printVendorInvoice", summary = "Download an invoice as PDF")
  @APIResponse(responseCode = "200", description = "To be printed")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public Response pdf(
      @PathParam("number") String number,
      @QueryParam("language") @DefaultValue("fr") String language) {
    return InvoiceFiles.pdf(invoices.get(number), language);
  }

  @GET
  @Path("/invoice-issuer")
  @Operation(operationId = "getInvoiceIssuer", summary = "See who issues the invoices")
  @APIResponse(responseCode = "200", description = "Name and address")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public Party issuer() {
    return invoices.issuer().orElseThrow(() -> new NotFound("invoice issuer", "yet"));
  }

  @PUT
  @Path("/invoice-issuer")
  @Operation(operationId = "setInvoiceIssuer", summary = "Say who issues the invoices")
  @APIResponse(responseCode = "200", description = "Name and address")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Party issuer(@NotNull Party party) {
    return invoices.issuer(party);
  }
}
