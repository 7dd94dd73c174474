package org.halles.api.cart;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.marketplace.cart.CartCredits;
import org.halles.marketplace.cart.Carts;
import org.halles.marketplace.cart.DeliveryInput;
import org.halles.marketplace.pricing.Wish;
import org.halles.spi.CurrencyCode;

/** Carts: made by anybody, seen and changed by whoever knows the id. */
@Path("/carts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Buy")
@SecurityRequirements
public class CartsResource {

  /** What a cart begins with. */
  public record NewCart(@NotNull CurrencyCode currency, String language) {}

  /**
   * So many units of an offer.
   *
   * @param via the code of the affiliate by whose link the buyer came; may be left out, and
   *     somebody unknown changes nothing
   */
  public record NewLine(@NotNull UUID offerId, @NotNull Integer quantity, String via) {}

  /** So many units instead. */
  public record Quantity(@NotNull Integer quantity) {}

  /** A coupon's code. */
  public record Coupon(@NotBlank String code) {}

  /** What the buyer's own books know the purchase by. */
  public record PurchaseOrder(String purchaseOrder) {}

  /**
   * A gift card to pay with, or all that the account has.
   *
   * @param code of the card; left out: the store credit and cards kept in the account
   */
  public record NewCredit(@Size(max = 40) String code) {}

  /** How one vendor ships. */
  public record ShippingChoice(@NotNull UUID vendorId, @NotBlank String optionId) {}

  /** What the buyer adds for others: the ids of offers in the cart's {@code contributions}. */
  public record Contributions(@NotNull List<@NotBlank String> chosen) {}

  private Carts carts;
  private CartCredits credits;
  private HttpServletRequest request;

  /** For the container. */
  public CartsResource() {}

  @Inject
  public CartsResource(Carts carts, CartCredits credits, HttpServletRequest request) {
    this.carts = carts;
    this.credits = credits;
    this.request = request;
  }

  @POST
  @Operation(operationId = "createCart", summary = "Start a cart")
  @APIResponse(
      responseCode = "201",
      description = "The empty cart; its id is the key to it",
      content = @Content(schema = @Schema(implementation = CartAnswer.class)))
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Response create(@Valid @NotNull NewCart cart) {
    CartAnswer answer = CartAnswer.of(carts.create(cart.currency(), cart.language()));
    return Response.created(URI.create("carts/" + answer.id())).entity(answer).build();
  }

  @GET
  @Path("/{cart}")
  @Operation(operationId = "getCart", summary = "Look at a cart, priced now")
  @APIResponse(responseCode = "200", description = "The whole cart")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public CartAnswer get(@PathParam("cart") UUID cart) {
    return CartAnswer.of(carts.get(cart));
  }

  @POST
  @Path("/{cart}/lines")
  @Operation(
      operationId = "addToCart",
      summary = "Put an offer into the cart",
      description = "Units of an offer that is in the cart already add up.")
  @APIResponse(responseCode = "200", description = "The whole cart")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  @APIResponse(responseCode = "422", ref = "Unprocessable")
  public CartAnswer add(@PathParam("cart") UUID cart, @Valid @NotNull NewLine line) {
    return CartAnswer.of(carts.add(cart, line.offerId(), line.quantity(), line.via()));
  }

  @PATCH
  @Path("/{cart}/lines/{line}")
  @Operation(operationId = "changeCartLine", summary = "Change how many units a line holds")
  @APIResponse(responseCode = "200", description = "The whole cart")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public CartAnswer change(
      @PathParam("cart") UUID cart,
      @PathParam("line") UUID line,
      @Valid @NotNull Quantity quantity) {
    return CartAnswer.of(carts.setQuantity(cart, line, quantity.quantity()));
  }

  @PUT
  @Path("/{cart}/lines/{line}/wish")
  @Operation(
      operationId = "wishCartLine",
      summary = "Say when and how a service is wished",
      description = "Both are replaced; the vendor reads them with the order.")
  @APIResponse(responseCode = "200", description = "The whole cart")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public CartAnswer wish(
      @PathParam("cart") UUID cart, @PathParam("line") UUID line, @NotNull Wish wish) {
    return CartAnswer.of(carts.wish(cart, line, wish));
  }

  @DELETE
  @Path("/{cart}/lines/{line}")
  @Operation(operationId = "removeCartLine", summary = "Take a line out")
  @APIResponse(responseCode = "200", description = "The whole cart")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public CartAnswer remove(@PathParam("cart") UUID cart, @PathParam("line") UUID line) {
    return CartAnswer.of(carts.remove(cart, line));
  }

