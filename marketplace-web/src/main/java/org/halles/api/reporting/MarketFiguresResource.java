package org.halles.api.reporting;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.marketplace.reporting.Day;
import org.halles.marketplace.reporting.MarketFigures;

/** What the operator's dashboard shows. */
@Path("/operator/figures")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operate")
@SecurityRequirement(name = "bearer")
public class MarketFiguresResource {

  private static final int MOST_VENDORS = 10;

  /**
   * The market over a period.
   *
   * @param days sales and what of them the market kept, one a day and currency; days without any
   *     are left out
   * @param payments how attempts to pay went
   * @param topVendors who sold most
   * @param queues what waits for operators, with the age of the oldest
   */
  public record Answer(
      List<Day> days,
      MarketFigures.Payments payments,
      List<MarketFigures.TopVendor> topVendors,
      List<MarketFigures.Queue> queues) {}

  private MarketFigures figures;

  /** For the container. */
  public MarketFiguresResource() {}

  @Inject
  public MarketFiguresResource(MarketFigures figures) {
    this.figures = figures;
  }

  @GET
  @Operation(
      operationId = "getMarketFigures",
      summary = "See sales, commission, payments, top vendors and what waits")
  @APIResponse(responseCode = "200", description = "The figures of the dashboard")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  public Answer get(@BeanParam Period period) {
    int days = period.days();
    return new Answer(
        figures.days(days),
        figures.payments(days),
        figures.topVendors(days, MOST_VENDORS),
        figures.queues());
  }
}
