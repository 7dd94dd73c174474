package org.halles.api.onboarding;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import org.halles.api.ShortList;
import org.halles.marketplace.onboarding.Admission;
import org.halles.marketplace.onboarding.ChecklistView;
import org.halles.marketplace.onboarding.DocumentView;
import org.halles.marketplace.onboarding.Documents;
import org.halles.marketplace.shared.Page;

/** What the operator decides on a vendor by. */
@Path("/operator/vendors")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Operate")
@SecurityRequirement(name = "bearer")
public class VendorFileResource {

  /** Why; the vendor reads it. */
  public record Reason(String reason) {}

  private Admission admission;
  private Documents documents;

  /** For the container. */
  public VendorFileResource() {}

  @Inject
  public VendorFileResource(Admission admission, Documents documents) {
    this.admission = admission;
    this.documents = documents;
  }

  @GET
  @Path("/{vendor}/checklist")
  @Operation(operationId = "getVendorChecklist", summary = "See a vendor’s checklist")
  @APIResponse(responseCode = "200", description = "The checklist")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public ChecklistView checklist(@PathParam("vendor") UUID vendor) {
    return admission.checklist(vendor);
  }

  @GET
  @Path("/{vendor}/documents")
  @Operation(operationId = "listVendorDocuments", summary = "List a vendor’s documents")
  @APIResponse(responseCode = "200", description = "Documents, newest first")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Page<DocumentView> documents(@PathParam("vendor") UUID vendor, @BeanParam ShortList part) {
    return part.of(documents.list(vendor));
  }

  @GET
  @Path("/{vendor}/documents/{document}/content")
  @Produces("*/*")
  @Operation(
      operationId = "readVendorDocument",
      summary = "Read a document of a vendor; that you did is written down")
  @APIResponse(responseCode = "200", description = "The file")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public Response content(@PathParam("vendor") UUID vendor, @PathParam("document") UUID document) {
    return SafeFile.answer(documents.read(vendor, document).file());
  }

  @POST
  @Path("/{vendor}/documents/{document}/accept")
  @Operation(operationId = "acceptDocument", summary = "Accept a document")
  @APIResponse(responseCode = "200", description = "The checklist")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public ChecklistView accept(
      @PathParam("vendor") UUID vendor, @PathParam("document") UUID document) {
    return documents.accept(vendor, document);
  }

  @POST
  @Path("/{vendor}/documents/{document}/refuse")
  @Operation(operationId = "refuseDocument", summary = "Refuse a document")
  @APIResponse(responseCode = "200", description = "The checklist")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public ChecklistView refuse(
      @PathParam("vendor") UUID vendor,
      @PathParam("document") UUID document,
      @NotNull Reason body) {
    return documents.refuse(vendor, document, body.reason());
  }
}
