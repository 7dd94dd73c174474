package org.halles.api.checkout;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.order.OrderGroupAnswer;
import org.halles.api.problem.Problem;
import org.halles.marketplace.checkout.CheckoutRequest;
import org.halles.marketplace.checkout.GiftCheckout;
import org.halles.marketplace.checkout.GiftCheckoutRequest;
import org.halles.marketplace.shared.Idempotency;
import org.halles.marketplace.shared.Idempotency.Answer;
import org.halles.marketplace.shared.Refusal;

/** Buying a gift card; its idempotency key is handled as that of a cart's checkout. */
@Path("/gift-cards/checkouts")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@Tag(name = "Buy")
@SecurityRequirements
public class GiftCardCheckoutsResource {

  private static final String RETURN_PATH = "/orders/{number}?accessKey={accessKey}";

  private GiftCheckout checkout;
  private CheckoutKeys keys;

  /** For the container. */
  public GiftCardCheckoutsResource() {}

  @Inject
  public GiftCardCheckoutsResource(GiftCheckout checkout, CheckoutKeys keys) {
    this.checkout = checkout;
    this.keys = keys;
  }

  @POST
  @Operation(
      operationId = "buyGiftCard",
      summary = "Buy a gift card and pay for it",
      description =
          "The code is mailed to `recipient` once it is paid, at once or on `deliverOn`; no answer"
              + " tells it. `id` is chosen by you, new for each purchase: it becomes at most one"
              + " live order, whatever keys are sent. What cards may be worth:"
              + " `GET /gift-cards`. A purchase is read and paid again under `/order-groups`.")
  @APIResponse(
      responseCode = "201",
      description = "Paid",
      content = @Content(schema = @Schema(implementation = OrderGroupAnswer.class)))
  @APIResponse(
      responseCode = "202",
      description = "Ordered; the payment is under way, or the buyer must act: see nextAction",
      content = @Content(schema = @Schema(implementation = OrderGroupAnswer.class)))
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "402", ref = "PaymentDeclined")
  @APIResponse(responseCode = "409", ref = "Conflict")
  @APIResponse(responseCode = "422", ref = "Unprocessable")
  @APIResponse(responseCode = "502", ref = "GatewayUnavailable")
  public Response pay(
      @Parameter(required = true, description = "1 to 255 printable characters")
          @HeaderParam("Idempotency-Key")
          String key,
      @Valid @NotNull NewGiftCard wanted) {
    wanted.payment().refuseCardNumber("payment.token");
    Idempotency.Begun begun = keys.begin(key, wanted.id(), wanted);
    return begun
        .answer()
        .map(CheckoutsResource::replayed)
        .orElseGet(() -> CheckoutsResource.response(pay(wanted, begun)));
  }

  private Answer pay(NewGiftCard wanted, Idempotency.Begun begun) {
    try {
      return CheckoutsResource.answer(checkout.pay(request(wanted, begun)));
    } catch (Refusal refusal) {
      throw keys.remember(begun.ticket(), refusal);
    } catch (RuntimeException trouble) {
      throw keys.letGo(begun.ticket(), trouble);
    }
  }

  private static GiftCheckoutRequest request(NewGiftCard wanted, Idempotency.Begun begun) {
    return new GiftCheckoutRequest(
        wanted.purchase(),
        wanted.payment().gateway(),
        wanted.payment().token(),
        wanted.payment().options(),
        "/" + ("en".equals(wanted.language()) ? "en" : "fr") + RETURN_PATH,
        Optional.of(
            new CheckoutRequest.HeldKey(
                begun.ticket(), begun.takenOver(), CheckoutsResource::answer)));
  }
}
