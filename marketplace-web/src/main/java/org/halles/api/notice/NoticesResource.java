package org.halles.api.notice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.marketplace.identity.ReportLimit;
import org.halles.marketplace.notice.ComplaintView;
import org.halles.marketplace.notice.Complaints;
import org.halles.marketplace.notice.NewNotice;
import org.halles.marketplace.notice.NoticeReceipt;
import org.halles.marketplace.notice.NoticeView;
import org.halles.marketplace.notice.Noticing;
import org.halles.marketplace.notice.StatementOfReasons;

/** Anybody reports a listing, a storefront or a request (Regulation (EU) 2022/2065, Art. 16). */
@Path("/notices")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Report")
public class NoticesResource {

  /** A complaint of the notifier. */
  public record NewComplaint(String accessKey, String text) {}

  /**
   * A notice as its notifier sees it.
   *
   * @param status OPEN or DECIDED
   * @param decision what was decided and why, or null
   */
  public record OwnNotice(
      String number,
      String location,
      String category,
      String explanation,
      String status,
      Instant createdAt,
      StatementOfReasons decision) {

    static OwnNotice of(NoticeView notice) {
      return new OwnNotice(
          notice.number(),
          notice.location(),
          notice.category().name().toLowerCase(Locale.ROOT).replace('_', '-'),
          notice.explanation(),
          notice.open() ? "OPEN" : "DECIDED",
          notice.createdAt(),
          notice.decision());
    }
  }

  private Noticing noticing;
  private Complaints complaints;
  private ReportLimit limit;

  /** For the container. */
  public NoticesResource() {}

  @Inject
  public NoticesResource(Noticing noticing, Complaints complaints, ReportLimit limit) {
    this.noticing = noticing;
    this.complaints = complaints;
    this.limit = limit;
  }

  @POST
  @Operation(
      operationId = "reportContent",
      summary = "Report a listing, a review, a storefront or a request")
  @APIResponse(
      responseCode = "201",
      description = "It arrived; keep number and access key to follow it",
      content = @Content(schema = @Schema(implementation = NoticeReceipt.class)))
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  public Response report(@Context HttpServletRequest request, @NotNull NewNotice notice) {
    limit.take(request.getRemoteAddr());
    NoticeReceipt receipt = noticing.report(notice);
    return Response.created(URI.create("notices/" + receipt.number())).entity(receipt).build();
  }

  @GET
  @Path("/{number}")
  @Operation(operationId = "followNotice", summary = "See what became of your notice")
  @APIResponse(responseCode = "200", description = "The notice, and the decision if there is one")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public OwnNotice follow(
      @PathParam("number") String number, @QueryParam("accessKey") String accessKey) {
    return OwnNotice.of(noticing.follow(number, accessKey));
  }

  @POST
  @Path("/{number}/complaint")
  @Operation(
      operationId = "complainAsNotifier",
      summary = "Complain about the decision on your notice, within six months")
  @APIResponse(responseCode = "200", description = "The complaint; another person will decide")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  public ComplaintView complain(
      @Context HttpServletRequest request,
      @PathParam("number") String number,
      @NotNull NewComplaint complaint) {
    limit.take(request.getRemoteAddr());
    return complaints.complain(number, complaint.accessKey(), complaint.text());
  }
}
