package org.halles.api.order;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.Slice;
import org.halles.marketplace.conversation.Conversations;
import org.halles.marketplace.conversation.ThreadSummary;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.vendor.Memberships;

/** A vendor's threads with its buyers, the last written to first. */
@Path("/vendor/messages")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sell")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
public class VendorThreadsResource {

  private Conversations conversations;
  private Memberships memberships;

  /** For the container. */
  public VendorThreadsResource() {}

  @Inject
  public VendorThreadsResource(Conversations conversations, Memberships memberships) {
    this.conversations = conversations;
    this.memberships = memberships;
  }

  @GET
  @Operation(operationId = "listVendorThreads", summary = "List your threads with buyers")
  @APIResponse(responseCode = "200", description = "A page of threads")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Page<ThreadSummary> list(@HeaderParam("X-Vendor") String vendor, @BeanParam Slice slice) {
    return conversations.list(memberships.scopeOf(vendor), slice.paging());
  }
}
