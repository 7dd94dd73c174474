package org.halles.api.payout;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.ShortList;
import org.halles.api.Slice;
import org.halles.marketplace.payout.PayoutPolicy;
import org.halles.marketplace.payout.PayoutSort;
import org.halles.marketplace.payout.PayoutView;
import org.halles.marketplace.payout.Rhythm;
import org.halles.marketplace.payout.SignUps;
import org.halles.marketplace.payout.VendorPayouts;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.vendor.Memberships;
import org.halles.marketplace.vendor.VendorScope;

/** What a vendor was paid, and how it wants to be paid. */
@Path("/vendor")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Sell")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
public class VendorPayoutsResource {

  /**
   * How to be paid.
   *
   * @param minimum minor units by currency below which money is carried over; may be left out
   */
  public record Wish(Rhythm rhythm, Map<String, Long> minimum) {}

  private VendorPayouts payouts;
  private SignUps signUps;
  private Memberships memberships;

  /** For the container. */
  public VendorPayoutsResource() {}

  @Inject
  public VendorPayoutsResource(VendorPayouts payouts, SignUps signUps, Memberships memberships) {
    this.payouts = payouts;
    this.signUps = signUps;
    this.memberships = memberships;
  }

  @GET
  @Path("/payouts")
  @Operation(operationId = "listVendorPayouts", summary = "List your payouts")
  @APIResponse(responseCode = "200", description = "A page of payouts")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Page<PayoutView> list(
      @HeaderParam("X-Vendor") String vendor,
      @Parameter(description = "NEWEST if left out") @QueryParam("sort") PayoutSort sort,
      @BeanParam Slice slice) {
    return payouts.list(memberships.scopeOf(vendor), sort, slice.paging());
  }

  @GET
  @Path("/payout-policy")
  @Operation(operationId = "getPayoutPolicy", summary = "See how you are paid")
  @APIResponse(responseCode = "200", description = "Rhythm, minimum, and what keeps money back")
  public PayoutPolicy policy(@HeaderParam("X-Vendor") String vendor) {
    return payouts.policy(memberships.scopeOf(vendor));
  }

  @PUT
  @Path("/payout-policy")
  @Operation(
      operationId = "choosePayouts",
      summary = "Choose how often you are paid, and from what")
  @APIResponse(responseCode = "200", description = "How you are paid now")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public PayoutPolicy choose(@HeaderParam("X-Vendor") String vendor, @NotNull Wish wish) {
    return payouts.choose(memberships.scopeOf(vendor), wish.rhythm(), wish.minimum());
  }

  @POST
  @Path("/payout-requests")
  @Operation(operationId = "requestPayout", summary = "Ask to be paid with the next run")
  @APIResponse(responseCode = "200", description = "How you are paid now")
  public PayoutPolicy request(@HeaderParam("X-Vendor") String vendor) {
    return payouts.request(memberships.scopeOf(vendor));
  }

  @GET
  @Path("/payout-accounts")
  @Operation(
      operationId = "listPayoutAccounts",
      summary = "See with which gateways you can sign up to be paid")
  @APIResponse(responseCode = "200", description = "NONE, BEGUN or READY for each")
  public Page<SignUps.SignUp> accounts(
      @HeaderParam("X-Vendor") String vendor, @BeanParam ShortList part) {
    return part.of(signUps.of(memberships.scopeOf(vendor)));
  }

  @POST
  @Path("/payout-accounts/{gateway}")
  @Operation(
      operationId = "signUpForPayouts",
      summary = "Go on signing up with a gateway",
      description = "On the gateway's own pages; it leads back to the page of payouts.")
  @APIResponse(responseCode = "200", description = "Where to go on")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public SignUps.Continue signUp(
      @HeaderParam("X-Vendor") String vendor, @PathParam("gateway") String gateway) {
    VendorScope scope = memberships.scopeOf(vendor);
    return signUps.begin(scope, gateway, "/vendor/" + scope.slug() + "/payouts");
  }
}
