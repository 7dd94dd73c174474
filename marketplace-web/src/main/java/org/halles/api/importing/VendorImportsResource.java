package org.halles.api.importing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.ShortList;
import org.halles.api.Slice;
import org.halles.marketplace.importing.ErrorFile;
import org.halles.marketplace.importing.FileCategory;
import org.halles.marketplace.importing.ImportItem;
import org.halles.marketplace.importing.ImportSettings;
import org.halles.marketplace.importing.ImportView;
import org.halles.marketplace.importing.Importing;
import org.halles.marketplace.importing.LayoutView;
import org.halles.marketplace.importing.Outcome;
import org.halles.marketplace.importing.Received;
import org.halles.marketplace.importing.Reception;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.vendor.Memberships;
import org.halles.marketplace.vendor.VendorScope;
import org.halles.web.ui.ImportWords;

/** A vendor's catalogue as a file. */
@Path("/vendor/imports")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Sell")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
public class VendorImportsResource {

  /** An import that was queued. */
  @Schema(name = "QueuedImport")
  public record Queued(UUID id) {}

  @Inject private Reception reception;
  @Inject private Importing importing;
  @Inject private ErrorFile errorFile;
  @Inject private Memberships memberships;
  @Context private HttpHeaders headers;

  @POST
  @Consumes(MediaType.WILDCARD)
  @Operation(
      operationId = "importCatalogue",
      summary = "Hand in a catalogue as a file",
      description =
          "The file is the body: UTF-8, UTF-16 or Windows-1252, at most 100 MB. Articles are found"
              + " again by their SKUs, or by their handle where a file has none: a file that comes"
              + " twice changes nothing. What a file does not say stays as it is.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = "text/csv",
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(
      responseCode = "202",
      description = "Queued; look at it under its id",
      content = @Content(schema = @Schema(implementation = Queued.class)))
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "413", description = "The file is larger than 100 MB")
  @APIResponse(responseCode = "422", description = "The file is no table, or in no known layout")
  public Response receive(
      @HeaderParam("X-Vendor") String vendor,
      @QueryParam("format") String format,
      @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
      @QueryParam("fileName") String fileName,
      @HeaderParam("Idempotency-Key") String key,
      InputStream file)
      throws IOException {
    VendorScope scope = memberships.scopeOf(vendor);
    String layout = format == null || format.isBlank() ? null : format.strip();
    Received received = reception.receive(scope, layout, dryRun, fileName, key, file);
    Response.ResponseBuilder answer =
        Response.accepted(new Queued(received.id()))
            .location(URI.create("vendor/imports/" + received.id()));
    return received.replayed()
        ? answer.header("Idempotency-Replayed", "true").build()
        : answer.build();
  }

  @GET
  @Operation(operationId = "listImports", summary = "List your imports, newest first")
  @APIResponse(responseCode = "200", description = "A page of imports")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Page<ImportView> list(@HeaderParam("X-Vendor") String vendor, @BeanParam Slice slice) {
    return importing.list(memberships.scopeOf(vendor), slice.paging());
  }

