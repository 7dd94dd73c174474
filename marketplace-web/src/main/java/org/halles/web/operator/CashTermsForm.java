package org.halles.web.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.halles.marketplace.cash.CashPolicy;
import org.halles.marketplace.cash.CashTerms;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Violation;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;
import org.halles.web.ui.Say;

/** Where and up to how much buyers may pay in cash at the door, as it is typed. */
@Named("cashTerms")
@RequestScoped
public class CashTermsForm {

  @Inject private CashPolicy policy;
  @Inject private Say say;

  private final Map<String, String> faults = new HashMap<>();
  private boolean read;
  private boolean offered;
  private List<String> countries = List.of();
  private String limits;

  public void save() {
    show();
    if (say.trying(faults, () -> policy.change(terms()))) {
      say.done("cash.terms.saved");
    }
  }

  private CashTerms terms() {
    List<Money> most = new ArrayList<>();
    parts(limits).forEach(typed -> most.add(money(typed)));
    return new CashTerms(offered, countries, most);
  }

  private static Stream<String> parts(String typed) {
    return Stream.of((typed == null ? "" : typed).split("[;\\n]"))
        .flatMap(part -> Stream.of(part.split(",(?!\\d)")))
        .map(String::strip)
        .filter(part -> !part.isEmpty());
  }

  /** An amount and its currency, such as 300 EUR or 250,50 EUR. */
  private static Money money(String typed) {
    String[] both = typed.split("\\s+");
    try {
      return Money.parse(
          both[0].replace(',', '.'), CurrencyCode.of(both[1].toUpperCase(Locale.ROOT)));
    } catch (IllegalArgumentException | ArithmeticException | IndexOutOfBoundsException wrong) {
      throw new InvalidInput(
          new Violation("limits", "must be amounts with their currency such as 300 EUR", typed));
    }
  }

  private void show() {
    if (!read) {
      read = true;
      CashTerms terms = policy.get();
      offered = terms.offered();
      countries = List.copyOf(terms.countries());
      limits = terms.limits().stream().map(Money::toString).collect(Collectors.joining(", "));
    }
  }

  /** What is wrong with the countries, or null. */
  public String getCountriesFault() {
    return fault("countries");
  }

  /** What is wrong with the amounts, or null. */
  public String getLimitsFault() {
    return fault("limits");
  }

  private String fault(String field) {
    return faults.entrySet().stream()
        .filter(one -> one.getKey().startsWith(field))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  public boolean isOffered() {
    show();
    return offered;
  }

  public void setOffered(boolean offered) {
    show();
    this.offered = offered;
  }

  /** Codes of the chosen countries; none: everywhere. */
  public List<String> getCountries() {
    show();
    return countries;
  }

  public void setCountries(List<String> countries) {
    show();
    this.countries = countries == null ? List.of() : countries;
  }

  public String getLimits() {
    show();
    return limits;
  }

  public void setLimits(String limits) {
    show();
    this.limits = limits;
  }
}
