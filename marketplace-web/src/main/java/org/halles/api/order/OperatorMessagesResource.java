package org.halles.api.order;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.ShortList;
import org.halles.marketplace.conversation.Conversations;
import org.halles.marketplace.conversation.Message;
import org.halles.marketplace.shared.Page;

/** The operator reads what is written about a purchase, and steps in. */
@Path("/operator/order-groups/{number}/messages")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Operate")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
@APIResponse(responseCode = "404", ref = "NotFound")
public class OperatorMessagesResource {

  private Conversations conversations;

  /** For the container. */
  public OperatorMessagesResource() {}

  @Inject
  public OperatorMessagesResource(Conversations conversations) {
    this.conversations = conversations;
  }

  @GET
  @Operation(
      operationId = "readMessages",
      summary = "Read what was written about one part of a purchase")
  @APIResponse(responseCode = "200", description = "Messages, oldest first")
  public Page<Message> list(
      @PathParam("number") String number,
      @Parameter(description = "Number of the vendor order") @QueryParam("vendorOrder") String part,
      @BeanParam ShortList wanted) {
    return wanted.of(conversations.ofOperator(number, part));
  }

  @POST
  @Operation(operationId = "stepIn", summary = "Write to buyer and vendor, marked as operator")
  @APIResponse(
      responseCode = "201",
      description = "The message as it was stored",
      content = @Content(schema = @Schema(implementation = Message.class)))
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Response write(
      @PathParam("number") String number,
      @Parameter(description = "Number of the vendor order") @QueryParam("vendorOrder") String part,
      @Valid @NotNull NewMessage message) {
    Message written = conversations.byOperator(number, part, message.text());
    return Response.status(Response.Status.CREATED).entity(written).build();
  }
}
