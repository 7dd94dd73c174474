package org.halles.api.dispute;

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
import org.halles.api.SafeFile;
import org.halles.api.ShortList;
import org.halles.marketplace.dispute.Complaining;
import org.halles.marketplace.dispute.Complaint;
import org.halles.marketplace.dispute.DisputeView;
import org.halles.marketplace.shared.Page;
import org.halles.spi.Money;

/** A buyer complains about a vendor's part of a purchase. */
@Path("/order-groups/{number}/disputes")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Buy")
@SecurityRequirements
@APIResponse(responseCode = "404", ref = "NotFound")
public class OrderGroupDisputesResource {

  private static final String KEY = "As returned by the checkout";

  /**
   * @param vendorOrder number of the vendor's order
   * @param reason not-received, damaged, not-as-described, wrong-item, incomplete or other
   * @param text what happened
   * @param amount how much is disputed; left out: all that can still go back
   * @param files what shows it
   */
  public record NewDispute(
      String vendorOrder,
      String reason,
      String text,
      Money amount,
      List<Said.@Valid @NotNull NewFile> files) {}

  private Complaining complaining;

  /** For the container. */
  public OrderGroupDisputesResource() {}

  @Inject
  public OrderGroupDisputesResource(Complaining complaining) {
    this.complaining = complaining;
  }

  @GET
  @Operation(operationId = "listOwnDisputes", summary = "List your disputes about a purchase")
  @APIResponse(responseCode = "200", description = "Disputes, oldest first")
  public Page<DisputeView> list(
      @PathParam("number") String number,
      @Parameter(description = KEY) @QueryParam("accessKey") String accessKey,
      @BeanParam ShortList part) {
    return part.of(complaining.of(number, accessKey));
  }

  @POST
  @Operation(
      operationId = "openDispute",
      summary = "Dispute a vendor's part of your purchase",
      description = "The vendor's money of it waits until the operator has decided.")
  @APIResponse(
      responseCode = "201",
      description = "The dispute",
      content = @Content(schema = @Schema(implementation = DisputeView.class)))
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "409", ref = "Conflict")
  @APIResponse(responseCode = "422", ref = "Unprocessable")
  public Response open(
      @PathParam("number") String number,
      @Parameter(description = KEY) @QueryParam("accessKey") String accessKey,
      @Valid @NotNull NewDispute dispute) {
    DisputeView opened =
        complaining.open(
            number,
            accessKey,
            dispute.vendorOrder(),
            new Complaint(
                dispute.reason(),
                dispute.text(),
                dispute.amount(),
                Said.evidence(dispute.files())));
    return Response.status(Response.Status.CREATED).entity(opened).build();
  }

  @POST
  @Path("/{id}/statements")
  @Operation(operationId = "addToDispute", summary = "Add something to your dispute")
  @APIResponse(responseCode = "200", description = "The dispute")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public DisputeView add(
      @PathParam("number") String number,
      @PathParam("id") UUID id,
      @Parameter(description = KEY) @QueryParam("accessKey") String accessKey,
      @Valid @NotNull Said said) {
    return complaining.add(number, accessKey, id, said.text(), said.evidence());
  }

  @POST
  @Path("/{id}/withdraw")
  @Operation(operationId = "withdrawDispute", summary = "Take your dispute back")
  @APIResponse(responseCode = "200", description = "The dispute, WON by the vendor")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public DisputeView withdraw(
      @PathParam("number") String number,
      @PathParam("id") UUID id,
      @Parameter(description = KEY) @QueryParam("accessKey") String accessKey) {
    return complaining.withdraw(number, accessKey, id);
  }

  @GET
  @Path("/{id}/files/{file}")
  @Produces("*/*")
  @Operation(operationId = "getOwnDisputeFile", summary = "Read a file of your dispute")
  @APIResponse(responseCode = "200", description = "The file")
  public Response file(
      @PathParam("number") String number,
      @PathParam("id") UUID id,
      @PathParam("file") UUID file,
      @Parameter(description = KEY) @QueryParam("accessKey") String accessKey) {
    return SafeFile.answer(complaining.file(number, accessKey, id, file));
  }
}
