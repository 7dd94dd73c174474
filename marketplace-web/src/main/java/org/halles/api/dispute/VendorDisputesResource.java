package org.halles.api.dispute;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.SafeFile;
import org.halles.api.Slice;
import org.halles.marketplace.dispute.Answering;
import org.halles.marketplace.dispute.DisputeView;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.vendor.Memberships;

/** A vendor answers what buyers and banks dispute. */
@Path("/vendor/disputes")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Sell")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
public class VendorDisputesResource {

  private Answering answering;
  private Memberships memberships;

  /** For the container. */
  public VendorDisputesResource() {}

  @Inject
  public VendorDisputesResource(Answering answering, Memberships memberships) {
    this.answering = answering;
    this.memberships = memberships;
  }

  @GET
  @Operation(operationId = "listVendorDisputes", summary = "List your disputes, newest first")
  @APIResponse(responseCode = "200", description = "A page of disputes without what was said")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Page<DisputeView> list(@HeaderParam("X-Vendor") String vendor, @BeanParam Slice slice) {
    return answering.list(memberships.scopeOf(vendor), slice.paging());
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getVendorDispute", summary = "Read one with what was said")
  @APIResponse(responseCode = "200", description = "The dispute, with your part of it")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public DisputeView get(@HeaderParam("X-Vendor") String vendor, @PathParam("id") UUID id) {
    return answering.get(memberships.scopeOf(vendor), id);
  }

  @POST
  @Path("/{id}/answer")
  @Operation(
      operationId = "answerDispute",
      summary = "Say what speaks against it, with files that show it")
  @APIResponse(responseCode = "200", description = "The dispute; a buyer's is EVIDENCE_SENT")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public DisputeView answer(
      @HeaderParam("X-Vendor") String vendor, @PathParam("id") UUID id, @Valid @NotNull Said said) {
    return answering.answer(memberships.scopeOf(vendor), id, said.text(), said.evidence());
  }

  @POST
  @Path("/{id}/accept")
  @Operation(
      operationId = "acceptVendorDispute",
      summary = "Agree with the buyer: what is disputed goes back")
  @APIResponse(responseCode = "200", description = "The dispute, LOST")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  @APIResponse(responseCode = "422", ref = "Unprocessable")
  public DisputeView accept(@HeaderParam("X-Vendor") String vendor, @PathParam("id") UUID id) {
    return answering.accept(memberships.scopeOf(vendor), id);
  }

  @GET
  @Path("/{id}/files/{file}")
  @Produces("*/*")
  @Operation(operationId = "getVendorDisputeFile", summary = "Read a file of a dispute")
  @APIResponse(responseCode = "200", description = "The file")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public Response file(
      @HeaderParam("X-Vendor") String vendor,
      @PathParam("id") UUID id,
      @PathParam("file") UUID file) {
    return SafeFile.answer(answering.file(memberships.scopeOf(vendor), id, file));
  }
}
