package org.halles.api.payment;

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
import org.halles.marketplace.payment.CapturePolicy;
import org.halles.marketplace.shared.Page;

/** When buyers' money is taken: at checkout, on acceptance, or before the first parcel leaves. */
@Path("/operator/capture-terms")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Operate")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
public class CaptureTermsResource {

  private CapturePolicy policy;

  /** For the container. */
  public CaptureTermsResource() {}

  @Inject
  public CaptureTermsResource(CapturePolicy policy) {
    this.policy = policy;
  }

  @GET
  @Operation(
      operationId = "getCaptureTerms",
      summary = "See when the money of vendors without a moment of their own is taken")
  @APIResponse(responseCode = "200", description = "The usual moment")
  public CapturePolicy.Terms usual() {
    return policy.usual();
  }

  @PUT
  @Operation(
      operationId = "setCaptureTerms",
      summary = "Change when money is taken, for purchases from now on")
  @APIResponse(responseCode = "200", description = "The usual moment")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public CapturePolicy.Terms change(@Valid @NotNull CapturePolicy.Terms terms) {
    return policy.change(terms);
  }

  @GET
  @Path("/vendors")
  @Operation(
      operationId = "listVendorCaptureTerms",
      summary = "List vendors with a moment of their own, by name")
  @APIResponse(responseCode = "200", description = "A page of vendors")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Page<CapturePolicy.OwnTerms> own(@BeanParam Slice slice) {
    return policy.own(slice.paging());
  }

  @GET
  @Path("/vendors/{vendor}")
  @Operation(operationId = "getVendorCaptureTerms", summary = "See when a vendor's money is taken")
  @APIResponse(responseCode = "200", description = "The moment")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public CapturePolicy.Terms of(@PathParam("vendor") UUID vendor) {
    return policy.of(vendor);
  }

  @PUT
  @Path("/vendors/{vendor}")
  @Operation(operationId = "setVendorCaptureTerms", summary = "Give a vendor a moment of its own")
  @APIResponse(responseCode = "200", description = "The moment")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public CapturePolicy.Terms change(
      @PathParam("vendor") UUID vendor, @Valid @NotNull CapturePolicy.Terms terms) {
    return policy.change(vendor, terms);
  }

  @DELETE
  @Path("/vendors/{vendor}")
  @Operation(
      operationId = "deleteVendorCaptureTerms",
      summary = "Let the usual moment hold for a vendor again")
  @APIResponse(responseCode = "200", description = "The usual moment")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public CapturePolicy.Terms forget(@PathParam("vendor") UUID vendor) {
    return policy.forget(vendor);
  }
}
