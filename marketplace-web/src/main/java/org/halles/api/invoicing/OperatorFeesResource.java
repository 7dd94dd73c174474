package org.halles.api.invoicing;

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
import org.halles.api.Slice;
import org.halles.marketplace.invoicing.ChargeView;
import org.halles.marketplace.invoicing.FeeInput;
import org.halles.marketplace.invoicing.FeeSort;
import org.halles.marketplace.invoicing.FeeView;
import org.halles.marketplace.invoicing.VendorFees;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Violation;

/** What vendors pay besides commission. */
@Path("/operator/vendor-fees")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Operate")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
public class OperatorFeesResource {

  /** Who pays a penalty, and why. */
  public record Penalty(@NotNull UUID vendor, String reason) {}

  private VendorFees fees;

  /** For the container. */
  public OperatorFeesResource() {}

  @Inject
  public OperatorFeesResource(VendorFees fees) {
    this.fees = fees;
  }

  @GET
  @Operation(operationId = "listVendorFees", summary = "List fees")
  @APIResponse(responseCode = "200", description = "A page of fees")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Page<FeeView> list(
      @Parameter(description = "NEWEST if left out") @QueryParam("sort") FeeSort sort,
      @BeanParam Slice slice) {
    return fees.list(sort, slice.paging());
  }

  @POST
  @Operation(
      operationId = "createVendorFee",
      summary = "Make a fee",
      description =
          "`subscription`, `listing` and `order` are charged when a month is over, from the"
              + " vendor’s available balance; the rest is a debt. `penalty` is charged by hand.")
  @APIResponse(
      responseCode = "201",
      description = "The fee",
      content = @Content(schema = @Schema(implementation = FeeView.class)))
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Response create(@NotNull FeeInput input) {
    FeeView made = fees.create(input);
    return Response.created(URI.create("operator/vendor-fees/" + made.id())).entity(made).build();
  }

  @POST
  @Path("/{id}/end")
  @Operation(operationId = "endVendorFee", summary = "Charge a fee no more")
  @APIResponse(responseCode = "200", description = "The fee")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public FeeView end(@PathParam("id") UUID id) {
    return fees.end(id);
  }

  @POST
  @Path("/{id}/charges")
  @Operation(operationId = "chargePenalty", summary = "Charge a vendor a penalty, with a reason")
  @APIResponse(responseCode = "200", description = "The charge")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public ChargeView penalise(
      @PathParam("id") UUID id,
      @Parameter(required = true, description = "1 to 255 printable characters")
          @HeaderParam("Idempotency-Key")
          String key,
      @Valid @NotNull Penalty penalty) {
    requireKey(key);
    return fees.penalise(id, penalty.vendor(), penalty.reason());
  }

  /** A penalty that is sent twice is charged once; the filter in front of the API keeps the key. */
  private static void requireKey(String key) {
    if (key == null || key.isBlank()) {
      throw new InvalidInput(
          new Violation(
              "Idempotency-Key",
              "is required: a header of 1 to 255 printable ASCII characters, new for each penalty",
              key));
    }
  }
}
