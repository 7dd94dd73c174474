package org.halles.api.invoicing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.ShortList;
import org.halles.marketplace.invoicing.TaxOwed;
import org.halles.marketplace.invoicing.TaxPayments;
import org.halles.marketplace.shared.Page;
import org.halles.spi.Money;

/** Tax that the marketplace owes to states, and what of it was paid. */
@Path("/operator")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Operate")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
public class TaxPaymentsResource {

  /**
   * Tax that was paid.
   *
   * @param account what was paid, as the list of what is owed names it
   * @param amount at most what is owed
   * @param reference what the bank or the tax office knows it by
   */
  public record NewTaxPayment(@NotNull String account, Money amount, String reference) {}

  private TaxPayments payments;

  /** For the container. */
  public TaxPaymentsResource() {}

  @Inject
  public TaxPaymentsResource(TaxPayments payments) {
    this.payments = payments;
  }

  @GET
  @Path("/tax-owed")
  @Operation(
      operationId = "listTaxOwed",
      summary = "List tax that the marketplace owes, by state and currency",
      description =
          "What it kept of sales and the VAT in its buyers' fee stand under their state, the VAT on"
              + " commissions and vendors' fees under none.")
  @APIResponse(responseCode = "200", description = "What is owed")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Page<TaxOwed> owed(@BeanParam ShortList part) {
    return part.of(payments.owed());
  }

  @POST
  @Path("/tax-payments")
  @Operation(
      operationId = "recordTaxPayment",
      summary = "Record that tax was paid from the bank",
      description =
          "The entries are read at /operator/ledger/entries with the source type tax-payment.")
  @APIResponse(responseCode = "200", description = "What is still owed")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public TaxOwed record(@Valid @NotNull NewTaxPayment paid) {
    return payments.record(paid.account(), paid.amount(), paid.reference());
  }
}
