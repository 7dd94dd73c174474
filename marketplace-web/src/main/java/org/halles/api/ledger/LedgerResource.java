package org.halles.api.ledger;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.Slice;
import org.halles.marketplace.ledger.AccountView;
import org.halles.marketplace.ledger.Book;
import org.halles.marketplace.ledger.EntryView;
import org.halles.marketplace.ledger.History;
import org.halles.marketplace.ledger.PostingView;
import org.halles.marketplace.shared.Page;
import org.halles.spi.CurrencyCode;

/** The book: from an account to its postings to their source. */
@Path("/operator/ledger")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operate")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
public class LedgerResource {

  private Book book;
  private History history;

  /** For the container. */
  public LedgerResource() {}

  @Inject
  public LedgerResource(Book book, History history) {
    this.book = book;
    this.history = history;
  }

  @GET
  @Path("/accounts")
  @Operation(
      operationId = "listLedgerAccounts",
      summary = "List accounts with their balances",
      description = "As they are now, or as they were at an instant (inclusive).")
  @APIResponse(responseCode = "200", description = "A page of accounts")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Page<AccountView> accounts(
      @QueryParam("prefix") String prefix, @QueryParam("at") Instant at, @BeanParam Slice slice) {
    return at == null
        ? book.accounts(prefix, slice.paging())
        : history.accountsAt(prefix, at, slice.paging());
  }

  @GET
  @Path("/accounts/{address}/{currency}/postings")
  @Operation(operationId = "listPostings", summary = "List an account's postings, newest first")
  @APIResponse(responseCode = "200", description = "A page of postings")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public Page<PostingView> postings(
      @PathParam("address") String address,
      @PathParam("currency") CurrencyCode currency,
      @BeanParam Slice slice) {
    return book.postings(address, currency.value(), slice.paging());
  }

  @GET
  @Path("/entries")
  @Operation(operationId = "listLedgerEntries", summary = "List entries, newest first")
  @APIResponse(responseCode = "200", description = "A page of entries")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public Page<EntryView> entries(
      @QueryParam("sourceType") String sourceType,
      @QueryParam("sourceId") String sourceId,
      @BeanParam Slice slice) {
    return book.entries(sourceType, sourceId, slice.paging());
  }

  @GET
  @Path("/entries/{entry}")
  @Operation(operationId = "getLedgerEntry", summary = "Look at an entry")
  @APIResponse(responseCode = "200", description = "The entry with its postings")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public EntryView entry(@PathParam("entry") long entry) {
    return book.entry(entry);
  }
}
