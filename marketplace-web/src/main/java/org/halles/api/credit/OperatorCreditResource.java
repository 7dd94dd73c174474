package org.halles.api.credit;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.RequiredKey;
import org.halles.api.Slice;
import org.halles.marketplace.credit.CreditDesk;
import org.halles.marketplace.credit.CreditFilter;
import org.halles.marketplace.credit.CreditKind;
import org.halles.marketplace.credit.CreditMovement;
import org.halles.marketplace.credit.CreditView;
import org.halles.marketplace.credit.IssuedCard;
import org.halles.marketplace.credit.NewCard;
import org.halles.marketplace.shared.Page;
import org.halles.spi.Money;

/** The operator’s gift cards and store credit. */
@Path("/operator/store-credits")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Operate")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
public class OperatorCreditResource {

  /**
   * Store credit for an account.
   *
   * @param email whose account it is
   * @param reason read by its owner
   */
  public record Gift(String email, Money amount, String reason) {}

  private CreditDesk desk;

  /** For the container. */
  public OperatorCreditResource() {}

  @Inject
  public OperatorCreditResource(CreditDesk desk) {
    this.desk = desk;
  }

  @GET
  @Operation(
      operationId = "listStoreCredits",
      summary = "List gift cards and store credit, newest first")
  @APIResponse(responseCode = "200", description = "A page of credits, without codes")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Page<CreditView> list(
      @QueryParam("kind") CreditKind kind, @QueryParam("q") String words, @BeanParam Slice slice) {
    return desk.list(new CreditFilter(kind, words), slice.paging());
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getStoreCredit", summary = "See a gift card or store credit")
  @APIResponse(responseCode = "200", description = "The credit, without its code")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public CreditView get(@PathParam("id") UUID id) {
    return desk.get(id);
  }

  @GET
  @Path("/{id}/movements")
  @Operation(
      operationId = "listStoreCreditMovements",
      summary = "List what was put on a credit and taken of it, newest first")
  @APIResponse(responseCode = "200", description = "A page of movements")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public Page<CreditMovement> movements(@PathParam("id") UUID id, @BeanParam Slice slice) {
    return desk.movements(id, slice.paging());
  }

  @POST
  @Path("/gift-cards")
  @Operation(
      operationId = "issueGiftCard",
      summary = "Issue a gift card",
      description = "The code is in this answer and in the letter to `recipient`, nowhere else.")
  @APIResponse(
      responseCode = "201",
      description = "The card and its code",
      content = @Content(schema = @Schema(implementation = IssuedCard.class)))
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Response issue(
      @Parameter(required = true, description = "1 to 255 printable characters")
          @HeaderParam("Idempotency-Key")
          String key,
      @NotNull NewCard card) {
    RequiredKey.require(key, "gift card");
    IssuedCard issued = desk.issue(card);
    return Response.created(URI.create("operator/store-credits/" + issued.card().id()))
        .entity(issued)
        .build();
  }

  @POST
  @Operation(operationId = "giveStoreCredit", summary = "Give store credit to an account")
  @APIResponse(responseCode = "200", description = "The account’s credit with it")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public CreditView give(
      @Parameter(required = true, description = "1 to 255 printable characters")
          @HeaderParam("Idempotency-Key")
          String key,
      @NotNull Gift gift) {
    RequiredKey.require(key, "gift");
    return desk.give(gift.email(), gift.amount(), gift.reason());
  }

  @POST
  @Path("/{id}/block")
  @Operation(operationId = "blockStoreCredit", summary = "Let nobody pay with a credit any more")
  @APIResponse(responseCode = "200", description = "The credit")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public CreditView block(@PathParam("id") UUID id) {
    return desk.block(id, true);
  }

  @POST
  @Path("/{id}/unblock")
  @Operation(operationId = "unblockStoreCredit", summary = "Let a blocked credit pay again")
  @APIResponse(responseCode = "200", description = "The credit")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public CreditView unblock(@PathParam("id") UUID id) {
    return desk.block(id, false);
  }
}
