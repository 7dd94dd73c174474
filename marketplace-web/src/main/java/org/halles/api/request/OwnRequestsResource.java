package org.halles.api.request;

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
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.Slice;
import org.halles.marketplace.notice.ComplaintView;
import org.halles.marketplace.notice.Complaints;
import org.halles.marketplace.notice.StatementOfReasons;
import org.halles.marketplace.request.BidView;
import org.halles.marketplace.request.Choosing;
import org.halles.marketplace.request.OwnRequest;
import org.halles.marketplace.request.RequestView;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Page;

/** A buyer compares the offers on an own request, asks back, and accepts one. */
@Path("/own-requests")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Requests")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
public class OwnRequestsResource {

  /**
   * @param revision of the offer as it was read
   */
  public record Acceptance(@NotNull Integer revision) {}

  /**
   * @param vendorId one that has made an offer or has asked
   * @param text 1 to 4000 characters
   */
  public record Question(@NotNull UUID vendorId, String text) {}

  /** Why the decision is wrong. */
  public record OwnComplaint(String text) {}

  private Choosing choosing;
  private Complaints complaints;

  /** For the container. */
  public OwnRequestsResource() {}

  @Inject
  public OwnRequestsResource(Choosing choosing, Complaints complaints) {
    this.choosing = choosing;
    this.complaints = complaints;
  }

  @GET
  @Operation(operationId = "listOwnRequests", summary = "List your requests, newest first")
  @APIResponse(responseCode = "200", description = "A page of requests")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Page<RequestView> list(@BeanParam Slice slice) {
    return choosing.mine(slice.paging());
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getOwnRequest", summary = "Read one with the offers on it")
  @APIResponse(responseCode = "200", description = "The request, the cheapest offer first")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public OwnRequest get(@PathParam("id") UUID id) {
    return choosing.get(id);
  }

  @POST
  @Path("/{id}/close")
  @Operation(operationId = "closeRequest", summary = "Want nothing of it any more")
  @APIResponse(responseCode = "200", description = "The request, CLOSED")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public OwnRequest close(@PathParam("id") UUID id) {
    return choosing.close(id);
  }

  @GET
  @Path("/{id}/decision")
  @Operation(
      operationId = "getDecisionAgainstRequest",
      summary = "Read why a request of yours was taken down after a notice")
  @APIResponse(responseCode = "200", description = "The statement of reasons")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public StatementOfReasons decision(@PathParam("id") UUID id) {
    return complaints.aboutRequest(id).orElseThrow(() -> new NotFound("decision", id));
  }

  @POST
  @Path("/{id}/complaint")
  @Operation(
      operationId = "complainAsBuyer",
      summary = "Complain about the decision against your request, within six months")
  @APIResponse(responseCode = "200", description = "The complaint; another person will decide")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public ComplaintView complain(@PathParam("id") UUID id, @NotNull OwnComplaint complaint) {
    return complaints.complain(id, complaint.text());
  }

  @POST
  @Path("/{id}/messages")
  @Operation(operationId = "askBidder", summary = "Ask a vendor back")
  @APIResponse(responseCode = "200", description = "The request, with what was said")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  public OwnRequest ask(@PathParam("id") UUID id, @Valid @NotNull Question question) {
    return choosing.say(id, question.vendorId(), question.text());
  }

  @POST
  @Path("/{id}/bids/{bid}/accept")
  @Operation(
      operationId = "acceptBid",
      summary = "Accept an offer",
      description =
          "For three days its `offerId` is for sale to you alone: put it into a cart and pay it like"
              + " anything else. The same answer when it is accepted again.")
  @APIResponse(responseCode = "200", description = "The offer, ACCEPTED, with its offerId")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public BidView accept(
      @PathParam("id") UUID id, @PathParam("bid") UUID bid, @Valid @NotNull Acceptance acceptance) {
    return choosing.accept(id, bid, acceptance.revision());
  }

  @POST
  @Path("/{id}/bids/{bid}/decline")
  @Operation(operationId = "declineBid", summary = "Turn an offer down")
  @APIResponse(responseCode = "200", description = "The request")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public OwnRequest decline(@PathParam("id") UUID id, @PathParam("bid") UUID bid) {
    return choosing.decline(id, bid);
  }
}
