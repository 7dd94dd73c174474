package org.halles.api.credit;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.marketplace.credit.SoldCardView;
import org.halles.marketplace.refund.BuyerRefund;
import org.halles.marketplace.refund.GiftCardPurchases;
import org.halles.marketplace.shared.NotFound;

/** The gift card somebody bought. */
@Path("/order-groups/{number}/gift-card")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Buy")
@SecurityRequirements
public class OrderGroupGiftCardResource {

  private GiftCardPurchases purchases;

  /** For the container. */
  public OrderGroupGiftCardResource() {}

  @Inject
  public OrderGroupGiftCardResource(GiftCardPurchases purchases) {
    this.purchases = purchases;
  }

  @GET
  @Operation(
      operationId = "getBoughtGiftCard",
      summary = "Follow a gift card one bought",
      description = "Its code is in the recipient’s letter and nowhere else.")
  @APIResponse(responseCode = "200", description = "Whom it is for, and when its letter goes out")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public SoldCardView get(
      @PathParam("number") String number,
      @Parameter(description = "As returned by the checkout") @QueryParam("accessKey")
          String accessKey) {
    return purchases
        .of(number, accessKey)
        .orElseThrow(() -> new NotFound("gift card of order", number));
  }

  @POST
  @Path("/withdrawal")
  @Operation(
      operationId = "withdrawFromGiftCard",
      summary = "Withdraw from the purchase of a gift card",
      description =
          "Within 14 days, while nothing of it was spent: all of the money goes back as it came.")
  @APIResponse(responseCode = "200", description = "What goes back")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public BuyerRefund withdraw(
      @PathParam("number") String number,
      @Parameter(description = "As returned by the checkout") @QueryParam("accessKey")
          String accessKey) {
    return purchases.withdraw(number, accessKey);
  }
}
