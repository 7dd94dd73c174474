package org.halles.marketplace.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.halles.marketplace.catalog.CompanyTerms;
import org.halles.marketplace.catalog.CompanyTermsInput;
import org.halles.marketplace.catalog.PriceBreakInput;
import org.halles.marketplace.catalog.PriceInput;
import org.halles.marketplace.shared.PriceBreak;
import org.halles.marketplace.shared.Violation;
import org.halles.spi.Money;

/** A row of {@link CompanyTable}: the cells as they were written, empty where nothing is said. */
record CompanyRow(
    int row,
    String sku,
    String price,
    String currency,
    String steps,
    String least,
    String pack,
    String only) {

  static final List<String> COLUMNS =
      List.of(
          "sku",
          "title",
          "company_price",
          "currency",
          "company_price_breaks",
          "company_least",
          "company_pack",
          "companies_only");

  private static final String NONE = "none";
  private static final Set<String> YES = Set.of("true", "yes", "oui", "1");
  private static final Set<String> NO = Set.of("false", "no", "non", "0");

  /** Where things stand; -1 if they are not there. */
  record Columns(int sku, int price, int currency, int steps, int least, int pack, int only) {

    static Columns of(List<String> header) {
      Columns columns =
          new Columns(
              header.indexOf("sku"),
              header.indexOf("company_price"),
              header.indexOf("currency"),
              header.indexOf("company_price_breaks"),
              header.indexOf("company_least"),
              header.indexOf("company_pack"),
              header.indexOf("companies_only"));
      if (columns.sku() < 0 || columns.price() < 0) {
        throw UploadRefused.unknownLayout(String.join(", ", header), "sku, company_price");
      }
      return columns;
    }

    CompanyRow read(Table.Cells cells) {
      List<String> values = cells.values();
      return new CompanyRow(
          cells.row(),
          cell(values, sku),
          cell(values, price),
          cell(values, currency),
          cell(values, steps),
          cell(values, least),
          cell(values, pack),
          cell(values, only));
    }

    private static String cell(List<String> values, int place) {
      return place < 0 || place >= values.size() ? "" : values.get(place).strip();
    }
  }

  /**
   * What the row asks for.
   *
   * @param problems everything that is wrong with it; then the rest means nothing
   */
  record Wish(CompanyTermsInput terms, boolean companiesOnly, List<ImportProblem> problems) {

    boolean isLike(CompanyTerms now) {
      return companiesOnly == now.companiesOnly() && terms.equals(inputOf(now));
    }
  }

  /** The row over what companies pay now, which is null if the offer is unknown. */
  Wish over(CompanyTerms now) {
    List<ImportProblem> problems = new ArrayList<>();
    if (sku.isEmpty()) {
      problems.add(Complaints.noSku(row, "sku"));
    } else if (now == null) {
      problems.add(Complaints.unknownSku(row, sku));
    }
    if (!problems.isEmpty()) {
      return new Wish(null, false, problems);
    }
    CompanyTermsInput before = inputOf(now);
    PriceInput amount = amount(now, before.price(), problems);
    CompanyTermsInput terms =
        new CompanyTermsInput(
            amount,
            ladder(now, amount, before.priceBreaks(), problems),
            whole("company_least", least, before.least(), problems),
            whole("company_pack", pack, before.packSize(), problems));
    return new Wish(terms, flag(now.companiesOnly(), problems), problems);
  }

  private PriceInput amount(CompanyTerms now, PriceInput before, List<ImportProblem> problems) {
    String used = now.publicPrice().currency().value();
    if (!currency.isEmpty() && !currency.equalsIgnoreCase(used)) {
      problems.add(Complaints.otherCurrency(row, currency));
    }
    if (price.isEmpty() || price.equalsIgnoreCase(NONE)) {
      return price.isEmpty() ? before : null;
    }
    Optional<PriceInput> amount = Figures.amount(price, used);
    if (amount.isEmpty()) {
      problems.add(Complaints.price(row, "company_price", price, used));
    }
    return amount.orElse(null);
  }

  private List<PriceBreakInput> ladder(
      CompanyTerms now,
      PriceInput amount,
      List<PriceBreakInput> before,
      List<ImportProblem> problems) {
    if (steps.isEmpty()) {
      return amount == null ? List.of() : before;
    }
    Optional<List<PriceBreakInput>> ladder =
        PriceSteps.read(steps, now.publicPrice().currency().value());
    if (ladder.isEmpty()) {
      problems.add(Complaints.steps(row, "company_price_breaks", steps));
    }
    return ladder.orElse(List.of());
  }

  private Integer whole(String column, String cell, Integer before, List<ImportProblem> problems) {
    if (cell.isEmpty() || cell.equalsIgnoreCase(NONE)) {
      return cell.isEmpty() ? before : Integer.valueOf(1);
    }
    Optional<Integer> number = Figures.whole(cell);
    if (number.isEmpty()) {
      problems.add(Complaints.whole(row, column, cell));
    }
    return number.orElse(before);
  }

  private boolean flag(boolean before, List<ImportProblem> problems) {
    String said = only.toLowerCase(Locale.ROOT);
    if (!said.isEmpty() && !YES.contains(said) && !NO.contains(said)) {
      problems.add(Complaints.yesOrNo(row, "companies_only", only));
    }
    return said.isEmpty() ? before : YES.contains(said);
  }

  /** Where in the row something is that the catalogue refuses. */
  ImportProblem located(Violation violation) {
    String field = violation.field();
    if (field.startsWith("priceBreaks")) {
      return Complaints.steps(row, "company_price_breaks", steps);
    }
    String column =
        field.startsWith("price")
            ? "company_price"
            : field.equals("least") ? "company_least" : "company_pack";
    String cell = column.equals("company_price") ? price : field.equals("least") ? least : pack;
    return Complaints.refused(row, column, cell, violation.message());
  }

  private static CompanyTermsInput inputOf(CompanyTerms now) {
    return new CompanyTermsInput(
        now.price() == null ? null : input(now.price()),
        now.breaks().stream().map(CompanyRow::input).toList(),
        now.packs().least(),
        now.packs().size());
  }

  private static PriceBreakInput input(PriceBreak step) {
    return new PriceBreakInput(step.from(), input(step.price()));
  }

  private static PriceInput input(Money money) {
    return new PriceInput(money.minor(), money.currency().value());
  }
}
