package org.halles.api.returns;

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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.Continued;
import org.halles.api.SafeFile;
import org.halles.api.ShortList;
import org.halles.api.dispute.Said;
import org.halles.marketplace.returns.ReturnRequest;
import org.halles.marketplace.returns.ReturnView;
import org.halles.marketplace.returns.Rights;
import org.halles.marketplace.returns.SendingBack;
import org.halles.marketplace.shared.Page;

/** A buyer asks to send goods back. */
@Path("/order-groups/{number}/returns")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Buy")
@SecurityRequirements
@APIResponse(responseCode = "404", ref = "NotFound")
public class OrderGroupReturnsResource {

  private static final String KEY = "As returned by the checkout";

  /**
   * @param items what goes and went back, oldest first
   * @param next where the list goes on, or null
   * @param rights what may still go back, by vendor order
   */
  public record ReturnsAnswer(List<ReturnView> items, String next, List<Rights> rights)
      implements Continued {}

  private SendingBack sending;

  /** For the container. */
  public OrderGroupReturnsResource() {}

  @Inject
  public OrderGroupReturnsResource(SendingBack sending) {
    this.sending = sending;
  }

  @GET
  @Operation(
      operationId = "listOwnReturns",
      summary = "List what goes back of your purchase, and what still may")
  @APIResponse(responseCode = "200", description = "Returns and rights")
  public ReturnsAnswer list(
      @PathParam("number") String number,
      @Parameter(description = KEY) @QueryParam("accessKey") String accessKey,
      @BeanParam ShortList part) {
    Page<ReturnView> found = part.of(sending.list(number, accessKey));
    return new ReturnsAnswer(found.items(), found.next(), sending.rights(number, accessKey));
  }

  @POST
  @Operation(operationId = "askForReturn", summary = "Ask a vendor to take goods back")
  @APIResponse(
      responseCode = "201",
      description = "The return, REQUESTED",
      content = @Content(schema = @Schema(implementation = ReturnView.class)))
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "422", ref = "Unprocessable")
  public Response ask(
      @PathParam("number") String number,
      @Parameter(description = KEY) @QueryParam("accessKey") String accessKey,
      @Valid @NotNull Bodies.NewReturn wanted) {
    ReturnRequest request =
        new ReturnRequest(
            wanted.reason(),
            wanted.words(),
            Bodies.units(wanted.lines()),
            Said.evidence(wanted.files()),
            wanted.refundTo() == Bodies.RefundTo.credit);
    return created(sending.ask(number, accessKey, wanted.vendorOrder(), request));
  }

  @POST
  @Path("/{id}/sent")
  @Operation(operationId = "returnSent", summary = "Say that the goods are on their way back")
  @APIResponse(responseCode = "200", description = "The return, SENT")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public ReturnView sent(
      @PathParam("number") String number,
      @PathParam("id") UUID id,
      @Parameter(description = KEY) @QueryParam("accessKey") String accessKey,
      @Valid @NotNull Bodies.Sent how) {
    return sending.sent(number, accessKey, id, how.carrier(), how.trackingCode());
  }

  @POST
  @Path("/{id}/cancel")
  @Operation(operationId = "cancelReturn", summary = "Keep the goods after all")
  @APIResponse(responseCode = "200", description = "The return, CANCELLED")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public ReturnView cancel(
      @PathParam("number") String number,
      @PathParam("id") UUID id,
      @Parameter(description = KEY) @QueryParam("accessKey") String accessKey) {
    return sending.cancel(number, accessKey, id);
  }

  @POST
  @Path("/{id}/escalate")
  @Operation(
      operationId = "escalateReturn",
      summary = "Ask the marketplace to decide about a refusal")
  @APIResponse(responseCode = "200", description = "The return, waiting for the operator")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public ReturnView escalate(
      @PathParam("number") String number,
      @PathParam("id") UUID id,
      @Parameter(description = KEY) @QueryParam("accessKey") String accessKey) {
    return sending.escalate(number, accessKey, id);
  }

  @GET
  @Path("/{id}/files/{file}")
  @Produces("*/*")
  @Operation(
      operationId = "getOwnReturnFile",
      summary = "Read a file of your return; the label is the file with the return's own id")
  @APIResponse(responseCode = "200", description = "The file")
  public Response file(
      @PathParam("number") String number,
      @PathParam("id") UUID id,
      @PathParam("file") UUID file,
      @Parameter(description = KEY) @QueryParam("accessKey") String accessKey) {
    return SafeFile.answer(sending.file(number, accessKey, id, file));
  }

  static Response created(ReturnView made) {
    return Response.status(Response.Status.CREATED).entity(made).build();
  }
}
