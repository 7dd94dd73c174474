package org.halles.api.commission;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.Continued;
import org.halles.api.ShortList;
import org.halles.api.Slice;
import org.halles.marketplace.commission.CommissionRules;
import org.halles.marketplace.commission.NewRule;
import org.halles.marketplace.commission.Proposals;
import org.halles.marketplace.commission.RuleKind;
import org.halles.marketplace.commission.RuleVersion;
import org.halles.marketplace.commission.Terms;
import org.halles.marketplace.plugin.Plugins;
import org.halles.marketplace.pricing.RuleTrial;
import org.halles.marketplace.shared.Page;

/** The operator's commission rules, and what vendors propose. */
@Path("/operator/commission-rules")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Operate")
@SecurityRequirement(name = "bearer")
public class CommissionRulesResource {

  /**
   * The rules in force in their order, what waits for an answer, and the kinds to write rules of.
   *
   * @param next where the rules go on, or null: without a limit all come at once
   */
  public record Overview(
      List<RuleVersion> items, String next, List<RuleVersion> proposals, List<String> kinds)
      implements Continued {}

  /** All rules of a group, the first to be asked first. */
  public record Order(String group, @NotNull List<@NotNull UUID> ids) {}

  /** Which content is accepted, and where it goes; the first place if none is given. */
  public record Acceptance(@NotBlank String contentHash, Integer position) {}

  /** Which content is answered, and with what. */
  public record Counter(@NotBlank String contentHash, @NotNull Terms terms) {}

  /** Why not. */
  public record Rejection(String reason) {}

  private CommissionRules rules;
  private Proposals proposals;
  private Plugins plugins;
  private RuleTrial trial;

  /** For the container. */
  public CommissionRulesResource() {}

  @Inject
  public CommissionRulesResource(
      CommissionRules rules, Proposals proposals, Plugins plugins, RuleTrial trial) {
    this.trial = trial;
    this.rules = rules;
    this.proposals = proposals;
    this.plugins = plugins;
  }

  @GET
  @Operation(
      operationId = "listCommissionRules",
      summary = "List the commission rules",
      description =
          "Per group the first rule that matches wins, groups add up. Warnings name rules that can"
              + " hardly be reached.")
  @APIResponse(responseCode = "200", description = "Rules in force, proposals, kinds")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  public Overview list(@BeanParam ShortList part) {
    Page<RuleVersion> inForce = part.of(rules.inForce());
    return new Overview(inForce.items(), inForce.next(), proposals.waiting(), plugins.ruleKinds());
  }

  @GET
  @Path("/kinds")
  @Operation(
      operationId = "listCommissionRuleKinds",
      summary = "List the kinds of rules and what each asks for",
      description =
          "A kind comes with a plugin. `configuration` of a rule is an object with the "
              + "fields named here.")
  @APIResponse(responseCode = "200", description = "Every kind that is switched on")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  public Page<RuleKind> kinds(@BeanParam ShortList part) {
    return part.of(rules.kinds());
  }

  @POST
  @Path("/trials")
  @Operation(
      operationId = "tryCommissionRule",
      summary = "See what a rule would take of a sale",
      description = "Nothing is written. The sale is one unit, sold in France by a trader.")
  @APIResponse(responseCode = "200", description = "What it would take, with every step")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  public RuleTrial.Outcome attempt(@NotNull RuleTrial.Request request) {
    return trial.of(request);
  }

  @GET
  @Path("/past")
  @Operation(
      operationId = "listPastCommissionRules",
      summary = "List the versions that are not in force",
      description =
          "Ended and replaced versions and proposals that came to nothing, newest first. Versions"
              + " never change: each is as it was when orders were sold under it.")
  @APIResponse(responseCode = "200", description = "Versions, newest first")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  public Page<RuleVersion> past(@BeanParam Slice slice) {
    return rules.past(slice.paging());
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getCommissionRule",
      summary = "List the versions of a rule",
      description =
          "A version is never edited: what an order paid can be looked up under the "
              + "version that decided it, for ever.")
  @APIResponse(responseCode = "200", description = "Every version, newest first")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Page<RuleVersion> history(@PathParam("id") UUID id, @BeanParam ShortList part) {
    return part.of(rules.history(id));
  }

  @POST
  @Operation(
      operationId = "createCommissionRule",
      summary = "Put a rule in force",
      description =
          "With `replaces` it becomes the next version of that rule. Versions never change: what an"
              + " order paid can be looked up for ever.")
  @APIResponse(
      responseCode = "201",
      description = "The rule",
      content = @Content(schema = @Schema(implementation = RuleVersion.class)))
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public Response create(@NotNull NewRule rule) {
    RuleVersion version = rules.create(rule);
    return Response.created(URI.create("operator/commission-rules/" + version.id()))
        .entity(version)
        .build();
  }

  @PUT
  @Path("/order")
  @Operation(
      operationId = "orderCommissionRules",
      summary = "Put the rules of a group in order",
      description =
          "Name all rules in force of the group, the first to be asked first: of these "
              + "the first that matches a sale and answers decides. A rule above others that "
              + "leaves them nothing carries a warning.")
  @APIResponse(responseCode = "200", description = "The rules in force, in their order")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  public List<RuleVersion> order(@Valid @NotNull Order order) {
    return rules.order(order.group() == null ? "commission" : order.group(), order.ids());
  }

  @POST
  @Path("/{id}/retire")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      operationId = "retireCommissionRule",
      summary = "End a rule",
      description =
          "What it decided stays as it is and stays explained; its versions can still "
              + "be read.")
  @APIResponse(responseCode = "204", description = "It decides nothing any more")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public void retire(@PathParam("id") UUID id) {
    rules.retire(id);
  }

  @POST
  @Path("/{id}/accept")
  @Operation(
      operationId = "acceptCommissionProposal",
      summary = "Put a vendor's proposal in force",
      description = "Names the content that was read; 409 if it says something else now.")
  @APIResponse(responseCode = "200", description = "The rule")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public RuleVersion accept(@PathParam("id") UUID id, @Valid @NotNull Acceptance acceptance) {
    return proposals.accept(id, acceptance.contentHash(), acceptance.position());
  }

  @POST
  @Path("/{id}/counter")
  @Operation(
      operationId = "counterCommissionProposal",
      summary = "Offer a vendor something else",
      description =
          "Names the content that was read; 409 if it says something else now. The offer is signed"
              + " by the operator and decides nothing until the vendor accepts exactly it.")
  @APIResponse(responseCode = "200", description = "The offer")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public RuleVersion counter(@PathParam("id") UUID id, @Valid @NotNull Counter counter) {
    return proposals.counter(id, counter.contentHash(), counter.terms());
  }

  @POST
  @Path("/{id}/reject")
  @Operation(
      operationId = "rejectCommissionProposal",
      summary = "Turn a vendor's proposal down",
      description =
          "The vendor may propose other terms; a plugin that proposes exactly these "
              + "again is not heard.")
  @APIResponse(responseCode = "204", description = "It is not proposed again")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public void reject(@PathParam("id") UUID id, Rejection rejection) {
    proposals.reject(id, rejection == null ? null : rejection.reason());
  }
}
