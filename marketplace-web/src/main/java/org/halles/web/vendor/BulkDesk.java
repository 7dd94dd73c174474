package org.halles.web.vendor;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.halles.marketplace.order.BulkShipping;
import org.halles.marketplace.order.Carriers;
import org.halles.marketplace.order.PackingSlips;
import org.halles.marketplace.shared.Refusal;
import org.halles.web.paper.SlipPrinter;
import org.halles.web.ui.Language;
import org.halles.web.ui.Say;
import org.halles.web.ui.Words;
import org.primefaces.PrimeFaces;
import org.primefaces.model.DefaultStreamedContent;
import org.primefaces.model.StreamedContent;

/** What is done with several orders of the list at once. The boxes ticked say which. */
@Named
@RequestScoped
public class BulkDesk {

  /**
   * How it went with one order.
   *
   * @param words why not, or null if it left
   */
  public record Outcome(String number, String tracking, String words) {}

  @Inject private Desk desk;
  @Inject private OrderList list;
  @Inject private BulkShipping shipping;
  @Inject private PackingSlips slips;
  @Inject private HttpServletRequest request;
  @Inject private Language language;
  @Inject private Words words;
  @Inject private Say say;

  private String carrier;
  private String codes;
  private List<Outcome> outcomes = List.of();

  /** The numbers of the orders whose boxes are ticked, in the list's order. */
  public List<String> getChosen() {
    String[] ticked = request.getParameterValues("order");
    return ticked == null ? List.of() : Arrays.stream(ticked).distinct().toList();
  }

  /** Asks who takes the parcels, if any order is chosen. */
  public void prepare() {
    if (getChosen().isEmpty()) {
      none();
    } else {
      PrimeFaces.current().executeScript("PF('bulk').show()");
    }
  }

  private void none() {
    FacesContext.getCurrentInstance().validationFailed();
    say.done("orders.bulk.none");
  }

  /** Each order leaves by itself; what could not leave says why. */
  public void ship() {
    List<BulkShipping.Item> items = items();
    if (say.trying(() -> outcomes = told(shipping.ship(desk.scope(), carrier, items)))) {
      long gone = outcomes.stream().filter(one -> one.words() == null).count();
      say.done("orders.bulk.done", gone, outcomes.size());
      carrier = null;
      codes = null;
    }
    list.again();
  }

  /** The code beside an order; where that is empty, the pasted line in its place. */
  private List<BulkShipping.Item> items() {
    List<String> pasted = codes == null ? List.of() : codes.strip().lines().toList();
    List<BulkShipping.Item> items = new ArrayList<>();
    List<String> chosen = getChosen();
    for (int index = 0; index < chosen.size(); index++) {
      String typed = request.getParameter("code-" + chosen.get(index));
      boolean empty = typed == null || typed.isBlank();
      String line = index < pasted.size() ? pasted.get(index).strip() : "";
      items.add(new BulkShipping.Item(chosen.get(index), empty ? line : typed.strip()));
    }
    return items;
  }

  private List<Outcome> told(List<BulkShipping.Result> results) {
    return results.stream()
        .map(
            one ->
                one.refusal() == null
                    ? new Outcome(one.number(), one.shipment().trackingCode(), null)
                    : new Outcome(one.number(), "", reason(one.refusal())))
        .toList();
  }

  private String reason(Refusal refusal) {
    return words.orElse("refusal." + refusal.code(), refusal.getMessage());
  }

  /** The packing slips of the chosen orders, one file. */
  public StreamedContent getSlips() {
    if (getChosen().isEmpty()) {
      none();
      return null;
    }
    byte[] pdf = SlipPrinter.print(slips.of(desk.scope(), getChosen()), language.getTag());
    return DefaultStreamedContent.builder()
        .name("halles-" + desk.getSlug() + ".pdf")
        .contentType(SlipPrinter.MEDIA_TYPE)
        .stream(() -> new ByteArrayInputStream(pdf))
        .build();
  }

  public List<String> carriers(String typed) {
    return Carriers.matching(typed);
  }

  public List<Outcome> getOutcomes() {
    return outcomes;
  }

  public String getCarrier() {
    return carrier;
  }

  public void setCarrier(String carrier) {
    this.carrier = carrier;
  }

  public String getCodes() {
    return codes;
  }

  public void setCodes(String codes) {
    this.codes = codes;
  }
}
