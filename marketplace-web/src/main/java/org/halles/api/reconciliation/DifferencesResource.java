package org.halles.api.reconciliation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import org.halles.marketplace.reconciliation.DifferenceView;
import org.halles.marketplace.reconciliation.Differences;
import org.halles.marketplace.reconciliation.SafeAction;
import org.halles.marketplace.shared.Page;

/** What gateways and the book disagree on, and what is done about it. */
@Path("/operator/reconciliation-differences")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Operate")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
public class DifferencesResource {

  /**
   * What is proposed.
   *
   * @param action {@code EXPLAIN}, {@code POST_FEE} or {@code BOOK_LOSS}
   * @param note why, 1 to 500 characters
   */
  public record Proposal(SafeAction action, String note) {}

  private Differences differences;

  /** For the container. */
  public DifferencesResource() {}

  @Inject
  public DifferencesResource(Differences differences) {
    this.differences = differences;
  }

  @GET
  @Operation(
      operationId = "listDifferences",
      summary = "List differences, newest first",
      description =
          "Each with its likely cause and what can safely be done. Without a status those that wait"
              + " for somebody: OPEN and PROPOSED.")
  @APIResponse(responseCode = "200", description = "A page of differences")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Page<DifferenceView> list(
      @QueryParam("status") String status, @QueryParam("run") UUID run, @BeanParam Slice slice) {
    return differences.list(status, run, slice.paging());
  }

  @GET
  @Path("/{difference}")
  @Operation(operationId = "getDifference", summary = "Look at a difference")
  @APIResponse(responseCode = "200", description = "The difference as it stands")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public DifferenceView get(@PathParam("difference") UUID difference) {
    return differences.get(difference);
  }

  @POST
  @Path("/{difference}/ask-again")
  @Operation(
      operationId = "askGatewayAgain",
      summary = "Have the gateway asked again under the same key",
      description = "Whatever it says is settled as usual; the next comparison shows it.")
  @APIResponse(responseCode = "200", description = "The difference")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public DifferenceView askAgain(@PathParam("difference") UUID difference) {
    return differences.askAgain(difference);
  }

  @POST
  @Path("/{difference}/propose")
  @Operation(
      operationId = "proposeForDifference",
      summary =
          "Propose to post the missing fee, to book what a bank keeps as a loss, or to mark the"
              + " difference as explained",
      description =
          "BOOK_LOSS takes back what is left of the purchase, then what is left of store credit that"
              + " was given instead of the money; the rest becomes a bad debt. 409 while the bank or"
              + " a refund has not decided.")
  @APIResponse(responseCode = "200", description = "The difference, PROPOSED")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public DifferenceView propose(@PathParam("difference") UUID difference, Proposal proposal) {
    return differences.propose(
        difference,
        proposal == null ? null : proposal.action(),
        proposal == null ? null : proposal.note());
  }

  @POST
  @Path("/{difference}/agree")
  @Operation(
      operationId = "agreeOnDifference",
      summary = "Agree to what was proposed",
      description = "Only by another person than the one who proposed it, else 403.")
  @APIResponse(responseCode = "200", description = "The difference, EXPLAINED or POSTED")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public DifferenceView agree(@PathParam("difference") UUID difference) {
    return differences.agree(difference);
  }

  @POST
  @Path("/{difference}/reject")
  @Operation(operationId = "rejectForDifference", summary = "Refuse what was proposed")
  @APIResponse(responseCode = "200", description = "The difference, OPEN again")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public DifferenceView reject(@PathParam("difference") UUID difference) {
    return differences.reject(difference);
  }
}
