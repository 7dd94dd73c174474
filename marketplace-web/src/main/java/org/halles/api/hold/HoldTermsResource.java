package org.halles.api.hold;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.Slice;
import org.halles.marketplace.hold.HoldPolicy;
import org.halles.marketplace.hold.HoldTerms;
import org.halles.marketplace.shared.Page;

/** How long vendors' money waits after delivery, and what is kept back of it. */
@Path("/operator/hold-terms")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Operate")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
public class HoldTermsResource {

  private HoldPolicy policy;

  /** For the container. */
  public HoldTermsResource() {}

  @Inject
  public HoldTermsResource(HoldPolicy policy) {
    this.policy = policy;
  }

  @GET
  @Operation(
      operationId = "getHoldTerms",
      summary = "See how long the money of vendors without terms of their own waits")
  @APIResponse(responseCode = "200", description = "The usual terms")
  public HoldTerms usual() {
    return policy.usual();
  }

  @PUT
  @Operation(
      operationId = "setHoldTerms",
      summary = "Change the usual terms for money that begins to wait from now on")
  @APIResponse(responseCode = "200", description = "The usual terms")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public HoldTerms change(@Valid @NotNull HoldTerms terms) {
    return policy.change(terms);
  }

  @GET
  @Path("/vendors")
  @Operation(
      operationId = "listVendorHoldTerms",
      summary = "List vendors with terms of their own, by name")
  @APIResponse(responseCode = "200", description = "A page of vendors")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Page<HoldPolicy.OwnTerms> own(@BeanParam Slice slice) {
    return policy.own(slice.paging());
  }

  @GET
  @Path("/vendors/{vendor}")
  @Operation(
      operationId = "getVendorHoldTerms",
      summary = "See a vendor's terms: its own, or the usual ones")
  @APIResponse(responseCode = "200", description = "The terms")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public HoldTerms of(@PathParam("vendor") UUID vendor) {
    return policy.of(vendor);
  }

  @PUT
  @Path("/vendors/{vendor}")
  @Operation(operationId = "setVendorHoldTerms", summary = "Give a vendor terms of its own")
  @APIResponse(responseCode = "200", description = "The terms")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public HoldTerms change(@PathParam("vendor") UUID vendor, @Valid @NotNull HoldTerms terms) {
    return policy.change(vendor, terms);
  }

  @DELETE
  @Path("/vendors/{vendor}")
  @Operation(
      operationId = "deleteVendorHoldTerms",
      summary = "Let the usual terms hold for a vendor again")
  @APIResponse(responseCode = "200", description = "The usual terms")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public HoldTerms forget(@PathParam("vendor") UUID vendor) {
    return policy.forget(vendor);
  }
}
