package org.halles.api.payout;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.halles.api.ShortList;
import org.halles.api.Slice;
import org.halles.marketplace.payout.Fund;
import org.halles.marketplace.payout.FundAccounts;
import org.halles.marketplace.payout.FundLine;
import org.halles.marketplace.payout.Funds;
import org.halles.marketplace.payout.NewFund;
import org.halles.marketplace.payout.PayoutView;
import org.halles.marketplace.payout.ProposedAccount;
import org.halles.marketplace.shared.BusinessCalendar;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Violation;

/** Whom buyers give to with their purchases; they are paid with the vendors, by the same runs. */
@Path("/operator/funds")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Operate")
@SecurityRequirement(name = "bearer")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "403", ref = "Forbidden")
public class FundsResource {

  /** What happened to a fund's money in a month, day by day. */
  public record FundStatement(String month, List<FundLine> lines) {}

  /** A fund's id. */
  public record NamedFund(UUID id) {}

  private Funds funds;
  private FundAccounts accounts;

  /** For the container. */
  public FundsResource() {}

  @Inject
  public FundsResource(Funds funds, FundAccounts accounts) {
    this.funds = funds;
    this.accounts = accounts;
  }

  @GET
  @Operation(
      operationId = "listFunds",
      summary = "List whom buyers gave to, with what is owed",
      description = "Without an id: nobody named it yet, and what was given waits.")
  @APIResponse(responseCode = "200", description = "The funds, a line for each currency")
  public Page<Fund> all(@BeanParam ShortList part) {
    return part.of(funds.all());
  }

  @PUT
  @Operation(
      operationId = "nameFund",
      summary = "Name a fund, and propose the account it is paid to",
      description =
          "The party is the word under which gifts are booked. Nothing is paid to the account"
              + " before another person confirms it; without holder and IBAN it stays what it is.")
  @APIResponse(responseCode = "200", description = "Its id")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  public NamedFund name(@NotNull NewFund fund) {
    return new NamedFund(funds.name(fund));
  }

  @GET
  @Path("/proposed-accounts")
  @Operation(
      operationId = "listProposedFundAccounts",
      summary = "List accounts of funds that wait for a second person, the oldest first")
  @APIResponse(responseCode = "200", description = "The accounts")
  public Page<ProposedAccount> proposed(@BeanParam ShortList part) {
    return part.of(accounts.waiting());
  }

  @POST
  @Path("/{fund}/proposed-accounts/{id}/confirm")
  @Operation(
      operationId = "confirmFundAccount",
      summary = "Confirm an account as the second person: the fund is paid there")
  @APIResponse(responseCode = "204", description = "Confirmed")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public void confirm(@PathParam("fund") UUID fund, @PathParam("id") UUID id) {
    accounts.confirm(fund, id);
  }

  @POST
  @Path("/{fund}/proposed-accounts/{id}/reject")
  @Operation(
      operationId = "rejectFundAccount",
      summary = "Refuse a proposed account, or take it back")
  @APIResponse(responseCode = "204", description = "Nothing changed")
  @APIResponse(responseCode = "404", ref = "NotFound")
  @APIResponse(responseCode = "409", ref = "Conflict")
  public void reject(@PathParam("fund") UUID fund, @PathParam("id") UUID id) {
    accounts.reject(fund, id);
  }

  @GET
  @Path("/{fund}/statement")
  @Operation(
      operationId = "getFundStatement",
      summary = "See a month of a fund, day by day; this one if none is named")
  @APIResponse(responseCode = "200", description = "Gifts, what went back, what was paid")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public FundStatement statement(@PathParam("fund") UUID fund, @QueryParam("month") String month) {
    YearMonth wanted = monthOf(month);
    return new FundStatement(
        wanted.toString(), funds.statement(fund, wanted.atDay(1), wanted.plusMonths(1).atDay(1)));
  }

  private static YearMonth monthOf(String month) {
    if (month == null) {
      return YearMonth.now(BusinessCalendar.zone());
    }
    try {
      YearMonth wanted = YearMonth.parse(month);
      if (wanted.getYear() >= 2000 && wanted.getYear() < 3000) {
        return wanted;
      }
    } catch (DateTimeException unreadable) {
      // told below
    }
    throw new InvalidInput(new Violation("month", "must be a month such as 2026-11", month));
  }

  @GET
  @Path("/{fund}/payouts")
  @Operation(operationId = "listFundPayouts", summary = "List what a fund was paid, newest first")
  @APIResponse(responseCode = "200", description = "A page of payouts")
  @APIResponse(responseCode = "400", ref = "BadRequest")
  @APIResponse(responseCode = "404", ref = "NotFound")
  public Page<PayoutView> payouts(@PathParam("fund") UUID fund, @BeanParam Slice slice) {
    return funds.payouts(fund, slice.paging());
  }
}
