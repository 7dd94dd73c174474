package org.halles.api.commission;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.marketplace.commission.Negotiation;
import org.halles.marketplace.commission.RuleVersion;
import org.halles.marketplace.commission.Terms;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.vendor.Memberships;

/** A vendor negotiates its commission. */
@Path("/vendor/commission-proposals")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Sell")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
public class VendorCommissionProposalsResource {

  /** Which content is accepted. */
  public record Acceptance(@NotBlank String contentHash) {}

  /** Which content is answered, and with what. */
  public record Reply(@NotBlank String contentHash, @NotNull Terms terms) {}

  private Negotiation negotiation;
  private Memberships memberships;

  /** For the container. */
  public VendorCommissionProposalsResource() {}

  @Inject
  public VendorCommissionProposalsResource(Negotiation negotiation, Memberships memberships) {
    this.negotiation = negotiation;
    this.memberships = memberships;
  }

  @GET
  @Operation(
      operationId = "listCommissionOffers",
      summary = "List what you and the marketplace offered each other",
      description = "`PROPOSED` waits for the marketplace, `COUNTERED` for you.")
  @APIResponse(responseCode = "200", description = "Newest first, with who signed")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Page<RuleVersion> list(
      @HeaderParam("X-Vendor") String vendor,
      @QueryParam("limit") Integer limit,
      @QueryParam("cursor") String cursor) {
    return negotiation.list(memberships.scopeOf(vendor), Paging.of(limit, cursor));
  }

  @POST
  @Operation(
      operationId = "proposeCommission",
      summary = "Propose a commission for your sales",
      description =
          "It decides nothing until the operator accepts exactly this content, "
              + "recognised by `contentHash`. The operator may answer with other terms, which "
              + "are yours to accept.")
  @APIResponse(
      responseCode = "201",
      description = "The proposal; it decides nothing until the marketplace accepts it",
      content = @Content(schema = @Schema(implementation = RuleVersion.class)))
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Response propose(@HeaderParam("X-Vendor") String vendor, @NotNull Terms terms) {
    RuleVersion offer = negotiation.propose(memberships.scopeOf(vendor), terms);
    return Response.created(URI.create("vendor/commission-proposals")).entity(offer).build();
  }

  @POST
  @Path("/{id}/accept")
  @Operation(
      operationId = "acceptCommissionOffer",
      summary = "Accept what the marketplace offers",
      description = "Names the content that was read; 409 if it says something else now.")
  @APIResponse(responseCode = "200", description = "The rule in force, signed by both")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public RuleVersion accept(
      @HeaderParam("X-Vendor") String vendor,
      @PathParam("id") UUID id,
      @Valid @NotNull Acceptance acceptance) {
    return negotiation.accept(memberships.scopeOf(vendor), id, acceptance.contentHash());
  }

  @POST
  @Path("/{id}/answer")
  @Operation(
      operationId = "answerCommissionOffer",
      summary = "Answer an offer with another one",
      description =
          "Name what you read by its `contentHash`; if the operator changed the offer "
              + "meanwhile this is refused with 409 and the hash of what it says now.")
  @APIResponse(responseCode = "200", description = "Your new proposal")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public RuleVersion answer(
      @HeaderParam("X-Vendor") String vendor,
      @PathParam("id") UUID id,
      @Valid @NotNull Reply reply) {
    return negotiation.answer(memberships.scopeOf(vendor), id, reply.contentHash(), reply.terms());
  }

  @POST
  @Path("/{id}/withdraw")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      operationId = "withdrawCommissionOffer",
      summary = "Take your proposal back, or decline an offer")
  @APIResponse(responseCode = "204", description = "It decides nothing any more")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public void withdraw(@HeaderParam("X-Vendor") String vendor, @PathParam("id") UUID id) {
    negotiation.withdraw(memberships.scopeOf(vendor), id);
  }
}
