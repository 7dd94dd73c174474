package org.halles.api.payout;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.ShortList;
import org.halles.marketplace.payout.SepaAccount;
import org.halles.marketplace.payout.SepaAccounts;
import org.halles.marketplace.payout.SepaFile;
import org.halles.marketplace.payout.SepaFiles;
import org.halles.marketplace.shared.Page;

/** Payouts by bank: the account they leave from, and files of credit transfers. */
@Path("/operator/sepa")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operate")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
public class SepaResource {

  private SepaFiles files;
  private SepaAccounts accounts;

  /** For the container. */
  public SepaResource() {}

  @Inject
  public SepaResource(SepaFiles files, SepaAccounts accounts) {
    this.files = files;
    this.accounts = accounts;
  }

  @GET
  @Path("/account")
  @Operation(
      operationId = "getSepaAccount",
      summary = "From which account vendors are paid by bank")
  @APIResponse(responseCode = "200", description = "The account; empty fields before one is named")
  public SepaAccount account() {
    return accounts.find().orElseGet(() -> new SepaAccount(null, null, null, false));
  }

  @PUT
  @Path("/account")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "settleSepaAccount",
      summary = "Name the account, and say whether payouts in euros go by credit transfer")
  @APIResponse(responseCode = "200", description = "The account")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public SepaAccount settle(SepaAccount account) {
    return accounts.settle(account);
  }

  @GET
  @Path("/runs/{run}/files")
  @Operation(operationId = "listSepaFiles", summary = "List the files made of a payout run")
  @APIResponse(responseCode = "200", description = "All of them, newest first")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public Page<SepaFile> list(@PathParam("run") UUID run, @BeanParam ShortList part) {
    return part.of(files.of(run));
  }

  @POST
  @Path("/runs/{run}/files")
  @Operation(
      operationId = "makeSepaFile",
      summary = "Make a file of what waits to be paid by bank with an approved run")
  @APIResponse(
      responseCode = "201",
      description = "The file; its content is downloaded apart",
      content = @Content(schema = @Schema(implementation = SepaFile.class)))
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public Response make(@PathParam("run") UUID run) {
    SepaFile file = files.make(run);
    return Response.created(URI.create("operator/sepa/files/" + file.id())).entity(file).build();
  }

  @GET
  @Path("/files/{file}")
  @Operation(operationId = "getSepaFile", summary = "Look at a file")
  @APIResponse(responseCode = "200", description = "Its figures")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public SepaFile get(@PathParam("file") UUID file) {
    return files.find(file);
  }

  @GET
  @Path("/files/{file}/content")
  @Produces(MediaType.APPLICATION_XML)
  @Operation(
      operationId = "downloadSepaFile",
      summary = "Download a file for the bank",
      description = "ISO 20022 pain.001.001.09.")
  @APIResponse(responseCode = "200", description = "The credit transfers")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public Response content(@PathParam("file") UUID file) {
    String name = files.find(file).messageId();
    return Response.ok(files.content(file))
        .header("Content-Disposition", "attachment; filename=\"" + name + ".xml\"")
        .header("Cache-Control", "no-store")
        .build();
  }

  @POST
  @Path("/files/{file}/sent")
  @Operation(operationId = "sendSepaFile", summary = "Record that a file was handed to the bank")
  @APIResponse(responseCode = "200", description = "The file; its payouts are SENT")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public SepaFile sent(@PathParam("file") UUID file) {
    return files.sent(file);
  }
}