  @POST
  @Path("/{cart}/coupons")
  @Operation(
      operationId = "enterCoupon",
      summary = "Enter a coupon's code",
      description =
          "A code that does not apply yet is kept: the reductions of the answer say why, and what"
              + " is missing.")
  @APIResponse(responseCode = "200", description = "The whole cart")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  @APIResponse(responseCode = "422", ref = "Unprocessable")
  public CartAnswer enter(@PathParam("cart") UUID cart, @Valid @NotNull Coupon coupon) {
    return CartAnswer.of(carts.enter(cart, coupon.code()));
  }

  @DELETE
  @Path("/{cart}/coupons/{code}")
  @Operation(operationId = "leaveCoupon", summary = "Take a coupon's code out")
  @APIResponse(responseCode = "200", description = "The whole cart")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public CartAnswer leave(@PathParam("cart") UUID cart, @PathParam("code") String code) {
    return CartAnswer.of(carts.leave(cart, code));
  }

  @GET
  @Path("/{cart}/credits")
  @Operation(
      operationId = "getCartCredits",
      summary = "See what gift cards and store credit pay of a cart, and what is left")
  @APIResponse(responseCode = "200", description = "How the cart would be paid now")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public CartCredits.Plan credits(@PathParam("cart") UUID cart) {
    return credits.of(cart);
  }

  @POST
  @Path("/{cart}/credits")
  @Operation(
      operationId = "enterCredit",
      summary = "Pay with a gift card, or with what the account has",
      description =
          "Each pays as much as it can, in the order in which they were entered. Nothing is taken"
              + " before the cart is ordered. Wrong codes are counted; too many are refused.")
  @APIResponse(responseCode = "200", description = "How the cart would be paid now")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  @APIResponse(responseCode = "422", ref = "Unprocessable")
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  public CartCredits.Plan enterCredit(
      @PathParam("cart") UUID cart, @Valid @NotNull NewCredit credit) {
    if (credit.code() == null) {
      credits.enterOwn(cart);
    } else {
      credits.enter(cart, credit.code(), request.getRemoteAddr());
    }
    return credits.of(cart);
  }

  @DELETE
  @Path("/{cart}/credits/{credit}")
  @Operation(operationId = "leaveCredit", summary = "Do not pay with this credit")
  @APIResponse(responseCode = "200", description = "How the cart would be paid now")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public CartCredits.Plan leaveCredit(
      @PathParam("cart") UUID cart, @PathParam("credit") UUID credit) {
    credits.leave(cart, credit);
    return credits.of(cart);
  }

  @PUT
  @Path("/{cart}/contributions")
  @Operation(
      operationId = "chooseContributions",
      summary = "Say what the buyer adds for others",
      description = "Exactly these are in the total; none for an empty list.")
  @APIResponse(responseCode = "200", description = "The whole cart")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public CartAnswer contribute(
      @PathParam("cart") UUID cart, @Valid @NotNull Contributions contributions) {
    return CartAnswer.of(carts.contribute(cart, contributions.chosen()));
  }

  @PUT
  @Path("/{cart}/delivery")
  @Operation(operationId = "deliverCart", summary = "Say who receives it, and where")
  @APIResponse(responseCode = "200", description = "The whole cart")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public CartAnswer deliver(@PathParam("cart") UUID cart, @NotNull DeliveryInput delivery) {
    return CartAnswer.of(carts.deliver(cart, delivery));
  }

  @PUT
  @Path("/{cart}/purchase-order")
  @Operation(
      operationId = "namePurchaseOrder",
      summary = "Say which number your own books know the purchase by",
      description = "It stands on the order and on packing slips. An empty value removes it.")
  @APIResponse(responseCode = "200", description = "The whole cart")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public CartAnswer purchaseOrder(
      @PathParam("cart") UUID cart, @Valid @NotNull PurchaseOrder named) {
    return CartAnswer.of(carts.purchaseOrder(cart, named.purchaseOrder()));
  }

  @PUT
  @Path("/{cart}/shipping")
  @Operation(
      operationId = "chooseShipping",
      summary = "Choose how one vendor ships",
      description = "Until then the cheapest option is chosen.")
  @APIResponse(responseCode = "200", description = "The whole cart")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public CartAnswer choose(@PathParam("cart") UUID cart, @Valid @NotNull ShippingChoice choice) {
    return CartAnswer.of(carts.chooseShipping(cart, choice.vendorId(), choice.optionId()));
  }
}
