package org.halles.api.returns;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.ShortList;
import org.halles.marketplace.returns.ReturnReason;
import org.halles.marketplace.returns.ReturnReasons;
import org.halles.marketplace.shared.Page;

/** Why goods may go back. */
@Path("/return-reasons")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Buy")
@SecurityRequirements
public class ReturnReasonsResource {

  private ReturnReasons reasons;

  /** For the container. */
  public ReturnReasonsResource() {}

  @Inject
  public ReturnReasonsResource(ReturnReasons reasons) {
    this.reasons = reasons;
  }

  @GET
  @Operation(
      operationId = "listReturnReasons",
      summary = "List the reasons for which goods go back")
  @APIResponse(responseCode = "200", description = "Reasons")
  @APIResponse(responseCode = "406", description = "Only JSON is spoken here")
  public Page<ReturnReason> list(@BeanParam ShortList part) {
    return part.of(reasons.offered());
  }
}
