package org.halles.api.media;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.marketplace.media.Picture;
import org.halles.marketplace.media.Pictures;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Violation;
import org.halles.marketplace.vendor.Memberships;

/** Pictures of a vendor, for its listings and its storefront. */
@Path("/vendor/media")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sell")
@SecurityRequirement(name = "bearer")
public class VendorMediaResource {

  private Pictures pictures;
  private Memberships memberships;

  /** For the container. */
  public VendorMediaResource() {}

  @Inject
  public VendorMediaResource(Pictures pictures, Memberships memberships) {
    this.pictures = pictures;
    this.memberships = memberships;
  }

  @POST
  @Consumes(MediaType.WILDCARD)
  @Operation(
      operationId = "uploadPicture",
      summary = "Send a picture",
      description =
          "JPEG, PNG, WebP, or the first frame of a GIF; at most 10 MB. What it is, its content says."
              + " It is made smaller than 2000 pixels and written anew: metadata such as the place"
              + " where it was taken is dropped. Also taken as the first file of multipart/form-data.")
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
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "422", ref = "Unprocessable")
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  public Response upload(@HeaderParam("X-Vendor") String vendor, InputStream file)
      throws IOException {
    memberships.scopeOf(vendor);
    return answer(pictures.keep(file));
  }

  /** The same from a form. */
  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Operation(hidden = true)
  public Response upload(@HeaderParam("X-Vendor") String vendor, List<EntityPart> parts)
      throws IOException {
    memberships.scopeOf(vendor);
    for (EntityPart part : parts) {
      if (part.getFileName().isPresent()) {
        try (InputStream file = part.getContent()) {
          return answer(pictures.keep(file));
        }
      }
    }
    throw new InvalidInput(new Violation("file", "is missing: send one file in the form", null));
  }

  @POST
  @Path("/{picture}/crops")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "cropPicture",
      summary = "Cut a part out of a picture",
      description =
          "The part is a picture of its own, with its own id; the whole stays. What reaches over the"
              + " right or the lower edge is cut at the edge. The shop shows pictures of listings"
              + " and logos as squares, banners four times as wide as high.")
  @APIResponse(
      responseCode = "201",
      description = "The part",
      content = @Content(schema = @Schema(implementation = UploadedPicture.class)))
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "422", ref = "Unprocessable")
  @APIResponse(responseCode = "429", ref = "TooManyRequests")
  public Response crop(
      @HeaderParam("X-Vendor") String vendor,
      @PathParam("picture") String id,
      @NotNull PictureFrame frame) {
    memberships.scopeOf(vendor);
    Picture whole = pictures.find(id).orElseThrow(() -> new NotFound("picture", id));
    return answer(pictures.crop(id, frame.within(whole)));
  }

  private static Response answer(Picture picture) {
    return Response.created(URI.create(picture.url())).entity(UploadedPicture.of(picture)).build();
  }
}
