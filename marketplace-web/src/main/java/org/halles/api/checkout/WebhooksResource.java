package org.halles.api.checkout;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.marketplace.checkout.GatewayMessages;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Violation;

/** What gateways tell us: verified on the raw bytes, believed only as a reason to ask. */
@Path("/webhooks")
@RequestScoped
@Consumes(MediaType.WILDCARD)
@Tag(name = "Buy")
@SecurityRequirements
public class WebhooksResource {

  private GatewayMessages messages;

  /** For the container. */
  public WebhooksResource() {}

  @Inject
  public WebhooksResource(GatewayMessages messages) {
    this.messages = messages;
  }

  @POST
  @Path("/{gateway}")
  @Operation(
      operationId = "receiveGatewayMessage",
      summary = "For gateways: tell that something happened to a payment",
      description = "Signed by the gateway. A message that comes again is answered the same.")
  @APIResponse(responseCode = "204", description = "Understood")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public void receive(
      @PathParam("gateway") String gateway, @Context HttpHeaders headers, byte[] body) {
    if (!messages.receive(gateway, body, lowerCase(headers))) {
      throw new InvalidInput(new Violation("signature", "is missing or wrong", null));
    }
  }

  private static Map<String, String> lowerCase(HttpHeaders headers) {
    Map<String, String> flat = new HashMap<>();
    headers
        .getRequestHeaders()
        .forEach(
            (name, values) -> flat.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
    return flat;
  }
}
