package org.halles.api.request;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.media.UploadedPicture;
import org.halles.marketplace.media.Picture;
import org.halles.marketplace.media.Pictures;

/** Pictures that show what a buyer looks for. */
@Path("/request-pictures")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Requests")
@SecurityRequirement(name = "bearer")
public class RequestPicturesResource {

  private Pictures pictures;

  /** For the container. */
  public RequestPicturesResource() {}

  @Inject
  public RequestPicturesResource(Pictures pictures) {
    this.pictures = pictures;
  }

  @POST
  @Consumes(MediaType.WILDCARD)
  @Operation(
      operationId = "uploadRequestPicture",
      summary = "Send a picture for a request",
      description = "JPEG, PNG, WebP, or the first frame of a GIF; at most 10 MB.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(
      responseCode = "201",
      description = "The picture as it is kept",
      content = @Content(schema = @Schema(implementation = UploadedPicture.class)))
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "422", ref = "Unprocessable")
  public Response upload(InputStream file) throws IOException {
    Picture picture = pictures.keep(file);
    return Response.created(URI.create(picture.url())).entity(UploadedPicture.of(picture)).build();
  }
}
