package org.halles.web.download;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.halles.marketplace.order.Handover;
import org.halles.marketplace.order.OrderLineView;
import org.halles.marketplace.order.Performance;
import org.halles.marketplace.order.VendorOrderView;
import org.halles.marketplace.shared.BusinessCalendar;
import org.halles.web.ui.Say;
import org.halles.web.vendor.Desk;
import org.halles.web.vendor.OrderDesk;

/** The vendor says that work of the order at hand was done. */
@Named
@RequestScoped
public class WorkDesk {

  @Inject private Handover handover;
  @Inject private OrderDesk order;
  @Inject private SoldFilesDesk files;
  @Inject private Desk desk;
  @Inject private Say say;
  private String day = BusinessCalendar.dayOf(Instant.now()).toString();

  /** True if something is left to do that needs no parcel. */
  public boolean isLeft() {
    VendorOrderView view = order.getDetail().order();
    return order.isOpen()
        && view.lines().stream()
            .filter(line -> !line.kind().equals("GOODS") && isLeft(line))
            .anyMatch(line -> files.of(line.id()) == null);
  }

  private static boolean isLeft(OrderLineView line) {
    return line.quantity() > line.shippedQuantity() + line.cancelledQuantity();
  }

  public void perform() {
    LocalDate on;
    try {
      on = LocalDate.parse(day.strip());
    } catch (DateTimeParseException noDay) {
      say.wrong("goods.perform.needed");
      return;
    }
    String number = order.getDetail().order().number();
    if (say.trying(
        () -> handover.performed(desk.scope(), number, new Performance(List.of(), on)))) {
      say.done("goods.perform.done", number);
    }
    order.again();
  }

  public String getDay() {
    return day;
  }

  public void setDay(String day) {
    this.day = day;
  }
}
