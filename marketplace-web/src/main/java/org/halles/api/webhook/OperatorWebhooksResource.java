package org.halles.api.webhook;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.OptionalInt;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.ETags;
import org.halles.api.ShortList;
import org.halles.api.Slice;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.webhook.DeliveryDetail;
import org.halles.marketplace.webhook.DeliveryStatus;
import org.halles.marketplace.webhook.DeliveryView;
import org.halles.marketplace.webhook.MadeSubscription;
import org.halles.marketplace.webhook.MarketplaceWebhooks;
import org.halles.marketplace.webhook.SubscriptionInput;
import org.halles.marketplace.webhook.SubscriptionView;

/** What the marketplace's own programs are told of. */
@Path("/operator/webhooks")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Operate")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
public class OperatorWebhooksResource {

  private MarketplaceWebhooks webhooks;

  /** For the container. */
  public OperatorWebhooksResource() {}

  @Inject
  public OperatorWebhooksResource(MarketplaceWebhooks webhooks) {
    this.webhooks = webhooks;
  }

  @GET
  @Operation(
      operationId = "listOperatorWebhooks",
      summary = "List the marketplace’s webhooks, newest first, without secrets")
  @APIResponse(responseCode = "200", description = "A page of webhooks")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Page<SubscriptionView> list(@BeanParam Slice slice) {
    return webhooks.list(slice.paging());
  }

  @GET
  @Path("/event-types")
  @Operation(
      operationId = "listOperatorWebhookEventTypes",
      summary = "List what a webhook can be told of")
  @APIResponse(responseCode = "200", description = "Names of events")
  public Page<String> eventTypes(@BeanParam ShortList part) {
    return part.of(EventTypes.codes(webhooks.eventTypes()));
  }

  @POST
  @Operation(
      operationId = "createOperatorWebhook",
      summary = "Have a program told what happens",
      description =
          "Messages are signed after the Standard Webhooks specification. The secret is shown this"
              + " once. The address begins with https:// and is public.")
  @APIResponse(
      responseCode = "201",
      description = "The webhook and its secret",
      content = @Content(schema = @Schema(implementation = MadeSubscription.class)))
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "422", ref = "Unprocessable")
  public Response create(@NotNull SubscriptionInput input) {
    MadeSubscription made = webhooks.create(input);
    return Response.created(URI.create("operator/webhooks/" + made.subscription().id()))
        .entity(made)
        .tag(ETags.of(made.subscription().version()))
        .build();
  }

  @GET
  @Path("/{webhook}")
  @Operation(operationId = "getOperatorWebhook", summary = "See a webhook, without its secret")
  @APIResponse(
      responseCode = "200",
      description = "The webhook; the ETag is its version",
      content = @Content(schema = @Schema(implementation = SubscriptionView.class)))
  @APIResponse(responseCode = "404", ref = "NotFound")
  public Response get(@PathParam("webhook") UUID webhook) {
    return answer(webhooks.get(webhook));
  }

  @PUT
  @Path("/{webhook}")
  @Operation(
      operationId = "changeOperatorWebhook",
      summary = "Change a webhook, or switch it on or off",
      description = "Send If-Match to notice edits of others.")
  @APIResponse(
      responseCode = "200",
      description = "The webhook; the ETag is its new version",
      content = @Content(schema = @Schema(implementation = SubscriptionView.class)))
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "412", ref = "PreconditionFailed")
  public Response change(
      @PathParam("webhook") UUID webhook,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull SubscriptionInput input) {
    OptionalInt expected = ETags.expected(ifMatch);
    Integer version = expected.isPresent() ? expected.getAsInt() : null;
    return answer(webhooks.change(webhook, version, input));
  }

  @DELETE
  @Path("/{webhook}")
  @Operation(operationId = "removeOperatorWebhook", summary = "End a webhook, with its log")
  @APIResponse(responseCode = "204", description = "Nothing is sent there any more")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public void remove(@PathParam("webhook") UUID webhook) {
    webhooks.remove(webhook);
  }

  @POST
  @Path("/{webhook}/secret")
  @Operation(
      operationId = "rotateOperatorWebhookSecret",
      summary = "Make a new secret",
      description = "It is shown this once. For 24 hours the former one signs too.")
  @APIResponse(responseCode = "200", description = "The webhook and its new secret")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public MadeSubscription rotate(@PathParam("webhook") UUID webhook) {
    return webhooks.rotate(webhook);
  }

  @POST
  @Path("/{webhook}/pings")
  @Operation(operationId = "pingOperatorWebhook", summary = "Send a test, `ping`")
  @APIResponse(
      responseCode = "202",
      description = "The message, on its way",
      content = @Content(schema = @Schema(implementation = DeliveryView.class)))
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "422", ref = "Unprocessable")
  public Response ping(@PathParam("webhook") UUID webhook) {
    return Response.accepted(webhooks.ping(webhook)).build();
  }

  @GET
  @Path("/{webhook}/deliveries")
  @Operation(
      operationId = "listOperatorWebhookDeliveries",
      summary = "List what was sent in the last 30 days, newest first")
  @APIResponse(responseCode = "200", description = "A page of messages")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public Page<DeliveryView> deliveries(
      @PathParam("webhook") UUID webhook,
      @QueryParam("status") DeliveryStatus status,
      @BeanParam Slice slice) {
    return webhooks.deliveries(webhook, status, slice.paging());
  }

  @GET
  @Path("/{webhook}/deliveries/{delivery}")
  @Operation(
      operationId = "getOperatorWebhookDelivery",
      summary = "See a message, its attempts and what was answered")
  @APIResponse(responseCode = "200", description = "The message")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public DeliveryDetail delivery(
      @PathParam("webhook") UUID webhook, @PathParam("delivery") UUID delivery) {
    return webhooks.delivery(webhook, delivery);
  }

  @POST
  @Path("/{webhook}/deliveries/{delivery}/resend")
  @Operation(
      operationId = "resendOperatorWebhookDelivery",
      summary = "Send a message again, under its number")
  @APIResponse(
      responseCode = "202",
      description = "The message, on its way",
      content = @Content(schema = @Schema(implementation = DeliveryView.class)))
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "422", ref = "Unprocessable")
  public Response resend(@PathParam("webhook") UUID webhook, @PathParam("delivery") UUID delivery) {
    return Response.accepted(webhooks.sendAgain(webhook, delivery)).build();
  }

  private static Response answer(SubscriptionView view) {
    return Response.ok(view).tag(ETags.of(view.version())).build();
  }
}
