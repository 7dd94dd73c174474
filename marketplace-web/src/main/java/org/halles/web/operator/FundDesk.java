package org.halles.web.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.payout.Fund;
import org.halles.marketplace.payout.FundAccounts;
import org.halles.marketplace.payout.FundLine;
import org.halles.marketplace.payout.Funds;
import org.halles.marketplace.payout.NewFund;
import org.halles.marketplace.payout.ProposedAccount;
import org.halles.marketplace.shared.BusinessCalendar;
import org.halles.web.ui.Query;
import org.halles.web.ui.Say;
import org.omnifaces.cdi.Param;

/**
 * Whom buyers give to: what they gave, what was paid, a statement a month; and the form that names
 * them.
 */
@Named
@RequestScoped
public class FundDesk {

  private static final String PATH = "/operator/funds";

  @Inject @Param private String fund;
  @Inject @Param private String month;
  @Inject private Funds funds;
  @Inject private FundAccounts accounts;
  @Inject private CurrentCaller caller;
  @Inject private Clock clock;
  @Inject private Say say;

  private final Map<String, String> faults = new HashMap<>();
  private List<Fund> all;
  private List<ProposedAccount> waiting;
  private String party;
  private String name;
  private String holder;
  private String iban;

  public List<Fund> getFunds() {
    if (all == null) {
      all = funds.all();
    }
    return all;
  }

  public void save() {
    if (say.trying(faults, () -> funds.name(new NewFund(party, name, holder, iban)))) {
      boolean proposed = iban != null && !iban.isBlank();
      say.done(proposed ? "funds.account-proposed" : "funds.named", name);
      forget();
      party = null;
      name = null;
      holder = null;
      iban = null;
    }
  }

  /** Accounts that wait for a second person. */
  public List<ProposedAccount> getWaiting() {
    if (waiting == null) {
      waiting = accounts.waiting();
    }
    return waiting;
  }

  /** True if whoever looks named it: then somebody else has to confirm it. */
  public boolean mine(ProposedAccount one) {
    return one.proposedBy() != null && one.proposedBy().equals(caller.get().accountId());
  }

  /** As banks print it, in groups of four. */
  public String grouped(String account) {
    return account.replaceAll("(.{4})(?!$)", "$1 ");
  }

  public void confirm(ProposedAccount one) {
    if (say.trying(() -> accounts.confirm(one.fund(), one.id()))) {
      say.done("funds.confirmed", one.name());
    }
    forget();
  }

  public void reject(ProposedAccount one) {
    if (say.trying(() -> accounts.reject(one.fund(), one.id()))) {
      say.done("funds.rejected");
    }
    forget();
  }

  private void forget() {
    all = null;
    waiting = null;
  }

  /** The fund whose statement is shown, or null. */
  public Fund getChosen() {
    return getFunds().stream()
        .filter(one -> one.id() != null && one.id().toString().equals(fund))
        .findFirst()
        .orElse(null);
  }

  public List<FundLine> getLines() {
    YearMonth shown = getMonth();
    UUID id = getChosen().id();
    return funds.statement(id, shown.atDay(1), shown.plusMonths(1).atDay(1));
  }

  /** The month that is shown; this one if the address names none. */
  public YearMonth getMonth() {
    try {
      YearMonth wanted = month == null ? null : YearMonth.parse(month);
      if (wanted != null && wanted.getYear() >= 2000 && wanted.getYear() < 3000) {
        return wanted;
      }
    } catch (DateTimeException unreadable) {
      // this month, then
    }
    return YearMonth.from(BusinessCalendar.dayOf(clock.instant()));
  }

  public String hrefOf(Fund one, YearMonth shown) {
    return Query.of(PATH).with("fund", one.id()).with("month", shown).toString();
  }

  public Map<String, String> getFaults() {
    return faults;
  }

  public String getParty() {
    return party;
  }

  public void setParty(String party) {
    this.party = party;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getHolder() {
    return holder;
  }

  public void setHolder(String holder) {
    this.holder = holder;
  }

  public String getIban() {
    return iban;
  }

  public void setIban(String iban) {
    this.iban = iban;
  }
}
