package org.halles.api.reporting;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.marketplace.reporting.Day;
import org.halles.marketplace.reporting.VendorFigures;
import org.halles.marketplace.vendor.Memberships;
import org.halles.marketplace.vendor.VendorScope;

/** What a vendor's dashboard shows. */
@Path("/vendor/figures")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sell")
@SecurityRequirement(name = "bearer")
public class VendorFiguresResource {

  /**
   * A stall over a period.
   *
   * @param days sales and earnings, one a day and currency; days without any are left out
   * @param waiting what waits besides orders and messages
   */
  public record Answer(List<Day> days, VendorFigures.Waiting waiting) {}

  private VendorFigures figures;
  private Memberships memberships;

  /** For the container. */
  public VendorFiguresResource() {}

  @Inject
  public VendorFiguresResource(VendorFigures figures, Memberships memberships) {
    this.figures = figures;
    this.memberships = memberships;
  }

  @GET
  @Operation(
      operationId = "getVendorFigures",
      summary = "See your sales and earnings by day, and what waits for you")
  @APIResponse(responseCode = "200", description = "The figures of the dashboard")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  public Answer get(@HeaderParam("X-Vendor") String vendor, @BeanParam Period period) {
    VendorScope scope = memberships.scopeOf(vendor);
    return new Answer(figures.days(scope, period.days()), figures.waiting(scope));
  }
}
