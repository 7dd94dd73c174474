package org.halles.api.moderation;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.Slice;
import org.halles.api.catalog.OwnListing;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.moderation.CaseDetail;
import org.halles.marketplace.moderation.CaseFilter;
import org.halles.marketplace.moderation.CaseView;
import org.halles.marketplace.moderation.FindingView;
import org.halles.marketplace.moderation.Moderation;
import org.halles.marketplace.moderation.ModerationQueue;
import org.halles.marketplace.moderation.NoteView;
import org.halles.marketplace.moderation.Notes;
import org.halles.marketplace.moderation.Outcome;
import org.halles.marketplace.moderation.Risk;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.Page;

/** What waits for a moderator. */
@Path("/operator/moderation")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Operate")
@SecurityRequirement(name = "bearer")
public class ModerationResource {

  /**
   * Why, needed where a listing is turned down or sent back; and the round that was seen, so that
   * nobody decides about what they did not see.
   */
  public record Reason(String reason, Integer round) {

    static final Reason NONE = new Reason(null, null);
  }

  /** Who takes a case, even out of another's hands. */
  public record Taking(boolean evenFromAnother) {}

  /** A word about a listing. */
  public record NewNote(String text, boolean toVendor) {}

  /** Which cases are wanted; everything may be left out. */
  public static final class Wanted {
    @QueryParam("kind")
    @Parameter(description = "new or change")
    String kind;

    @QueryParam("risk")
    @Parameter(description = "low, medium or high")
    String risk;

    @QueryParam("assigned")
    @Parameter(description = "me or nobody")
    String assigned;

    @QueryParam("late")
    boolean late;

    @QueryParam("vendor")
    @Parameter(description = "a vendor's slug")
    String vendor;

    @QueryParam("sort")
    @Parameter(description = "due, newest or risk")
    String sort;

    CaseFilter filter(UUID me) {
      Checklist checklist = new Checklist();
      CaseFilter.Sort order =
          checklist.choice("sort", sort, CaseFilter.Sort.class, CaseFilter.Sort.DUE);
      Risk only = risk == null ? null : checklist.choice("risk", risk, Risk.class, null);
      one(checklist, "kind", kind, "new", "change");
      one(checklist, "assigned", assigned, "me", "nobody");
      checklist.done();
      return new CaseFilter(
          kind == null ? null : Boolean.valueOf(kind.equals("change")),
          only,
          "me".equals(assigned) ? me : null,
          "nobody".equals(assigned),
          late,
          vendor,
          order);
    }

    private static void one(Checklist checklist, String field, String value, String... of) {
      if (value != null && !List.of(of).contains(value)) {
        checklist.reject(field, "must be one of " + String.join(", ", of), value);
      }
    }
  }

  private Moderation moderation;
  private ModerationQueue queue;
  private Notes notes;
  private CurrentCaller current;

  /** For the container. */
  public ModerationResource() {}

  @Inject
  public ModerationResource(
      Moderation moderation, ModerationQueue queue, Notes notes, CurrentCaller current) {
    this.moderation = moderation;
    this.queue = queue;
    this.notes = notes;
    this.current = current;
  }

  @GET
  @Operation(
      operationId = "listSubmittedListings",
      summary =
          "List what waits: new listings, and edits of listings on sale; the next to be late first")
  @APIResponse(responseCode = "200", description = "What waits")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  public Page<QueueItem> queue(@BeanParam Wanted wanted, @BeanParam Slice slice) {
    Page<CaseView> page = queue.list(wanted.filter(current.get().accountId()), slice.paging());
    Map<UUID, List<FindingView>> findings =
        queue.findings(page.items().stream().map(CaseView::id).toList());
    Map<UUID, OwnListing> listings = new HashMap<>();
    queue.listings(page.items()).forEach(one -> listings.put(one.id(), OwnListing.of(one)));
    return page.map(
        one ->
            QueueItem.of(
                listings.get(one.listingId()),
                Review.of(one, findings.getOrDefault(one.id(), List.of()))));
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getModerationCase",
      summary = "See all about a listing: the edit before and after, checks, decisions, notes")
  @APIResponse(responseCode = "200", description = "All about it")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public CaseDetail detail(@PathParam("id") UUID id) {
    return queue.detail(id);
  }

  @POST
  @Path("/{id}/approve")
  @Operation(
      operationId = "approveListing",
      summary = "Let buyers see a listing, or the edit of it that waits")
  @APIResponse(responseCode = "200", description = "The listing, LIVE")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  @APIResponse(responseCode = "412", ref = "PreconditionFailed")
  public OwnListing approve(@PathParam("id") UUID id, Reason reason) {
    return decide(id, Outcome.APPROVED, reason);
  }

  @POST
  @Path("/{id}/reject")
  @Operation(
      operationId = "rejectListing",
      summary = "Turn down the edit that waits; without one, take the listing off sale for good")
  @APIResponse(
      responseCode = "200",
      description = "The listing: LIVE without its edit, or SUSPENDED")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  @APIResponse(responseCode = "412", ref = "PreconditionFailed")
  public OwnListing reject(@PathParam("id") UUID id, Reason reason) {
    return decide(id, Outcome.REJECTED, reason);
  }

  @POST
  @Path("/{id}/request-changes")
  @Operation(
      operationId = "requestListingChanges",
      summary = "Send a listing or the edit of it back to its vendor")
  @APIResponse(
      responseCode = "200",
      description = "The listing: LIVE with its edit sent back, or CHANGES_REQUESTED")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  @APIResponse(responseCode = "412", ref = "PreconditionFailed")
  public OwnListing requestChanges(@PathParam("id") UUID id, Reason reason) {
    return decide(id, Outcome.CHANGES_REQUESTED, reason);
  }

  @POST
  @Path("/{id}/take")
  @Operation(
      operationId = "takeModerationCase",
      summary = "Work on a case for a quarter of an hour; nobody else decides about it meanwhile")
  @APIResponse(responseCode = "200", description = "The case")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public CaseView take(@PathParam("id") UUID id, Taking taking) {
    return moderation.take(id, taking != null && taking.evenFromAnother());
  }

  @POST
  @Path("/{id}/release")
  @Consumes(MediaType.WILDCARD)
  @Operation(operationId = "releaseModerationCase", summary = "Leave a case to others")
  @APIResponse(responseCode = "200", description = "The case")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public CaseView release(@PathParam("id") UUID id) {
    return moderation.release(id);
  }

  @POST
  @Path("/{id}/undo")
  @Consumes(MediaType.WILDCARD)
  @Operation(operationId = "undoModeration", summary = "Undo your last decision within a minute")
  @APIResponse(responseCode = "200", description = "The listing as it was")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public OwnListing undo(@PathParam("id") UUID id) {
    return OwnListing.of(moderation.undo(id));
  }

  @POST
  @Path("/{id}/notes")
  @Operation(
      operationId = "addModerationNote",
      summary = "Write a note about a listing, for operators only or for its vendor too")
  @APIResponse(responseCode = "200", description = "All notes, newest first")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public List<NoteView> note(@PathParam("id") UUID id, @NotNull NewNote note) {
    return notes.add(id, note.text(), note.toVendor());
  }

  private OwnListing decide(UUID id, Outcome outcome, Reason given) {
    Reason reason = given == null ? Reason.NONE : given;
    return OwnListing.of(moderation.decide(id, reason.round(), outcome, reason.reason()).listing());
  }
}
