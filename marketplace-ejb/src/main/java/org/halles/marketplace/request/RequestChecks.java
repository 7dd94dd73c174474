package org.halles.marketplace.request;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.halles.marketplace.catalog.CategoryTree;
import org.halles.marketplace.catalog.CategoryView;
import org.halles.marketplace.shared.CardNumbers;
import org.halles.marketplace.shared.Checklist;
import org.halles.spi.Money;

/** Checks what buyers ask and vendors offer, and says everything that is wrong at once. */
final class RequestChecks {

  static final int USUAL_DAYS = 14;
  static final int MOST_PICTURES = 4;
  static final long HIGHEST = 1_000_000_000L;

  private static final int MOST_UNITS = 99_999;
  private static final int MOST_DAYS = 60;
  private static final int LONGEST_VALIDITY = 90;
  private static final Set<String> COUNTRIES =
      Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

  /** A request whose every field may be stored. */
  record Checked(
      RequestKind kind,
      String title,
      String description,
      CategoryView category,
      int quantity,
      Money budget,
      LocalDate wantedBy,
      String country,
      String city,
      int openDays,
      List<String> images) {

    String currency() {
      return budget == null ? "EUR" : budget.currency().value();
    }
  }

  /** An offer whose every field may be stored. */
  record CheckedBid(
      Money price, Money shipping, int deliveryDays, String message, LocalDate validUntil) {

    /** True if the buyer reads exactly this already. */
    boolean stands(BidView bid) {
      return bid.status() == BidStatus.OPEN
          && bid.price().equals(price)
          && bid.shipping().equals(shipping)
          && bid.deliveryDays() == deliveryDays
          && Objects.equals(bid.message(), message)
          && bid.validUntil().equals(validUntil);
    }
  }

  private final Checklist checklist = new Checklist();
  private final LocalDate today;

  RequestChecks(LocalDate today) {
    this.today = today;
  }

  /**
   * @param known those of its pictures that are stored
   */
  Checked request(RequestInput input, CategoryTree tree, List<String> known) {
    Checked checked =
        new Checked(
            checklist.choice("kind", input.kind(), RequestKind.class, RequestKind.GOODS),
            masked(checklist.text("title", input.title(), 120)),
            masked(checklist.text("description", input.description(), 4_000)),
            category(input.category(), tree),
            checklist.number("quantity", input.quantity(), 1, MOST_UNITS, 1),
            budget(input.budget()),
            wanted(input.wantedBy()),
            country(input.country()),
            masked(checklist.optional("city", input.city(), 100)),
            checklist.number("openDays", input.openDays(), 1, MOST_DAYS, USUAL_DAYS),
            pictures(input.images(), known));
    checklist.done();
    return checked;
  }

  CheckedBid bid(BidInput input, RequestView request) {
    Money price = amount("price", input.price(), 1, request);
    Money shipping =
        input.shipping() == null
            ? Money.of(0, request.currency())
            : amount("shipping", input.shipping(), 0, request);
    if (request.kind() == RequestKind.SERVICE && shipping != null && shipping.isPositive()) {
      checklist.reject("shipping", "must be zero: a service is not shipped", shipping.minor());
    }
    if (input.deliveryDays() == null) {
      checklist.reject("deliveryDays", "is missing: give 0 to 365", null);
    }
    CheckedBid checked =
        new CheckedBid(
            price,
            shipping,
            checklist.number("deliveryDays", input.deliveryDays(), 0, 365, 0),
            masked(checklist.optional("message", input.message(), 2_000)),
            validity(input.validUntil()));
    checklist.done();
    return checked;
  }

  private static String masked(String text) {
    return text == null ? null : CardNumbers.masked(text);
  }

  private CategoryView category(String named, CategoryTree tree) {
    if (named == null || named.isBlank()) {
      checklist.reject("category", "is missing: choose one", named);
      return null;
    }
    CategoryView found = tree.find(named.strip()).filter(one -> !tree.isArchived(one)).orElse(null);
    if (found == null) {
      checklist.reject("category", "is no category: choose one of the market's", named);
    }
    return found;
  }

  private Money budget(Money given) {
    if (given != null && (given.minor() < 1 || given.minor() > HIGHEST)) {
      checklist.reject("budget", "must be above zero and not absurd", given.minor());
    }
    return given;
  }

  private LocalDate wanted(LocalDate day) {
    if (day != null && day.isBefore(today)) {
      checklist.reject("wantedBy", "must not be in the past", day);
    } else if (day != null && day.isAfter(today.plusYears(1))) {
      checklist.reject("wantedBy", "must be within a year", day);
    }
    return day;
  }

  private String country(String typed) {
    String given = checklist.text("country", typed, 100).toUpperCase(Locale.ROOT);
    if (!given.isEmpty() && !COUNTRIES.contains(given)) {
      checklist.reject("country", "must be an ISO 3166 country code such as FR", typed);
    }
    return given;
  }

  private List<String> pictures(List<String> given, List<String> known) {
    if (given.size() > MOST_PICTURES) {
      checklist.reject("images", "are too many: at most " + MOST_PICTURES, given.size());
    }
    given.stream()
        .filter(one -> !known.contains(one))
        .forEach(one -> checklist.reject("images", "is no stored picture: upload it first", one));
    return given;
  }

  private Money amount(String field, Money given, long least, RequestView request) {
    if (given == null) {
      checklist.reject(field, "is missing: give an amount", null);
    } else if (!given.currency().value().equals(request.currency())) {
      checklist.reject(
          field,
          "must be in the currency of the request, " + request.currency(),
          given.currency().value());
    } else if (given.minor() < least || given.minor() > HIGHEST) {
      checklist.reject(field, "must be above zero and not absurd", given.minor());
    }
    return given;
  }

  private LocalDate validity(LocalDate day) {
    if (day == null) {
      checklist.reject("validUntil", "is missing: give the last day", null);
    } else if (day.isBefore(today) || day.isAfter(today.plusDays(LONGEST_VALIDITY))) {
      checklist.reject("validUntil", "must lie within the next 90 days", day);
    }
    return day;
  }
}
