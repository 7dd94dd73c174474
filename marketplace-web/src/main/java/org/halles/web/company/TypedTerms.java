package org.halles.web.company;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.halles.marketplace.catalog.CompanyTermsInput;
import org.halles.marketplace.catalog.PriceBreakInput;
import org.halles.marketplace.catalog.PriceInput;
import org.halles.marketplace.shared.Checklist;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;

/** What companies pay, as a vendor typed it: a price, and a step a line such as 10 = 4,50. */
final class TypedTerms {

  private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0\\u202f]");

  /** Short enough for every number there is. */
  private static final Pattern STEP = Pattern.compile("(\\d{1,4})=(\\d{1,12}(?:[.,]\\d{1,3})?)");

  private final Checklist checklist = new Checklist();
  private final CurrencyCode currency;

  private TypedTerms(CurrencyCode currency) {
    this.currency = currency;
  }

  /**
   * Reads it in the currency of the offer.
   *
   * @param price null for the public price
   * @throws org.halles.marketplace.shared.InvalidInput with everything that cannot be read
   */
  static CompanyTermsInput read(
      BigDecimal price, String steps, Integer least, Integer packSize, CurrencyCode currency) {
    TypedTerms typed = new TypedTerms(currency);
    PriceInput base = price == null ? null : typed.amount("price", price);
    List<PriceBreakInput> breaks = typed.steps(steps == null ? "" : steps);
    typed.checklist.done();
    return new CompanyTermsInput(base, breaks, least, packSize);
  }

  private PriceInput amount(String field, BigDecimal amount) {
    try {
      Money money = Money.parse(amount.toPlainString(), currency);
      return new PriceInput(money.minor(), currency.value());
    } catch (ArithmeticException notInIt) {
      checklist.reject(
          field, "is too large or has more decimals than its currency", amount + " " + currency);
      return null;
    }
  }

  private List<PriceBreakInput> steps(String typed) {
    List<PriceBreakInput> read = new ArrayList<>();
    for (String line : typed.lines().filter(one -> !one.isBlank()).toList()) {
      String field = "priceBreaks[" + read.size() + "]";
      Matcher step = STEP.matcher(SPACE.matcher(line).replaceAll(""));
      if (step.matches()) {
        BigDecimal price = new BigDecimal(step.group(2).replace(',', '.'));
        read.add(
            new PriceBreakInput(Integer.valueOf(step.group(1)), amount(field + ".price", price)));
      } else {
        checklist.reject(field, "must be lines such as 10 = 4.50", line);
        read.add(null);
      }
    }
    return read;
  }
}
