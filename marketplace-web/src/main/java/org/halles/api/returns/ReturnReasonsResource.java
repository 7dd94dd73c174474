package org.halles.api.returns;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.marketplace.returns.ReturnReason;
import org.halles.marketplace.returns.ReturnReasons;

/** Why goods may go back. */
@Path("/return-reasons")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Buy")
@SecurityRequirements
public class ReturnReasonsResource {

  /** In the operator's order. */
  public record ReasonsAnswer(List<ReturnReason> items) {}

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
  public ReasonsAnswer list() {
    return new ReasonsAnswer(reasons.offered());
  }
}
