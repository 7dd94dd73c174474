package org.halles.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.servers.Server;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.problem.ProblemDocument;

/** The REST application; resources and providers are found by scanning. */
@ApplicationPath(Api.ROOT)
@OpenAPIDefinition(
    info =
        @Info(
            title = "Halles",
            version = "1",
            description =
                "An open marketplace: many vendors, one cart, one payment, every cent explained."
                    + " Money is whole minor units; instants are ISO 8601 in UTC; errors are"
                    + " `application/problem+json`; lists take `limit` and `cursor`; every POST"
                    + " takes an `Idempotency-Key`.",
            license = @License(name = "Apache-2.0", identifier = "Apache-2.0")),
    servers = @Server(url = "/", description = "This server"),
    tags = {
      @Tag(name = "Sign-in", description = "Tokens for programs"),
      @Tag(name = "Browse", description = "Public: categories, storefronts, listings, offers"),
      @Tag(name = "Buy", description = "Carts, checkout, orders"),
      @Tag(name = "Sell", description = "A vendor's own storefront, listings, orders, money"),
      @Tag(name = "Requests", description = "Buyers ask, vendors make offers, buyers accept one"),
      @Tag(name = "Report", description = "Tell the marketplace about something unlawful"),
      @Tag(name = "Operate", description = "For the people who run the marketplace")
    },
    components =
        @Components(
            securitySchemes =
                @SecurityScheme(
                    securitySchemeName = "bearer",
                    type = SecuritySchemeType.HTTP,
                    scheme = "bearer",
                    description =
                        "A token of `POST /api/v1/tokens`, or an API key made in a portal."),
            schemas = @Schema(name = "Problem", implementation = ProblemDocument.class)))
public class Api extends Application {

  /** Where it is served. */
  public static final String ROOT = "/api/v1";
}
