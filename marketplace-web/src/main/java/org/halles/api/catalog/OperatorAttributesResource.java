package org.halles.api.catalog;

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
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.ShortList;
import org.halles.marketplace.attribute.AttributeInput;
import org.halles.marketplace.attribute.AttributeView;
import org.halles.marketplace.attribute.Attributes;
import org.halles.marketplace.shared.Page;

/** The dictionary of what is said about things. */
@Path("/operator/attributes")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Operate")
@SecurityRequirement(name = "bearer")
public class OperatorAttributesResource {

  private Attributes attributes;

  /** For the container. */
  public OperatorAttributesResource() {}

  @Inject
  public OperatorAttributesResource(Attributes attributes) {
    this.attributes = attributes;
  }

  @GET
  @Operation(operationId = "listAttributes", summary = "List all attributes with their values")
  @APIResponse(responseCode = "200", description = "The whole dictionary")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  public Page<AttributeView> list(@BeanParam ShortList part) {
    return part.of(attributes.all());
  }

  @PUT
  @Path("/{code}")
  @Operation(
      operationId = "defineAttribute",
      summary = "Add an attribute, or change it",
      description =
          "Its type stays as it was made. Values that are left out are kept for what was sold, and"
              + " not offered any more.")
  @APIResponse(responseCode = "200", description = "The attribute")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  public AttributeView define(@PathParam("code") String code, @NotNull AttributeInput input) {
    return attributes.define(code, input);
  }

  @POST
  @Path("/{code}/archive")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      operationId = "archiveAttribute",
      summary = "Ask nobody for it any more",
      description = "What was said stays on the listings. Defining it again brings it back.")
  @APIResponse(responseCode = "200", description = "The attribute")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public AttributeView archive(@PathParam("code") String code) {
    return attributes.archive(code, true);
  }
}
