package org.halles.api.onboarding;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.Slice;
import org.halles.marketplace.onboarding.Admission;
import org.halles.marketplace.onboarding.QueuedVendor;
import org.halles.marketplace.shared.Page;

/** Applications, longest waiting first. */
@Path("/operator/applications")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Operate")
@SecurityRequirement(name = "bearer")
public class AdmissionResource {

  private Admission admission;

  /** For the container. */
  public AdmissionResource() {}

  @Inject
  public AdmissionResource(Admission admission) {
    this.admission = admission;
  }

  @GET
  @Operation(operationId = "listApplications", summary = "List applications that wait")
  @APIResponse(responseCode = "200", description = "Applications, longest waiting first")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  public Page<QueuedVendor> waiting(@BeanParam Slice slice) {
    return admission.waiting(slice.paging());
  }

  @GET
  @Path("/in-progress")
  @Operation(
      operationId = "listApplicationsInProgress",
      summary = "List applications that are being filled in")
  @APIResponse(responseCode = "200", description = "Applications, newest first")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  public Page<QueuedVendor> inProgress(@BeanParam Slice slice) {
    return admission.inProgress(slice.paging());
  }
}
