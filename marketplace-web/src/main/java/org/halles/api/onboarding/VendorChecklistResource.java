package org.halles.api.onboarding;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.SafeFile;
import org.halles.marketplace.onboarding.ChecklistView;
import org.halles.marketplace.onboarding.Completing;
import org.halles.marketplace.onboarding.Documents;
import org.halles.marketplace.vendor.Memberships;

/** A vendor works through its checklist. */
@Path("/vendor/checklist")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Sell")
@SecurityRequirement(name = "bearer")
public class VendorChecklistResource {

  /** Which version of the terms is accepted. */
  public record Acceptance(int version) {}

  private Completing completing;
  private Documents documents;
  private Memberships memberships;

  /** For the container. */
  public VendorChecklistResource() {}

  @Inject
  public VendorChecklistResource(
      Completing completing, Documents documents, Memberships memberships) {
    this.completing = completing;
    this.documents = documents;
    this.memberships = memberships;
  }

  @GET
  @Operation(operationId = "getChecklist", summary = "See what is done, what is missing and why")
  @APIResponse(responseCode = "200", description = "The checklist")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  public ChecklistView get(@HeaderParam("X-Vendor") String vendor) {
    return completing.view(memberships.scopeOf(vendor));
  }

  @GET
  @Path("/documents/{document}/content")
  @Produces("*/*")
  @Operation(operationId = "readOwnDocument", summary = "Read a document that you handed in")
  @APIResponse(responseCode = "200", description = "The file")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public Response document(
      @HeaderParam("X-Vendor") String vendor, @PathParam("document") UUID document) {
    return SafeFile.answer(documents.open(memberships.scopeOf(vendor), document).file());
  }

  @PUT
  @Path("/{requirement}")
  @Operation(
      operationId = "answerRequirement",
      summary = "Answer a requirement",
      description = "What is wrong is answered as 400 and kept nevertheless.")
  @APIResponse(responseCode = "200", description = "The checklist")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public ChecklistView answer(
      @HeaderParam("X-Vendor") String vendor,
      @PathParam("requirement") UUID requirement,
      @NotNull Map<String, String> answers) {
    return completing.save(memberships.scopeOf(vendor), requirement, answers);
  }

  @PUT
  @Path("/{requirement}/document")
  @Consumes(MediaType.WILDCARD)
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @Operation(
      operationId = "handInDocument",
      summary = "Hand a document in",
      description = "PDF, JPEG or PNG as the body. Only the operator sees it.")
  @APIResponse(responseCode = "200", description = "The checklist")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public ChecklistView handIn(
      @HeaderParam("X-Vendor") String vendor,
      @PathParam("requirement") UUID requirement,
      @QueryParam("name") String name,
      @QueryParam("expiresOn") LocalDate expiresOn,
      InputStream file)
      throws IOException {
    return documents.handIn(
        memberships.scopeOf(vendor), requirement, name, file.readAllBytes(), expiresOn);
  }

  @POST
  @Path("/terms")
  @Operation(operationId = "acceptTerms", summary = "Accept the newest terms")
  @APIResponse(responseCode = "200", description = "The checklist")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public ChecklistView accept(@HeaderParam("X-Vendor") String vendor, @NotNull Acceptance body) {
    return completing.acceptTerms(memberships.scopeOf(vendor), body.version());
  }

  @POST
  @Path("/submit")
  @Operation(operationId = "submitChecklist", summary = "Hand the checklist in")
  @APIResponse(responseCode = "200", description = "The checklist")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "422", ref = "Unprocessable")
  public ChecklistView submit(@HeaderParam("X-Vendor") String vendor) {
    return completing.submit(memberships.scopeOf(vendor));
  }
}
