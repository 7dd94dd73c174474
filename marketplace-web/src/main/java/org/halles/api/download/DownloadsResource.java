package org.halles.api.download;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.ShortList;
import org.halles.api.problem.Problem;
import org.halles.marketplace.download.Downloads;
import org.halles.marketplace.shared.Page;

/** Files for those who bought them. */
@Path("/downloads")
@RequestScoped
@Tag(name = "Buy")
@SecurityRequirements
public class DownloadsResource {

  private Downloads downloads;

  /** For the container. */
  public DownloadsResource() {}

  @Inject
  public DownloadsResource(Downloads downloads) {
    this.downloads = downloads;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "listDownloads",
      summary = "List the files of a purchase",
      description = "For its buyer, or whoever has the access key of the checkout.")
  @APIResponse(responseCode = "200", description = "Every file, open or closed")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public Page<DownloadAnswer> list(
      @Parameter(description = "The purchase's number") @QueryParam("order") String number,
      @Parameter(description = "As returned by the checkout") @QueryParam("accessKey")
          String accessKey,
      @BeanParam ShortList part) {
    return part.of(
        downloads.ofPurchase(number, accessKey).stream().map(DownloadAnswer::of).toList());
  }

  @POST
  @Path("/{secret}")
  @Produces({MediaType.APPLICATION_OCTET_STREAM, Problem.MEDIA_TYPE})
  @Operation(
      operationId = "download",
      summary = "Get a file that was bought",
      description = "Counts each time. Whoever knows the address may; it is as good as a key.")
  @APIResponse(
      responseCode = "200",
      description = "The file",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "422", ref = "Unprocessable")
  public Response take(@PathParam("secret") String secret) {
    Downloads.Opened file = downloads.take(secret);
    return Response.ok(file.content(), MediaType.APPLICATION_OCTET_STREAM)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename*=UTF-8''"
                + URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20"))
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }
}
