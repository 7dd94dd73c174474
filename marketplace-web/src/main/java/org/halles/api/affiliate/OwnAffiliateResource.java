package org.halles.api.affiliate;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.Slice;
import org.halles.marketplace.affiliate.Affiliate;
import org.halles.marketplace.affiliate.AffiliateBalance;
import org.halles.marketplace.affiliate.AffiliateRates;
import org.halles.marketplace.affiliate.AffiliateSale;
import org.halles.marketplace.affiliate.AffiliateSales;
import org.halles.marketplace.affiliate.Affiliates;
import org.halles.marketplace.affiliate.Application;
import org.halles.marketplace.onboarding.BankDetails;
import org.halles.marketplace.payout.AffiliatePayouts;
import org.halles.marketplace.payout.PayoutView;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Page;

/** Sending buyers to the marketplace for a share of what they buy. */
@Path("/account/affiliate")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Buy")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
public class OwnAffiliateResource {

  /**
   * An affiliate and its money.
   *
   * @param returnDays how many days after delivery a share waits
   * @param account the end of the IBAN it is paid to, or null
   */
  public record OwnAffiliate(
      Affiliate affiliate, int returnDays, List<AffiliateBalance> balances, String account) {}

  /** The end of an IBAN. */
  public record NamedAccount(String ending) {}

  private Affiliates affiliates;
  private AffiliateSales sales;
  private AffiliateRates rates;
  private AffiliatePayouts payouts;

  /** For the container. */
  public OwnAffiliateResource() {}

  @Inject
  public OwnAffiliateResource(
      Affiliates affiliates, AffiliateSales sales, AffiliateRates rates, AffiliatePayouts payouts) {
    this.affiliates = affiliates;
    this.sales = sales;
    this.rates = rates;
    this.payouts = payouts;
  }

  @GET
  @Operation(operationId = "getOwnAffiliate", summary = "See where one stands as an affiliate")
  @APIResponse(responseCode = "200", description = "The affiliate and its balances")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public OwnAffiliate mine() {
    Affiliate own =
        affiliates.mine().orElseThrow(() -> new NotFound("affiliate", "of this account"));
    return new OwnAffiliate(
        own, rates.returnDays(), sales.balances(), payouts.account().orElse(null));
  }

  @POST
  @Operation(
      operationId = "applyAsAffiliate",
      summary = "Ask to become an affiliate",
      description = "The operator decides. Who was refused may ask again.")
  @APIResponse(responseCode = "200", description = "The application")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public Affiliate apply(@NotNull Application application) {
    return affiliates.apply(application);
  }

  @GET
  @Path("/sales")
  @Operation(operationId = "listAffiliateSales", summary = "List one’s sales, newest first")
  @APIResponse(responseCode = "200", description = "A page of sales, without buyers or goods")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public Page<AffiliateSale> sales(@BeanParam Slice slice) {
    return sales.mine(slice.paging());
  }

  @GET
  @Path("/payouts")
  @Operation(operationId = "listAffiliatePayouts", summary = "List what one was paid, newest first")
  @APIResponse(responseCode = "200", description = "A page of payouts")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public Page<PayoutView> payouts(@BeanParam Slice slice) {
    return payouts.mine(slice.paging());
  }

  @PUT
  @Path("/payout-account")
  @Operation(operationId = "nameAffiliateAccount", summary = "Name the account to be paid to")
  @APIResponse(responseCode = "200", description = "The end of its IBAN")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public NamedAccount name(@NotNull BankDetails account) {
    return new NamedAccount(payouts.name(account));
  }
}
