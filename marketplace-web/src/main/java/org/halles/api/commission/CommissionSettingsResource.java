package org.halles.api.commission;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.marketplace.commission.CommissionSettings;
import org.halles.marketplace.commission.CommissionTerms;
import org.halles.spi.Rate;

/** What holds for every commission, whatever the rules. */
@Path("/operator/settings/commission")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Operate")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
public class CommissionSettingsResource {

  private CommissionSettings settings;

  /** For the container. */
  public CommissionSettingsResource() {}

  @Inject
  public CommissionSettingsResource(CommissionSettings settings) {
    this.settings = settings;
  }

  @GET
  @Operation(
      operationId = "getCommissionSettings",
      summary = "See fallback rate and VAT",
      description =
          "The fallback rate is what a line pays that no rule decides, or whose rule's "
              + "plugin fails or is gone.")
  @APIResponse(responseCode = "200", description = "Percentages")
  public CommissionTerms.Input get() {
    return written(settings.get());
  }

  @PUT
  @Operation(
      operationId = "settleCommission",
      summary = "Settle fallback rate and VAT anew",
      description = "Holds for carts from now on; what is paid does not change.")
  @APIResponse(responseCode = "200", description = "Percentages")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public CommissionTerms.Input settle(@NotNull CommissionTerms.Input input) {
    return written(settings.settle(input));
  }

  private static CommissionTerms.Input written(CommissionTerms terms) {
    return new CommissionTerms.Input(
        percent(terms.fallback()),
        terms.vat().jurisdiction(),
        percents(terms.vat().traders()),
        percents(terms.vat().privatePersons()));
  }

  private static Map<String, String> percents(Map<String, Rate> rates) {
    Map<String, String> percents = new TreeMap<>();
    rates.forEach((country, rate) -> percents.put(country, percent(rate)));
    return percents;
  }

  private static String percent(Rate rate) {
    return rate.toPercent().stripTrailingZeros().toPlainString();
  }
}
