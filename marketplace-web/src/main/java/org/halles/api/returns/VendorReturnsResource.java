package org.halles.api.returns;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.SafeFile;
import org.halles.api.Slice;
import org.halles.marketplace.returns.Receiving;
import org.halles.marketplace.returns.ReturnView;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.vendor.Memberships;

/** A vendor answers, receives and checks what buyers send back. */
@Path("/vendor/returns")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Sell")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
public class VendorReturnsResource {

  private Receiving receiving;
  private Memberships memberships;

  /** For the container. */
  public VendorReturnsResource() {}

  @Inject
  public VendorReturnsResource(Receiving receiving, Memberships memberships) {
    this.receiving = receiving;
    this.memberships = memberships;
  }

  @GET
  @Operation(
      operationId = "listVendorReturns",
      summary = "List your returns and withdrawals, newest first")
  @APIResponse(responseCode = "200", description = "A page of returns")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Page<ReturnView> list(@HeaderParam("X-Vendor") String vendor, @BeanParam Slice slice) {
    return receiving.list(memberships.scopeOf(vendor), slice.paging());
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getVendorReturn", summary = "Read one")
  @APIResponse(responseCode = "200", description = "The return")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public ReturnView get(@HeaderParam("X-Vendor") String vendor, @PathParam("id") UUID id) {
    return receiving.get(memberships.scopeOf(vendor), id);
  }

  @POST
  @Path("/{id}/accept")
  @Operation(
      operationId = "acceptReturn",
      summary = "Take the goods back: say where to, and maybe with which label")
  @APIResponse(responseCode = "200", description = "The return, ACCEPTED")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  @APIResponse(responseCode = "422", ref = "Unprocessable")
  public ReturnView accept(
      @HeaderParam("X-Vendor") String vendor,
      @PathParam("id") UUID id,
      @Valid @NotNull Bodies.Acceptance how) {
    return receiving.accept(
        memberships.scopeOf(vendor), id, how.address(), how.attachment(), how.words());
  }

  @POST
  @Path("/{id}/refuse")
  @Operation(operationId = "refuseReturn", summary = "Do not take the goods back, and say why")
  @APIResponse(responseCode = "200", description = "The return, REFUSED")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public ReturnView refuse(
      @HeaderParam("X-Vendor") String vendor,
      @PathParam("id") UUID id,
      @Valid @NotNull Bodies.Words why) {
    return receiving.refuse(memberships.scopeOf(vendor), id, why.words());
  }

  @POST
  @Path("/{id}/check")
  @Operation(
      operationId = "checkReturn",
      summary = "Say what came back as it should: its money goes back",
      description = "Of a withdrawal, the operator decides about units that did not.")
  @APIResponse(responseCode = "200", description = "The return, COMPLETED or REJECTED")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  @APIResponse(responseCode = "422", ref = "Unprocessable")
  public ReturnView check(
      @HeaderParam("X-Vendor") String vendor,
      @PathParam("id") UUID id,
      @Valid @NotNull Bodies.Verdict verdict) {
    return receiving.check(
        memberships.scopeOf(vendor), id, Bodies.units(verdict.lines()), verdict.words());
  }

  @POST
  @Path("/{id}/refund")
  @Operation(
      operationId = "refundReturn",
      summary = "Give the money back without waiting for the goods")
  @APIResponse(responseCode = "200", description = "The return, COMPLETED")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  @APIResponse(responseCode = "422", ref = "Unprocessable")
  public ReturnView refund(
      @HeaderParam("X-Vendor") String vendor,
      @PathParam("id") UUID id,
      @Valid @NotNull Bodies.Words why) {
    return receiving.refundWithoutGoods(memberships.scopeOf(vendor), id, why.words());
  }

  @GET
  @Path("/{id}/files/{file}")
  @Produces("*/*")
  @Operation(operationId = "getVendorReturnFile", summary = "Read a file of a return")
  @APIResponse(responseCode = "200", description = "The file")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public Response file(
      @HeaderParam("X-Vendor") String vendor,
      @PathParam("id") UUID id,
      @PathParam("file") UUID file) {
    return SafeFile.answer(receiving.file(memberships.scopeOf(vendor), id, file));
  }
}
