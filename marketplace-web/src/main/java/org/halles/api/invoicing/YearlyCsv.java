package org.halles.api.invoicing;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.halles.marketplace.importing.CsvFile;
import org.halles.marketplace.invoicing.YearlyReport;
import org.halles.marketplace.invoicing.YearlyRow;

/** The yearly report on vendors as a table, with the names of directive (EU) 2021/514. */
public final class YearlyCsv {

  private static final List<String> IDENTITY =
      List.of(
          "Vendor",
          "LegalName",
          "Kind",
          "Address",
          "ResCountryCode",
          "BusinessRegistrationNumber",
          "VAT",
          "TIN",
          "BirthDate",
          "AccountHolderName",
          "Identifier",
          "Currency");

  private YearlyCsv() {}

  /** A row a vendor and currency. */
  public static void write(YearlyReport report, int year, OutputStream out) throws IOException {
    try (CsvFile file = CsvFile.to(out)) {
      file.row(heading());
      report.all(year, row -> file.row(cells(row)));
    }
  }

  private static List<String> heading() {
    List<String> names = new ArrayList<>(IDENTITY);
    for (int quarter = 1; quarter <= 4; quarter++) {
      names.add("ConsQ" + quarter);
      names.add("NumbQ" + quarter);
      names.add("FeesQ" + quarter);
      names.add("TaxQ" + quarter);
    }
    names.addAll(List.of("Consideration", "Fees", "Taxes", "Activities", "Exempt", "Missing"));
    return names;
  }

  private static List<String> cells(YearlyRow row) {
    List<String> cells = new ArrayList<>();
    cells.add(row.vendor());
    cells.add(row.party().name());
    cells.add(row.professional() ? "Entity" : "Individual");
    cells.add(row.party().address());
    cells.add(row.party().country());
    cells.add(row.party().registration());
    cells.add(row.party().vatNumber());
    cells.add(row.taxNumber());
    cells.add(row.birthDate() == null ? null : row.birthDate().toString());
    cells.add(row.accountHolder());
    cells.add(row.account());
    cells.add(row.consideration().currency().value());
    for (YearlyRow.Quarter quarter : row.quarters()) {
      cells.add(quarter.consideration().toDecimal().toPlainString());
      cells.add(String.valueOf(quarter.activities()));
      cells.add(quarter.fees().toDecimal().toPlainString());
      cells.add(quarter.taxes().toDecimal().toPlainString());
    }
    cells.add(row.consideration().toDecimal().toPlainString());
    cells.add(row.fees().toDecimal().toPlainString());
    cells.add(row.taxes().toDecimal().toPlainString());
    cells.add(String.valueOf(row.activities()));
    cells.add(String.valueOf(row.exempt()));
    cells.add(String.join(" ", row.missing()));
    return cells;
  }
}
