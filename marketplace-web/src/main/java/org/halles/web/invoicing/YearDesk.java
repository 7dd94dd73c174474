package org.halles.web.invoicing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.halles.marketplace.invoicing.YearlyReport;
import org.halles.marketplace.invoicing.YearlyRow;
import org.halles.marketplace.shared.BusinessCalendar;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.web.ui.Query;
import org.halles.web.ui.Words;
import org.omnifaces.cdi.Param;

/** What each vendor earned in a year, for the tax authority. */
@Named
@RequestScoped
public class YearDesk {

  private static final String PATH = "/operator/dac7";

  @Inject @Param private String cursor;

  @Inject
  @Param(name = "year")
  private String typed;

  @Inject private YearlyReport report;
  @Inject private Clock clock;
  @Inject private Words words;

  private Page<YearlyRow> page;

  /** The year asked for; this year if none, or no number, was typed. */
  public int getYear() {
    boolean readable = typed != null && typed.strip().matches("20[2-9]\\d");
    return readable
        ? Integer.parseInt(typed.strip())
        : BusinessCalendar.dayOf(clock.instant()).getYear();
  }

  public List<YearlyRow> getRows() {
    return page().items();
  }

  /** What the report needs and a vendor has not said, in words; null if nothing. */
  public String missingOf(YearlyRow row) {
    return row.missing().isEmpty()
        ? null
        : row.missing().stream()
            .map(field -> words.get("dac7.missing." + field))
            .collect(Collectors.joining(", "));
  }

  public String getFile() {
    return "/operator/files/dac7.csv?year=" + getYear();
  }

  public String getNext() {
    return page().next() == null
        ? null
        : Query.of(PATH)
            .with("year", String.valueOf(getYear()))
            .with("cursor", page().next())
            .toString();
  }

  public String getFirst() {
    return cursor == null
        ? null
        : Query.of(PATH).with("year", String.valueOf(getYear())).toString();
  }

  private Page<YearlyRow> page() {
    if (page == null) {
      page = report.of(getYear(), Paging.of(null, cursor));
    }
    return page;
  }
}
