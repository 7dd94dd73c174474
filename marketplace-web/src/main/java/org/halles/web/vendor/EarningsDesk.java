package org.halles.web.vendor;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.halles.marketplace.order.Deduction;
import org.halles.marketplace.order.EarningLine;
import org.halles.marketplace.order.Earnings;
import org.halles.marketplace.order.VendorBalance;
import org.halles.marketplace.payout.VendorPayouts;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.web.ui.DailyBars;
import org.halles.web.ui.Query;
import org.omnifaces.cdi.Param;

/** What the vendor earned: the balances, and every line with the reason for each cent. */
@Named("earningsDesk")
@RequestScoped
public class EarningsDesk {

  @Inject @Param private String cursor;
  @Inject private Desk desk;
  @Inject private Earnings earnings;
  @Inject private VendorPayouts payouts;

  private List<VendorBalance> balances;
  private List<Deduction> deductions;
  private Page<EarningLine> page;
  private DailyBars bars;

  public List<VendorBalance> getBalances() {
    if (balances == null) {
      balances = payouts.balances(desk.scope());
    }
    return balances;
  }

  /** What was taken lately, and from where; on the first page only. */
  public List<Deduction> getDeductions() {
    if (deductions == null) {
      deductions = cursor == null ? earnings.deductions(desk.scope()) : List.of();
    }
    return deductions;
  }

  public List<EarningLine> getLines() {
    return page().items();
  }

  /** The net of the newest lines by day, for the chart; in the currency of the newest. */
  public DailyBars getBars() {
    if (bars == null) {
      List<EarningLine> newest = earnings.lines(desk.scope(), Paging.of(Paging.MOST, null)).items();
      bars = DailyBars.of(newest, EarningLine::at, EarningLine::net);
    }
    return bars;
  }

  public String getNext() {
    return page().next() == null ? null : address().with("cursor", page().next()).toString();
  }

  public String getFirst() {
    return cursor == null ? null : address().toString();
  }

  private Query address() {
    return Query.of(desk.getPath() + "/earnings");
  }

  private Page<EarningLine> page() {
    if (page == null) {
      page = earnings.lines(desk.scope(), Paging.of(null, cursor));
    }
    return page;
  }
}
