package org.halles.api.notice;

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
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.vendor.Memberships;

/** What was decided against a vendor, with reasons, and its complaints. */
@Path("/vendor/decisions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Sell")
@SecurityRequirement(name = "bearer")
public class VendorDecisionsResource {

  /** Why the decision is wrong. */
  public record NewComplaint(String text) {}

  private Complaints complaints;
  private Memberships memberships;

  /** For the container. */
  public VendorDecisionsResource() {}

  @Inject
  public VendorDecisionsResource(Complaints complaints, Memberships memberships) {
    this.complaints = complaints;
    this.memberships = memberships;
  }

  @GET
  @Operation(
      operationId = "listDecisionsAgainstYou",
      summary = "List what was restricted, with the statements of reasons")
  @APIResponse(responseCode = "200", description = "Statements of reasons, newest first")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  public Page<StatementOfReasons> list(
      @HeaderParam("X-Vendor") String vendor, @BeanParam Slice slice) {
    return complaints.statements(memberships.scopeOf(vendor), slice.paging());
  }

  @POST
  @Path("/{id}/complaint")
  @Operation(
      operationId = "complainAsVendor",
      summary = "Complain about a decision against you, within six months")
  @APIResponse(responseCode = "200", description = "The complaint; another person will decide")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public ComplaintView complain(
      @HeaderParam("X-Vendor") String vendor,
      @PathParam("id") UUID id,
      @NotNull NewComplaint complaint) {
    return complaints.complain(memberships.scopeOf(vendor), id, complaint.text());
  }
}
