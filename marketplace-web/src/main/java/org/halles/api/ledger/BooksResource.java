package org.halles.api.ledger;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.marketplace.books.Books;
import org.halles.marketplace.books.BooksReport;

/** Do the books balance. */
@Path("/operator/books")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operate")
@SecurityRequirement(name = "bearer")
public class BooksResource {

  /** How much is looked at. */
  public enum Scope {
    /** The whole book. */
    WHOLE,
    /** What came since it was last found right. */
    NEW
  }

  private Books books;

  /** For the container. */
  public BooksResource() {}

  @Inject
  public BooksResource(Books books) {
    this.books = books;
  }

  @GET
  @Operation(
      operationId = "checkBooks",
      summary = "Check the whole book now",
      description =
          "Every invariant, how many rows it looked at, and every row that offends. With"
              + " `scope=new` only what came since the books were last found right: quick,"
              + " however large the book.")
  @APIResponse(responseCode = "200", description = "The report")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "401", ref = "Unauthorized")
  @APIResponse(responseCode = "403", ref = "Forbidden")
  public BooksReport check(@QueryParam("scope") @DefaultValue("WHOLE") Scope scope) {
    return scope == Scope.NEW ? books.checkNew() : books.check();
  }
}
