package org.halles.api.audit;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.Slice;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.audit.AuditFilter;
import org.halles.marketplace.audit.AuditView;
import org.halles.marketplace.shared.Page;

/** Who changed what, and how it was before. */
@Path("/operator/audit")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operate")
@SecurityRequirement(name = "bearer")
public class AuditResource {

  private Audit audit;

  /** For the container. */
  public AuditResource() {}

  @Inject
  public AuditResource(Audit audit) {
    this.audit = audit;
  }

  @GET
  @Operation(
      operationId = "listAudit",
      summary = "List changes",
      description = "Everything that operators and vendors changed, newest first.")
  @APIResponse(responseCode = "200", description = "A page of changes")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  public Page<AuditView> list(
      @QueryParam("subjectType") String subjectType,
      @QueryParam("subjectId") String subjectId,
      @QueryParam("actorId") UUID actorId,
      @QueryParam("vendorId") UUID vendorId,
      @BeanParam Slice slice) {
    return audit.list(new AuditFilter(subjectType, subjectId, actorId, vendorId), slice.paging());
  }
}
