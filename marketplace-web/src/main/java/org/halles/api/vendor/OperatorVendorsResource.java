package org.halles.api.vendor;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
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
import org.halles.marketplace.onboarding.Admission;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.vendor.Approval;
import org.halles.marketplace.vendor.CreatedVendor;
import org.halles.marketplace.vendor.NewVendor;
import org.halles.marketplace.vendor.Onboarding;
import org.halles.marketplace.vendor.VendorSort;
import org.halles.marketplace.vendor.VendorStatus;

/** The operator's vendors. */
@Path("/operator/vendors")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Operate")
@SecurityRequirement(name = "bearer")
public class OperatorVendorsResource {

  /** Why; needed where a vendor is turned down, stopped or let back. */
  public record Reason(String reason) {

    static String of(Reason body) {
      return body == null ? null : body.reason();
    }
  }

  private Onboarding onboarding;
  private Approval approval;
  private Admission admission;

  /** For the container. */
  public OperatorVendorsResource() {}

  @Inject
  public OperatorVendorsResource(Onboarding onboarding, Approval approval, Admission admission) {
    this.onboarding = onboarding;
    this.approval = approval;
    this.admission = admission;
  }

  @GET
  @Operation(operationId = "listVendors", summary = "List vendors")
  @APIResponse(responseCode = "200", description = "Vendors")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  public Page<OperatorVendor> list(
      @QueryParam("status") VendorStatus status,
      @Parameter(description = "A part of the name or the slug.") @QueryParam("q") String words,
      @Parameter(description = "NEWEST if left out") @QueryParam("sort") VendorSort sort,
      @BeanParam Slice slice) {
    return approval.list(status, words, sort, slice.paging()).map(OperatorVendor::of);
  }

  @POST
  @Operation(
      operationId = "createVendor",
      summary = "Make an approved vendor",
      description = "The answer carries an API key for it, shown this once.")
  @APIResponse(
      responseCode = "201",
      description = "The vendor, with a key",
      content = @Content(schema = @Schema(implementation = OperatorVendor.class)))
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public Response create(@NotNull NewVendor wanted) {
    CreatedVendor made = onboarding.create(wanted);
    return Response.created(URI.create("operator/vendors/" + made.vendor().id()))
        .entity(OperatorVendor.of(made.vendor()).withKey(made.apiKey()))
        .header("Cache-Control", "no-store")
        .build();
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getVendor", summary = "See a vendor")
  @APIResponse(responseCode = "200", description = "The vendor")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public OperatorVendor get(@PathParam("id") UUID id) {
    return OperatorVendor.of(approval.get(id));
  }

  @POST
  @Path("/{id}/approve")
  @Operation(operationId = "approveVendor", summary = "Let an applicant sell")
  @APIResponse(responseCode = "200", description = "The vendor, APPROVED")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public OperatorVendor approve(@PathParam("id") UUID id, Reason reason) {
    return OperatorVendor.of(admission.approve(id, Reason.of(reason)));
  }

  @POST
  @Path("/{id}/reject")
  @Operation(operationId = "rejectVendor", summary = "Turn an applicant down")
  @APIResponse(responseCode = "200", description = "The vendor, REJECTED")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public OperatorVendor reject(@PathParam("id") UUID id, Reason reason) {
    return OperatorVendor.of(approval.reject(id, Reason.of(reason)));
  }

  @POST
  @Path("/{id}/suspend")
  @Operation(operationId = "suspendVendor", summary = "Stop a vendor for now")
  @APIResponse(responseCode = "200", description = "The vendor, SUSPENDED")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public OperatorVendor suspend(@PathParam("id") UUID id, Reason reason) {
    return OperatorVendor.of(approval.suspend(id, Reason.of(reason)));
  }

  @POST
  @Path("/{id}/reinstate")
  @Operation(operationId = "reinstateVendor", summary = "Let a suspended vendor sell again")
  @APIResponse(responseCode = "200", description = "The vendor, APPROVED")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public OperatorVendor reinstate(@PathParam("id") UUID id, Reason reason) {
    return OperatorVendor.of(approval.reinstate(id, Reason.of(reason)));
  }

  @POST
  @Path("/{id}/request-changes")
  @Operation(operationId = "askVendorForMore", summary = "Give an application back")
  @APIResponse(responseCode = "200", description = "The vendor, APPLIED")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public OperatorVendor requestChanges(@PathParam("id") UUID id, Reason reason) {
    return OperatorVendor.of(approval.requestChanges(id, Reason.of(reason)));
  }

  @POST
  @Path("/{id}/terminate")
  @Operation(
      operationId = "terminateVendor",
      summary = "End a vendor for good",
      description = "Refused while orders are open or money is not settled; says which.")
  @APIResponse(responseCode = "200", description = "The vendor, CLOSED")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  @APIResponse(responseCode = "422", ref = "Unprocessable")
  public OperatorVendor terminate(@PathParam("id") UUID id, Reason reason) {
    return OperatorVendor.of(admission.terminate(id, Reason.of(reason)));
  }

  @POST
  @Path("/{id}/trust")
  @Operation(operationId = "trustVendor", summary = "Let a vendor's listings go live unseen")
  @APIResponse(responseCode = "200", description = "The vendor, trusted")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public OperatorVendor trust(@PathParam("id") UUID id, Reason reason) {
    return OperatorVendor.of(approval.trust(id, true, Reason.of(reason)));
  }

  @POST
  @Path("/{id}/distrust")
  @Operation(operationId = "distrustVendor", summary = "Look at a vendor's listings again")
  @APIResponse(responseCode = "200", description = "The vendor, not trusted")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public OperatorVendor distrust(@PathParam("id") UUID id, Reason reason) {
    return OperatorVendor.of(approval.trust(id, false, Reason.of(reason)));
  }
}
