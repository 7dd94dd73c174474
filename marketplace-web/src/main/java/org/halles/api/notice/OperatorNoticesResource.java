package org.halles.api.notice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.Slice;
import org.halles.marketplace.notice.ComplaintView;
import org.halles.marketplace.notice.Complaints;
import org.halles.marketplace.notice.NoticeDecision;
import org.halles.marketplace.notice.NoticeDesk;
import org.halles.marketplace.notice.NoticeSort;
import org.halles.marketplace.notice.NoticeView;
import org.halles.marketplace.shared.Page;

/** Operators decide about notices, and about complaints. */
@Path("/operator")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Operate")
@SecurityRequirement(name = "bearer")
public class OperatorNoticesResource {

  /** The second decision. */
  public record Answer(boolean reverse, String answer) {}

  private NoticeDesk desk;
  private Complaints complaints;

  /** For the container. */
  public OperatorNoticesResource() {}

  @Inject
  public OperatorNoticesResource(NoticeDesk desk, Complaints complaints) {
    this.desk = desk;
    this.complaints = complaints;
  }

  @GET
  @Path("/notices")
  @Operation(
      operationId = "listNotices",
      summary = "List notices: the open ones by their target time, or all, newest first")
  @APIResponse(responseCode = "200", description = "Notices")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  public Page<NoticeView> notices(
      @QueryParam("open") @DefaultValue("true") boolean open,
      @Parameter(description = "If left out: open ones DUE, all of them NEWEST") @QueryParam("sort")
          NoticeSort sort,
      @BeanParam Slice slice) {
    return desk.list(open, sort, slice.paging());
  }

  @GET
  @Path("/notices/{id}")
  @Operation(operationId = "getNotice", summary = "See a notice")
  @APIResponse(responseCode = "200", description = "The notice")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public NoticeView notice(@PathParam("id") UUID id) {
    return desk.get(id);
  }

  @POST
  @Path("/notices/{id}/decide")
  @Operation(
      operationId = "decideNotice",
      summary = "Decide about a notice, with a statement of reasons")
  @APIResponse(responseCode = "200", description = "The notice with its decision")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public NoticeView decide(@PathParam("id") UUID id, @NotNull NoticeDecision decision) {
    return desk.decide(id, decision);
  }

  @GET
  @Path("/complaints")
  @Operation(operationId = "listComplaints", summary = "List complaints about decisions")
  @APIResponse(responseCode = "200", description = "Complaints")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  public Page<ComplaintView> complaints(
      @QueryParam("open") @DefaultValue("true") boolean open, @BeanParam Slice slice) {
    return complaints.list(open, slice.paging());
  }

  @POST
  @Path("/complaints/{id}/decide")
  @Operation(operationId = "decideComplaint", summary = "Decide again, if you did not decide first")
  @APIResponse(responseCode = "200", description = "The complaint with its answer")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public ComplaintView answer(@PathParam("id") UUID id, @NotNull Answer answer) {
    return complaints.decide(id, answer.reverse(), answer.answer());
  }
}
