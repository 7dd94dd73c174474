package org.halles.web.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.halles.marketplace.ledger.AccountView;
import org.halles.marketplace.ledger.Book;
import org.halles.marketplace.ledger.EntryView;
import org.halles.marketplace.ledger.History;
import org.halles.marketplace.ledger.PostingView;
import org.halles.marketplace.shared.BusinessCalendar;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.web.ui.Query;
import org.omnifaces.cdi.Param;

/** The book: from an account to what was posted on it, to the entry, to what caused it. */
@Named
@RequestScoped
public class LedgerDesk {

  private static final String PATH = "/operator/ledger";

  @Inject
  @Param(name = "q")
  private String prefix;

  @Inject
  @Param(name = "day")
  private String typedDay;

  @Inject @Param private String account;
  @Inject @Param private String currency;
  @Inject @Param private String entry;
  @Inject @Param private String cursor;
  @Inject private Book book;
  @Inject private History history;
  @Inject private AccountNames names;

  private Page<AccountView> accounts;
  private Page<PostingView> postings;
  private EntryView found;

  public String getPrefix() {
    return prefix;
  }

  /** The day whose last moment is shown, as typed; what is no day shows the present. */
  public String getDay() {
    return getAt() == null ? null : typedDay;
  }

  /** The day whose last moment is shown, or null for the present. */
  public LocalDate getAt() {
    try {
      return typedDay == null || typedDay.isBlank() ? null : LocalDate.parse(typedDay);
    } catch (DateTimeParseException noDay) {
      return null;
    }
  }

  public String getAccount() {
    return account;
  }

  /** The account in words, with the name of its vendor. */
  public String getTitle() {
    names.ask(List.of(account));
    return names.of(account);
  }

  public String getCurrency() {
    return Optional.ofNullable(currency).orElse("EUR");
  }

  public List<AccountView> getAccounts() {
    return accounts().items();
  }

  public List<PostingView> getPostings() {
    return postings().items();
  }

  /** The balance of the account whose postings are shown. */
  public AccountView getBalance() {
    return book.accounts(account, Paging.of(Paging.MOST, null)).items().stream()
        .filter(one -> one.address().equals(account))
        .filter(one -> one.balance().currency().value().equals(getCurrency()))
        .findFirst()
        .orElse(null);
  }

  public EntryView getEntry() {
    if (found == null) {
      found = book.entry(entryNumber());
      names.ask(found.postings().stream().map(posting -> posting.address()).toList());
    }
    return found;
  }

  private long entryNumber() {
    try {
      return Long.parseLong(entry);
    } catch (NumberFormatException none) {
      throw new NotFound("journal entry", entry);
    }
  }

  public String hrefOf(AccountView one) {
    return hrefOf(one.address(), one.balance().currency().value());
  }

  public String hrefOf(String address, String inCurrency) {
    return Query.of(PATH + "/accounts/" + Query.encode(address))
        .with("currency", inCurrency)
        .toString();
  }

  public String getNextAccounts() {
    String next = accounts().next();
    return next == null
        ? null
        : Query.of(PATH).with("q", prefix).with("day", getDay()).with("cursor", next).toString();
  }

  public String getNextPostings() {
    String next = postings().next();
    return next == null ? null : hrefOf(account, getCurrency()) + "&cursor=" + Query.encode(next);
  }

  public boolean isFurther() {
    return cursor != null;
  }

  private Page<AccountView> accounts() {
    if (accounts == null) {
      Paging paging = Paging.of(50, cursor);
      accounts =
          getAt() == null
              ? book.accounts(prefix, paging)
              : history.accountsAt(prefix, endOf(getAt()), paging);
      names.ask(accounts.items().stream().map(AccountView::address).toList());
    }
    return accounts;
  }

  private static Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(BusinessCalendar.zone()).toInstant().minusNanos(1000);
  }

  private Page<PostingView> postings() {
    if (postings == null) {
      postings = book.postings(account, getCurrency(), Paging.of(50, cursor));
    }
    return postings;
  }
}
