package org.halles.api.order;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.checkout.Purchase;
import org.halles.marketplace.checkout.PayAgain;
import org.halles.marketplace.checkout.PayAgainRequest;
import org.halles.marketplace.order.OrderGroupStatus;
import org.halles.marketplace.order.OrderGroupView;

/** Another attempt to pay an order. */
@Path("/order-groups/{number}/payments")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Buy")
@SecurityRequirements
public class OrderGroupPaymentsResource {

  private PayAgain payAgain;

  /** For the container. */
  public OrderGroupPaymentsResource() {}

  @Inject
  public OrderGroupPaymentsResource(PayAgain payAgain) {
    this.payAgain = payAgain;
  }

  @POST
  @Operation(
      operationId = "payOrderGroupAgain",
      summary = "Pay an order whose payment was declined, expired or left waiting",
      description =
          "With another card or in another way, at the prices that were agreed on, for three days."
              + " An attempt that waits for its buyer is given up first; while a gateway decides,"
              + " 409. Every attempt is listed under `payments`.")
  @APIResponse(
      responseCode = "201",
      description = "Paid",
      content = @Content(schema = @Schema(implementation = OrderGroupAnswer.class)))
  @APIResponse(
      responseCode = "202",
      description = "The payment is under way, or the buyer must act: see nextAction",
      content = @Content(schema = @Schema(implementation = OrderGroupAnswer.class)))
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "402", ref = "PaymentDeclined")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  @APIResponse(responseCode = "502", ref = "GatewayUnavailable")
  public Response pay(
      @PathParam("number") String number,
      @Parameter(description = "As returned by the checkout") @QueryParam("accessKey")
          String accessKey,
      @Valid @NotNull Purchase.Payment payment) {
    payment.refuseCardNumber("token");
    String key = accessKey == null ? "" : "?accessKey=" + accessKey;
    OrderGroupView order =
        payAgain.pay(
            new PayAgainRequest(
                number,
                accessKey,
                payment.gateway(),
                payment.token(),
                payment.options(),
                "/fr/orders/" + number + key));
    boolean waiting = order.status() == OrderGroupStatus.AWAITING_PAYMENT;
    return Response.status(waiting ? 202 : 201).entity(OrderGroupAnswer.of(order)).build();
  }
}
