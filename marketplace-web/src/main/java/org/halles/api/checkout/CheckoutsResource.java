package org.halles.api.checkout;

import com.fasterxml.jackson.core.JsonProcessingException;
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
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.json.Json;
import org.halles.api.order.OrderGroupAnswer;
import org.halles.api.problem.Problem;
import org.halles.marketplace.cart.Carts;
import org.halles.marketplace.checkout.Checkout;
import org.halles.marketplace.checkout.CheckoutRequest;
import org.halles.marketplace.order.OrderGroupStatus;
import org.halles.marketplace.order.OrderGroupView;
import org.halles.marketplace.shared.Idempotency;
import org.halles.marketplace.shared.Idempotency.Answer;
import org.halles.marketplace.shared.Refusal;

/**
 * Paying for a cart. The one resource that handles its idempotency key itself, because the answer
 * is stored in the very transaction that makes it true.
 */
@Path("/checkouts")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@Tag(name = "Buy")
@SecurityRequirements
public class CheckoutsResource {

  private static final String RETURN_PATH = "/fr/orders/{number}?accessKey={accessKey}";

  private Checkout checkout;
  private Carts carts;
  private CheckoutKeys keys;

  /** For the container. */
  public CheckoutsResource() {}

  @Inject
  public CheckoutsResource(Checkout checkout, Carts carts, CheckoutKeys keys) {
    this.checkout = checkout;
    this.carts = carts;
    this.keys = keys;
  }

  @POST
  @Operation(
      operationId = "pay",
      summary = "Order a cart and pay for it",
      description =
          "The same key and body again get the same answer. A cart becomes at most one live order,"
              + " whatever keys are sent. A referral is the code of the affiliate who sent the"
              + " buyer: it earns with the lines that no link (via) put in; a code nobody has"
              + " changes nothing.")
  @APIResponse(
      responseCode = "201",
      description =
          "Ordered: PAID, or AUTHORISED where the money is reserved now and taken when the vendors"
              + " have accepted or ship, or paid in cash at the door (gateway `cash`)",
      content = @Content(schema = @Schema(implementation = OrderGroupAnswer.class)))
  @APIResponse(
      responseCode = "202",
      description = "Ordered; the payment is under way, or the buyer must act: see nextAction",
      content = @Content(schema = @Schema(implementation = OrderGroupAnswer.class)))
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "402", ref = "PaymentDeclined")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  @APIResponse(responseCode = "422", ref = "Unprocessable")
  @APIResponse(responseCode = "502", ref = "GatewayUnavailable")
  public Response pay(
      @Parameter(required = true, description = "1 to 255 printable characters")
          @HeaderParam("Idempotency-Key")
          String key,
      @Valid @NotNull Purchase purchase) {
    purchase.refuseCardNumber();
    Idempotency.Begun begun = keys.begin(key, purchase.cartId(), purchase);
    return begun
        .answer()
        .map(CheckoutsResource::replayed)
        .orElseGet(() -> response(pay(purchase, begun)));
  }

  private Answer pay(Purchase purchase, Idempotency.Begun begun) {
    try {
      if (purchase.referral() != null) {
        carts.refer(purchase.cartId(), purchase.referral());
      }
      return answer(checkout.pay(request(purchase, begun)));
    } catch (Refusal refusal) {
      throw keys.remember(begun.ticket(), refusal);
    } catch (RuntimeException trouble) {
      throw keys.letGo(begun.ticket(), trouble);
    }
  }

  private static CheckoutRequest request(Purchase purchase, Idempotency.Begun begun) {
    Optional<Purchase.Payment> payment = Optional.ofNullable(purchase.payment());
    return new CheckoutRequest(
        purchase.cartId(),
        purchase.expectedTotal(),
        payment.map(Purchase.Payment::gateway).orElse(null),
        payment.map(Purchase.Payment::token).orElse(null),
        payment.map(Purchase.Payment::options).orElse(Map.of()),
        RETURN_PATH,
        Boolean.TRUE.equals(purchase.downloadAtOnce()),
        purchase.credit(),
        purchase.expectedContribution(),
        Optional.of(
            new CheckoutRequest.HeldKey(
                begun.ticket(), begun.takenOver(), CheckoutsResource::answer)));
  }

  static Answer answer(OrderGroupView order) {
    boolean waiting = order.status() == OrderGroupStatus.AWAITING_PAYMENT;
    try {
      return new Answer(
          waiting ? 202 : 201,
          Json.mapper().writeValueAsString(OrderGroupAnswer.of(order)),
          "order-groups/" + order.number());
    } catch (JsonProcessingException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  static Response replayed(Answer answer) {
    return Response.fromResponse(response(answer)).header("Idempotency-Replayed", "true").build();
  }

  static Response response(Answer answer) {
    Response.ResponseBuilder response =
        Response.status(answer.status())
            .entity(answer.body())
            .type(answer.status() < 400 ? MediaType.APPLICATION_JSON : Problem.MEDIA_TYPE);
    if (answer.location() != null) {
      response.location(URI.create(answer.location()));
    }
    return response.build();
  }
}
