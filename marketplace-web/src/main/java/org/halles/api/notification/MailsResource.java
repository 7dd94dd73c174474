package org.halles.api.notification;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.Slice;
import org.halles.marketplace.notification.Correspondence;
import org.halles.marketplace.notification.LetterStatus;
import org.halles.marketplace.notification.LetterView;
import org.halles.marketplace.shared.Page;

/** Whether the market's letters arrive. */
@Path("/operator/mails")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operate")
@SecurityRequirement(name = "bearer")
public class MailsResource {

  private Correspondence correspondence;

  /** For the container. */
  public MailsResource() {}

  @Inject
  public MailsResource(Correspondence correspondence) {
    this.correspondence = correspondence;
  }

  @GET
  @Operation(
      operationId = "listMails",
      summary = "List mails, newest first",
      description = "Whether they arrived, never what they say.")
  @APIResponse(responseCode = "200", description = "A page of mails")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  public Page<LetterView> list(
      @QueryParam("status") LetterStatus status,
      @QueryParam("recipient") String recipient,
      @BeanParam Slice slice) {
    return correspondence.list(status, recipient, slice.paging());
  }

  @POST
  @Path("/{id}/retry")
  @Operation(operationId = "retryMail", summary = "Try a mail again now that has not gone yet")
  @APIResponse(responseCode = "200", description = "The mail, WAITING")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public LetterView retry(@PathParam("id") UUID id) {
    return correspondence.retry(id);
  }
}
