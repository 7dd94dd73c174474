package org.halles.api.request;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.Slice;
import org.halles.marketplace.request.BidInput;
import org.halles.marketplace.request.Bidding;
import org.halles.marketplace.request.CalledFor;
import org.halles.marketplace.request.RequestFilter;
import org.halles.marketplace.request.RequestView;
import org.halles.marketplace.request.SeenRequest;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.vendor.Memberships;

/** A vendor reads what buyers look for and makes offers. */
@Path("/vendor/requests")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Requests")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
public class VendorRequestsResource {

  /**
   * @param text 1 to 4000 characters
   */
  public record Question(String text) {}

  private CalledFor reading;
  private Bidding bidding;
  private Memberships memberships;

  /** For the container. */
  public VendorRequestsResource() {}

  @Inject
  public VendorRequestsResource(CalledFor reading, Bidding bidding, Memberships memberships) {
    this.reading = reading;
    this.bidding = bidding;
    this.memberships = memberships;
  }

  @GET
  @Operation(
      operationId = "listVendorRequests",
      summary = "List requests, newest first",
      description =
          "FOR_US: those you were told of and have not answered; OFFERED: those you have made an"
              + " offer on; ALL: all that are open.")
  @APIResponse(responseCode = "200", description = "A page of requests")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Page<RequestView> list(
      @HeaderParam("X-Vendor") String vendor,
      @QueryParam("show") @DefaultValue("FOR_US") RequestFilter show,
      @BeanParam Slice slice) {
    return reading.list(memberships.scopeOf(vendor), show, slice.paging());
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getVendorRequest", summary = "Read one with your offer on it")
  @APIResponse(responseCode = "200", description = "The request, your offer and what was said")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public SeenRequest get(@HeaderParam("X-Vendor") String vendor, @PathParam("id") UUID id) {
    return reading.get(memberships.scopeOf(vendor), id);
  }

  @PUT
  @Path("/{id}/bid")
  @Operation(
      operationId = "putBid",
      summary = "Make an offer on it, or make it anew",
      description = "The buyer sees the newest; once accepted it stands as it is.")
  @APIResponse(responseCode = "200", description = "The request with your offer")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  @APIResponse(responseCode = "422", ref = "Unprocessable")
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  public SeenRequest offer(
      @HeaderParam("X-Vendor") String vendor,
      @PathParam("id") UUID id,
      @Valid @NotNull BidInput bid) {
    return bidding.offer(memberships.scopeOf(vendor), id, bid);
  }

  @DELETE
  @Path("/{id}/bid")
  @Operation(operationId = "withdrawBid", summary = "Take your offer back")
  @APIResponse(responseCode = "200", description = "The request with your offer, WITHDRAWN")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public SeenRequest withdraw(@HeaderParam("X-Vendor") String vendor, @PathParam("id") UUID id) {
    return bidding.withdraw(memberships.scopeOf(vendor), id);
  }

  @POST
  @Path("/{id}/messages")
  @Operation(operationId = "askBuyer", summary = "Ask the buyer something, or answer")
  @APIResponse(responseCode = "200", description = "The request, with what was said")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  public SeenRequest ask(
      @HeaderParam("X-Vendor") String vendor,
      @PathParam("id") UUID id,
      @Valid @NotNull Question question) {
    return bidding.say(memberships.scopeOf(vendor), id, question.text());
  }

  @POST
  @Path("/{id}/pass")
  @Operation(operationId = "passRequest", summary = "Take it off your list: not for you")
  @APIResponse(responseCode = "204", description = "It is off the list")
  public void pass(@HeaderParam("X-Vendor") String vendor, @PathParam("id") UUID id) {
    bidding.pass(memberships.scopeOf(vendor), id);
  }
}
