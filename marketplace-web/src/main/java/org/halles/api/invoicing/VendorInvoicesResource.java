package org.halles.api.invoicing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.Slice;
import org.halles.marketplace.invoicing.InvoiceView;
import org.halles.marketplace.invoicing.Invoices;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.vendor.Memberships;

/** Invoices and credit notes that a vendor got from the platform. */
@Path("/vendor/invoices")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Sell")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
public class VendorInvoicesResource {

  private Invoices invoices;
  private Memberships memberships;

  /** For the container. */
  public VendorInvoicesResource() {}

  @Inject
  public VendorInvoicesResource(Invoices invoices, Memberships memberships) {
    this.invoices = invoices;
    this.memberships = memberships;
  }

  @GET
  @Operation(
      operationId = "listInvoices",
      summary = "List the platform’s invoices and credit notes to you, newest first")
  @APIResponse(responseCode = "200", description = "A page of invoices, without their lines")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Page<InvoiceView> list(@HeaderParam("X-Vendor") String vendor, @BeanParam Slice slice) {
    return invoices.of(memberships.scopeOf(vendor), slice.paging());
  }

  @GET
  @Path("/{number}")
  @Operation(operationId = "getInvoice", summary = "See an invoice with its lines")
  @APIResponse(responseCode = "200", description = "The invoice")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public InvoiceView get(
      @HeaderParam("X-Vendor") String vendor, @PathParam("number") String number) {
    return invoices.get(memberships.scopeOf(vendor), number);
  }

  @GET
  @Path("/{number}/invoice.pdf")
  @Produces("application/pdf")
  @Operation(operationId = "printInvoice", summary = "Download an invoice as PDF")
  @APIResponse(responseCode = "200", description = "To be printed")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public Response pdf(
      @HeaderParam("X-Vendor") String vendor,
      @PathParam("number") String number,
      @QueryParam("language") @DefaultValue("fr") String language) {
    return InvoiceFiles.pdf(get(vendor, number), language);
  }

  @GET
  @Path("/{number}/details.csv")
  @Produces("text/csv;charset=UTF-8")
  @Operation(
      operationId = "downloadInvoiceDetails",
      summary = "Download what the month of an invoice rests on, entry by entry, as CSV")
  @APIResponse(responseCode = "200", description = "For a spreadsheet")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public Response csv(@HeaderParam("X-Vendor") String vendor, @PathParam("number") String number) {
    return InvoiceFiles.csv(number, invoices.details(memberships.scopeOf(vendor), number));
  }
}
