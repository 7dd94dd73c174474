package org.halles.api.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.Slice;
import org.halles.marketplace.identity.AccountView;
import org.halles.marketplace.identity.OperatorSort;
import org.halles.marketplace.identity.OperatorView;
import org.halles.marketplace.identity.Operators;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.Page;

/** Who runs the marketplace. */
@Path("/operator/people")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Operate")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
public class OperatorPeopleResource {

  /** Somebody with an account, and the roles to give: admin, moderator, finance, support. */
  public record NewOperator(String email, List<String> roles) {}

  /** The roles somebody has from now on. */
  public record NewRoles(List<String> roles) {}

  private Operators operators;

  /** For the container. */
  public OperatorPeopleResource() {}

  @Inject
  public OperatorPeopleResource(Operators operators) {
    this.operators = operators;
  }

  @GET
  @Operation(operationId = "listOperators", summary = "List everybody with a role")
  @APIResponse(
      responseCode = "200",
      description = "A page of people, by name if not asked otherwise")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Page<OperatorView> list(
      @Parameter(description = "A part of the name or the address") @QueryParam("q") String words,
      @QueryParam("sort") OperatorSort sort,
      @BeanParam Slice slice) {
    return operators.list(words, sort, slice.paging());
  }

  @POST
  @Operation(operationId = "admitOperator", summary = "Give roles to the account of an address")
  @APIResponse(responseCode = "200", description = "Their roles")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public OperatorView admit(@NotNull NewOperator wanted) {
    return view(operators.admit(wanted.email(), roles(wanted.roles())));
  }

  @PUT
  @Path("/{account}/roles")
  @Operation(
      operationId = "assignOperatorRoles",
      summary = "Give somebody exactly these roles",
      description = "Ends their sessions. The last administrator stays one.")
  @APIResponse(responseCode = "200", description = "Their roles")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public OperatorView assign(@PathParam("account") UUID account, @NotNull NewRoles wanted) {
    return view(operators.assign(account, roles(wanted.roles())));
  }

  private static OperatorView view(AccountView account) {
    return new OperatorView(account.id(), account.name(), account.email(), account.roles());
  }

  private static Set<Role> roles(List<String> names) {
    Checklist checklist = new Checklist();
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (String name : names == null ? List.<String>of() : names) {
      String wanted = name == null ? "" : name.strip().toUpperCase(Locale.ROOT);
      Arrays.stream(Role.values())
          .filter(role -> role.isOperator() && role.name().equals(wanted))
          .findFirst()
          .ifPresentOrElse(
              roles::add,
              () ->
                  checklist.reject(
                      "roles", "must be among admin, moderator, finance, support", name));
    }
    checklist.done();
    return roles;
  }
}