  @GET
  @Path("/layouts")
  @Operation(operationId = "listImportLayouts", summary = "List the layouts and their columns")
  @APIResponse(responseCode = "200", description = "The layouts")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Page<LayoutView> layouts(
      @HeaderParam("X-Vendor") String vendor, @BeanParam ShortList part) {
    memberships.scopeOf(vendor);
    return part.of(reception.layouts());
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getImport", summary = "Look at an import: progress, counts, errors")
  @APIResponse(responseCode = "200", description = "The import")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public ImportAnswer get(@HeaderParam("X-Vendor") String vendor, @PathParam("id") UUID id) {
    return answer(memberships.scopeOf(vendor), id);
  }

  @GET
  @Path("/{id}/articles")
  @Operation(
      operationId = "listImportArticles",
      summary = "List what becomes of the articles, with every field that changes")
  @APIResponse(responseCode = "200", description = "A page of articles")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public Page<ImportItem> articles(
      @HeaderParam("X-Vendor") String vendor,
      @PathParam("id") UUID id,
      @QueryParam("outcome") Outcome outcome,
      @BeanParam Slice slice) {
    return importing.items(memberships.scopeOf(vendor), id, outcome, slice.paging());
  }

  @GET
  @Path("/{id}/errors")
  @Operation(
      operationId = "listImportErrors",
      summary = "List everything that is wrong, errors before notices, by row")
  @APIResponse(responseCode = "200", description = "A page of errors")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public Page<ImportAnswer.Trouble> errors(
      @HeaderParam("X-Vendor") String vendor, @PathParam("id") UUID id, @BeanParam Slice slice) {
    String language = language();
    return importing
        .problems(memberships.scopeOf(vendor), id, slice.paging())
        .map(problem -> ImportAnswer.Trouble.of(problem, language));
  }

  @GET
  @Path("/{id}/errors.csv")
  @Produces("text/csv")
  @Operation(
      operationId = "downloadImportErrors",
      summary = "Download everything that is wrong as a table")
  @APIResponse(responseCode = "200", description = "CSV, formulas disarmed")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public Response errorFile(@HeaderParam("X-Vendor") String vendor, @PathParam("id") UUID id) {
    VendorScope scope = memberships.scopeOf(vendor);
    importing.get(scope, id);
    String language = language();
    StreamingOutput rows =
        out ->
            errorFile.write(scope, id, language, problem -> ImportWords.in(problem, language), out);
    return Downloads.csv(rows, "import-" + id + "-errors.csv");
  }

  @GET
  @Path("/{id}/categories")
  @Operation(
      operationId = "listImportCategories",
      summary = "List the categories of the file and what they are taken for")
  @APIResponse(responseCode = "200", description = "The categories, most used first")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Page<FileCategory> categories(
      @HeaderParam("X-Vendor") String vendor, @PathParam("id") UUID id, @BeanParam ShortList part) {
    return part.of(importing.categories(memberships.scopeOf(vendor), id));
  }

  @PUT
  @Path("/{id}/settings")
  @Operation(
      operationId = "mapImport",
      summary = "Say how the file of a dry run is to be understood",
      description =
          "Language, currency, columns and categories; remembered for your next file in the same"
              + " layout. What would change is found out anew.")
  @APIResponse(responseCode = "200", description = "The import, queued again")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public ImportAnswer map(
      @HeaderParam("X-Vendor") String vendor,
      @PathParam("id") UUID id,
      @NotNull ImportSettings settings) {
    VendorScope scope = memberships.scopeOf(vendor);
    importing.remap(scope, id, settings);
    return answer(scope, id);
  }

  @POST
  @Path("/{id}/start")
  @Consumes(MediaType.WILDCARD)
  @Operation(
      operationId = "startImport",
      summary = "Do what a dry run found out, or go on where it was stopped")
  @APIResponse(responseCode = "200", description = "The import, queued")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public ImportAnswer start(@HeaderParam("X-Vendor") String vendor, @PathParam("id") UUID id) {
    VendorScope scope = memberships.scopeOf(vendor);
    importing.start(scope, id);
    return answer(scope, id);
  }

  @POST
  @Path("/{id}/stop")
  @Consumes(MediaType.WILDCARD)
  @Operation(operationId = "stopImport", summary = "Stop after the articles in hand")
  @APIResponse(responseCode = "200", description = "The import, stopping or stopped")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public ImportAnswer stop(@HeaderParam("X-Vendor") String vendor, @PathParam("id") UUID id) {
    VendorScope scope = memberships.scopeOf(vendor);
    importing.stop(scope, id);
    return answer(scope, id);
  }

  private ImportAnswer answer(VendorScope scope, UUID id) {
    return ImportAnswer.of(
        importing.get(scope, id),
        importing.problems(scope, id, Paging.of(Paging.MOST, null)),
        language());
  }

  private String language() {
    return Downloads.language(headers);
  }
}
