package org.halles.api.importing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.marketplace.importing.CompanyTable;
import org.halles.marketplace.importing.FeedAnswer;
import org.halles.marketplace.importing.Feeds;
import org.halles.marketplace.vendor.Memberships;

/** Prices only, stock only or prices for companies, as tables, done at once. */
@Path("/vendor/feeds")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@Tag(name = "Sell")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "400", ref = "BadRequest")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
@APIResponse(responseCode = "422", description = "The file is no table of this kind")
public class VendorFeedsResource {

  /** What became of the rows. */
  @Schema(name = "FeedResult")
  public record Result(
      int read, int updated, int unchanged, int failed, List<ImportAnswer.Trouble> errors) {}

  @Inject private Feeds feeds;
  @Inject private CompanyTable companies;
  @Inject private Memberships memberships;
  @Context private HttpHeaders headers;

  @POST
  @Path("/prices")
  @Operation(
      operationId = "feedPrices",
      summary = "Set many prices at once",
      description =
          "The body is a table with the columns `sku` and `price`, and `currency` if it is not EUR.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = "text/csv",
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(responseCode = "200", description = "How many rows did what, and what is wrong")
  public Result prices(@HeaderParam("X-Vendor") String vendor, InputStream table)
      throws IOException {
    return told(feeds.prices(memberships.scopeOf(vendor), table));
  }

  @POST
  @Path("/stock")
  @Operation(
      operationId = "feedStock",
      summary = "Set many stocks at once",
      description =
          "The body is a table with the columns `sku` and `stock`, and `place` with the code of a"
              + " stock place where the number is of that place and not of all together.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = "text/csv",
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(responseCode = "200", description = "How many rows did what, and what is wrong")
  public Result stock(@HeaderParam("X-Vendor") String vendor, InputStream table)
      throws IOException {
    return told(feeds.stock(memberships.scopeOf(vendor), table));
  }

  @POST
  @Path("/company-prices")
  @Operation(
      operationId = "feedCompanyPrices",
      summary = "Set what companies pay, for many offers at once",
      description =
          "The body is a table as `GET /vendor/exports/company-prices` gives it: `sku` and"
              + " `company_price`, and if wanted `currency`, `company_price_breaks`,"
              + " `company_least`, `company_pack` and `companies_only`. An empty cell leaves things"
              + " as they are, `none` takes them away.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = "text/csv",
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(responseCode = "200", description = "How many rows did what, and what is wrong")
  public Result companyPrices(@HeaderParam("X-Vendor") String vendor, InputStream table)
      throws IOException {
    return told(companies.read(memberships.scopeOf(vendor), table));
  }

  private Result told(FeedAnswer answer) {
    String language = Downloads.language(headers);
    return new Result(
        answer.read(),
        answer.updated(),
        answer.unchanged(),
        answer.failed(),
        answer.problems().stream()
            .map(problem -> ImportAnswer.Trouble.of(problem, language))
            .toList());
  }
}
