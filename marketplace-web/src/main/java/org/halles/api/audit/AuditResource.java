package org.halles.api.audit;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.Slice;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.audit.AuditExport;
import org.halles.marketplace.audit.AuditFilter;
import org.halles.marketplace.audit.AuditView;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;

/** Who changed what, and how it was before. */
@Path("/operator/audit")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operate")
@SecurityRequirement(name = "bearer")
public class AuditResource {

  private Audit audit;
  private AuditExport export;

  /** For the container. */
  public AuditResource() {}

  @Inject
  public AuditResource(Audit audit, AuditExport export) {
    this.audit = audit;
    this.export = export;
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
      @QueryParam("action") String action,
      @BeanParam Slice slice) {
    return audit.list(
        new AuditFilter(subjectType, subjectId, actorId, vendorId, action, null, null, null),
        slice.paging());
  }

  @GET
  @Path("/export")
  @Produces(AuditExport.MEDIA_TYPE)
  @Operation(
      operationId = "exportAudit",
      summary = "Export changes as CSV",
      description = "Newest first, with before and after as JSON; no cell is a formula.")
  @APIResponse(
      responseCode = "200",
      description = "All changes that the filter lets through",
      content = @Content(mediaType = "text/csv"))
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  public StreamingOutput export(
      @QueryParam("subjectType") String subjectType,
      @QueryParam("subjectId") String subjectId,
      @QueryParam("actorId") UUID actorId,
      @QueryParam("vendorId") UUID vendorId,
      @QueryParam("action") String action) {
    AuditFilter filter =
        new AuditFilter(subjectType, subjectId, actorId, vendorId, action, null, null, null);
    audit.list(filter, Paging.of(1, null)); // refuses before anything is written
    return out -> export.write(filter, out);
  }
}
