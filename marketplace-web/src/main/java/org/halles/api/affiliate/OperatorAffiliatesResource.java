package org.halles.api.affiliate;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import org.halles.api.ShortList;
import org.halles.api.Slice;
import org.halles.marketplace.affiliate.Affiliate;
import org.halles.marketplace.affiliate.AffiliateRate;
import org.halles.marketplace.affiliate.AffiliateRates;
import org.halles.marketplace.affiliate.AffiliateStatus;
import org.halles.marketplace.affiliate.Affiliates;
import org.halles.marketplace.shared.Page;

/** Who may send buyers, and what the platform offers for it. */
@Path("/operator")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Operate")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
public class OperatorAffiliatesResource {

  /** Why, for the affiliate to read. */
  public record Why(String reason) {}

  /** How many days after delivery a share waits. */
  public record Waiting(Integer returnDays) {}

  private Affiliates affiliates;
  private AffiliateRates rates;

  /** For the container. */
  public OperatorAffiliatesResource() {}

  @Inject
  public OperatorAffiliatesResource(Affiliates affiliates, AffiliateRates rates) {
    this.affiliates = affiliates;
    this.rates = rates;
  }

  @GET
  @Path("/affiliates")
  @Operation(operationId = "listAffiliates", summary = "List affiliates, newest first")
  @APIResponse(responseCode = "200", description = "A page of affiliates")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Page<Affiliate> list(
      @QueryParam("status") AffiliateStatus status, @BeanParam Slice slice) {
    return affiliates.list(status, slice.paging());
  }

  @POST
  @Path("/affiliates/{affiliate}/approve")
  @Operation(operationId = "approveAffiliate", summary = "Let an affiliate earn")
  @APIResponse(responseCode = "200", description = "The affiliate")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public Affiliate approve(@PathParam("affiliate") UUID affiliate) {
    return affiliates.approve(affiliate);
  }

  @POST
  @Path("/affiliates/{affiliate}/refuse")
  @Operation(operationId = "refuseAffiliate", summary = "Tell an applicant no")
  @APIResponse(responseCode = "200", description = "The affiliate")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public Affiliate refuse(@PathParam("affiliate") UUID affiliate, @NotNull Why why) {
    return affiliates.refuse(affiliate, why.reason());
  }

  @POST
  @Path("/affiliates/{affiliate}/suspend")
  @Operation(
      operationId = "suspendAffiliate",
      summary = "Let an affiliate earn nothing new, and keep its money back")
  @APIResponse(responseCode = "200", description = "The affiliate")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public Affiliate suspend(@PathParam("affiliate") UUID affiliate, @NotNull Why why) {
    return affiliates.suspend(affiliate, why.reason());
  }

  @GET
  @Path("/affiliate-rates")
  @Operation(
      operationId = "listAffiliateRates",
      summary = "List what the platform offers, in the order it is looked at")
  @APIResponse(responseCode = "200", description = "The rates; the first that fits decides")
  public Page<AffiliateRate> rates(@BeanParam ShortList part) {
    return part.of(rates.platforms());
  }

  @POST
  @Path("/affiliate-rates")
  @Operation(operationId = "addAffiliateRate", summary = "Offer a share, at the end of the list")
  @APIResponse(responseCode = "200", description = "The rate")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public AffiliateRate add(@NotNull AffiliateRate rate) {
    return rates.add(rate);
  }

  @POST
  @Path("/affiliate-rates/{rate}/up")
  @Operation(operationId = "raiseAffiliateRate", summary = "Move a rate one place up")
  @APIResponse(responseCode = "200", description = "The rates in their order")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public Page<AffiliateRate> up(@PathParam("rate") UUID rate) {
    return new Page<>(rates.up(rate), null);
  }

  @DELETE
  @Path("/affiliate-rates/{rate}")
  @Operation(operationId = "removeAffiliateRate", summary = "Offer a share no more")
  @APIResponse(responseCode = "204", description = "It is gone; what was ordered keeps its share")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public void remove(@PathParam("rate") UUID rate) {
    rates.remove(rate);
  }

  @GET
  @Path("/affiliate-terms")
  @Operation(operationId = "getAffiliateTerms", summary = "See how long shares wait")
  @APIResponse(responseCode = "200", description = "The days after delivery")
  public Waiting terms() {
    return new Waiting(rates.terms());
  }

  @PUT
  @Path("/affiliate-terms")
  @Operation(operationId = "changeAffiliateTerms", summary = "Let shares wait so long")
  @APIResponse(responseCode = "200", description = "The days after delivery")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Waiting change(@NotNull Waiting waiting) {
    return new Waiting(rates.wait(waiting.returnDays()));
  }
}
