package org.halles.api.order;

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
import org.halles.api.Slice;
import org.halles.marketplace.ledger.PostingView;
import org.halles.marketplace.order.EarningLine;
import org.halles.marketplace.order.Earnings;
import org.halles.marketplace.order.VendorBalance;
import org.halles.marketplace.payout.VendorPayouts;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.vendor.Memberships;

/** What a vendor earned, and why. */
@Path("/vendor")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sell")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
public class VendorMoneyResource {

  /** One balance a currency. */
  public record BalancesAnswer(List<VendorBalance> balances) {}

  private Earnings earnings;
  private VendorPayouts payouts;
  private Memberships memberships;

  /** For the container. */
  public VendorMoneyResource() {}

  @Inject
  public VendorMoneyResource(Earnings earnings, VendorPayouts payouts, Memberships memberships) {
    this.earnings = earnings;
    this.payouts = payouts;
    this.memberships = memberships;
  }

  @GET
  @Path("/balance")
  @Operation(operationId = "getVendorBalance", summary = "See what you are owed, per currency")
  @APIResponse(responseCode = "200", description = "Balances up to this moment")
  public BalancesAnswer balance(@HeaderParam("X-Vendor") String vendor) {
    return new BalancesAnswer(payouts.balances(memberships.scopeOf(vendor)));
  }

  @GET
  @Path("/earnings")
  @Operation(
      operationId = "listVendorEarnings",
      summary = "List what each line earned, newest first, with the reason for every cent")
  @APIResponse(responseCode = "200", description = "A page of lines")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Page<EarningLine> lines(@HeaderParam("X-Vendor") String vendor, @BeanParam Slice slice) {
    return earnings.lines(memberships.scopeOf(vendor), slice.paging());
  }

  @GET
  @Path("/ledger")
  @Operation(operationId = "listVendorLedger", summary = "List your part of the book, newest first")
  @APIResponse(responseCode = "200", description = "A page of postings")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Page<PostingView> ledger(@HeaderParam("X-Vendor") String vendor, @BeanParam Slice slice) {
    return earnings.ledger(memberships.scopeOf(vendor), slice.paging());
  }
}
