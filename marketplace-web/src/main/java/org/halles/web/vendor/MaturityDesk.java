package org.halles.web.vendor;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.halles.marketplace.hold.Maturity;
import org.halles.marketplace.hold.Ripening;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.spi.Money;
import org.halles.web.ui.Query;
import org.omnifaces.cdi.Param;

/** When the vendor's money becomes available: the soonest days in sum, then order by order. */
@Named
@RequestScoped
public class MaturityDesk {

  /**
   * What becomes available on one day.
   *
   * @param latest true if it may be sooner, once the delivery is confirmed
   */
  public record Day(LocalDate on, Money amount, boolean latest) {

    private boolean holds(Ripening one) {
      return on.equals(one.on())
          && latest == isLatest(one)
          && amount.currency().equals(one.amount().currency());
    }
  }

  private static final int DAYS = 3;

  @Inject @Param private String later;
  @Inject private Desk desk;
  @Inject private Maturity maturity;

  private Page<Ripening> page;

  public List<Ripening> getRipening() {
    return page().items();
  }

  /** The days nearest, each with its sum; only on the first page, where they are whole. */
  public List<Day> getDays() {
    List<Day> days = new ArrayList<>();
    if (later != null) {
      return days;
    }
    for (Ripening one : page().items()) {
      Day last = days.isEmpty() ? null : days.get(days.size() - 1);
      if (last != null && last.holds(one)) {
        Money sum = last.amount().plus(one.amount());
        days.set(days.size() - 1, new Day(one.on(), sum, last.latest()));
      } else {
        days.add(new Day(one.on(), one.amount(), isLatest(one)));
      }
    }
    boolean cut = page().next() != null && days.size() <= DAYS;
    return days.subList(0, Math.min(DAYS, cut ? days.size() - 1 : days.size()));
  }

  private static boolean isLatest(Ripening one) {
    return one.kind().equals("UNCONFIRMED");
  }

  public String getNext() {
    return page().next() == null ? null : address().with("later", page().next()).toString();
  }

  public String getFirst() {
    return later == null ? null : address().toString();
  }

  private Query address() {
    return Query.of(desk.getPath() + "/earnings");
  }

  private Page<Ripening> page() {
    if (page == null) {
      page = maturity.of(desk.scope(), Paging.of(null, later));
    }
    return page;
  }
}
