package org.halles.api.order;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.ShortList;
import org.halles.marketplace.conversation.Conversations;
import org.halles.marketplace.conversation.Message;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.vendor.Memberships;

/** What buyers write about a vendor's orders, and what it answers. */
@Path("/vendor/orders/{number}/messages")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Sell")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
@APIResponse(responseCode = "404", ref = "NotFound")
public class VendorMessagesResource {

  private Conversations conversations;
  private Memberships memberships;

  /** For the container. */
  public VendorMessagesResource() {}

  @Inject
  public VendorMessagesResource(Conversations conversations, Memberships memberships) {
    this.conversations = conversations;
    this.memberships = memberships;
  }

  @GET
  @Operation(operationId = "listVendorMessages", summary = "Read what was written about an order")
  @APIResponse(responseCode = "200", description = "Messages, oldest first")
  public Page<Message> list(
      @HeaderParam("X-Vendor") String vendor,
      @PathParam("number") String number,
      @BeanParam ShortList wanted) {
    return wanted.of(conversations.ofVendor(memberships.scopeOf(vendor), number));
  }

  @POST
  @Operation(operationId = "writeToBuyer", summary = "Write to the buyer")
  @APIResponse(
      responseCode = "201",
      description = "The message as it was stored",
      content = @Content(schema = @Schema(implementation = Message.class)))
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Response write(
      @HeaderParam("X-Vendor") String vendor,
      @PathParam("number") String number,
      @Valid @NotNull NewMessage message) {
    Message written = conversations.byVendor(memberships.scopeOf(vendor), number, message.text());
    return Response.status(Response.Status.CREATED).entity(written).build();
  }

  @POST
  @Path("/seen")
  @Consumes(MediaType.WILDCARD)
  @Operation(operationId = "seeMessages", summary = "Say that you have read them")
  @APIResponse(responseCode = "204", description = "Noted")
  public void seen(@HeaderParam("X-Vendor") String vendor, @PathParam("number") String number) {
    conversations.seenByVendor(memberships.scopeOf(vendor), number);
  }
}
