package org.halles.api.returns;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.ShortList;
import org.halles.marketplace.returns.ReturnPolicy;
import org.halles.marketplace.returns.ReturnReason;
import org.halles.marketplace.returns.ReturnReasons;
import org.halles.marketplace.shared.Page;

/** The operator sets the rules of returns. */
@Path("/operator")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Operate")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
public class ReturnRulesResource {

  private ReturnPolicy policy;
  private ReturnReasons reasons;

  /** For the container. */
  public ReturnRulesResource() {}

  @Inject
  public ReturnRulesResource(ReturnPolicy policy, ReturnReasons reasons) {
    this.policy = policy;
    this.reasons = reasons;
  }

  @GET
  @Path("/return-policy")
  @Operation(operationId = "getReturnPolicy", summary = "Read the deadlines of returns")
  @APIResponse(responseCode = "200", description = "The policy")
  public ReturnPolicy.Terms policy() {
    return policy.get();
  }

  @PUT
  @Path("/return-policy")
  @Operation(operationId = "changeReturnPolicy", summary = "Change the deadlines of returns")
  @APIResponse(responseCode = "200", description = "The policy from now on")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public ReturnPolicy.Terms change(@Valid @NotNull ReturnPolicy.Terms terms) {
    return policy.change(terms);
  }

  @GET
  @Path("/return-reasons")
  @Operation(operationId = "listAllReturnReasons", summary = "List all reasons, also retired ones")
  @APIResponse(responseCode = "200", description = "Reasons")
  public Page<ReturnReason> reasons(@BeanParam ShortList part) {
    return part.of(reasons.all());
  }

  @PUT
  @Path("/return-reasons/{code}")
  @Operation(operationId = "saveReturnReason", summary = "Add a reason, or change it")
  @APIResponse(responseCode = "200", description = "The reason as it is now")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public ReturnReason save(
      @PathParam("code") String code, @Valid @NotNull Bodies.KeptReason reason) {
    return reasons.save(reason.reason(code));
  }
}
