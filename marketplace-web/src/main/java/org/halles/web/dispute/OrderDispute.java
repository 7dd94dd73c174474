package org.halles.web.dispute;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.dispute.Complaining;
import org.halles.marketplace.dispute.Complaint;
import org.halles.marketplace.dispute.DisputeView;
import org.halles.marketplace.order.OrderGroupView;
import org.halles.marketplace.order.Orders;
import org.halles.marketplace.order.VendorOrderView;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Refusal;
import org.halles.marketplace.shared.Violation;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;
import org.halles.web.ui.Amounts;
import org.halles.web.ui.Attachments;
import org.halles.web.ui.FieldErrors;
import org.halles.web.ui.Language;
import org.halles.web.ui.Query;
import org.halles.web.ui.Refusals;
import org.halles.web.ui.Words;

/** A buyer complains about a stall's part of an order, on the order's page. */
@Named
@RequestScoped
public class OrderDispute {

  /** What the form wants; its name tells other forms of the page apart. */
  public static final String WISH = "dispute";

  private Complaining complaining;
  private Orders orders;
  private HttpServletRequest request;
  private Language language;
  private Words words;
  private Map<String, String> errors = Map.of();
  private String trouble;
  private List<DisputeView> all;

  protected OrderDispute() {}

  @Inject
  OrderDispute(
      Complaining complaining,
      Orders orders,
      HttpServletRequest request,
      Language language,
      Words words) {
    this.complaining = complaining;
    this.orders = orders;
    this.request = request;
    this.language = language;
    this.words = words;
  }

  /** Does what the form wants; what was typed stays if it could not be done. */
  public void open() throws IOException, ServletException {
    String wish = request.getParameter(WISH);
    if (!request.getMethod().equals("POST") || wish == null) {
      return;
    }
    try {
      act(wish);
      FacesContext.getCurrentInstance()
          .getExternalContext()
          .redirect(
              Query.of(language.getPath() + "/orders/" + number())
                      .with("accessKey", key())
                      .with("disputed", wish)
                  + "#disputes-"
                  + Query.encode(request.getParameter("part")));
    } catch (InvalidInput invalid) {
      errors = FieldErrors.of(invalid, words);
      trouble = words.get("disputes.look-again");
    } catch (Refusal refusal) {
      trouble = Refusals.told(refusal, words, language.getLocale());
    }
  }

  private void act(String wish) throws IOException, ServletException {
    switch (wish) {
      case "open" ->
          complaining.open(
              number(),
              key(),
              request.getParameter("part"),
              new Complaint(
                  request.getParameter("reason"), text(), amount(), Attachments.of(request)));
      case "add" -> complaining.add(number(), key(), id(), text(), Attachments.of(request));
      case "withdraw" -> complaining.withdraw(number(), key(), id());
      default -> throw new NotFound("action", wish);
    }
  }

  private UUID id() {
    try {
      return UUID.fromString(String.valueOf(request.getParameter("id")));
    } catch (IllegalArgumentException none) {
      throw new NotFound("dispute", request.getParameter("id"));
    }
  }

  private Money amount() {
    String typed = request.getParameter("amount");
    if (typed == null || typed.isBlank()) {
      return null;
    }
    return Amounts.typed(typed, currency())
        .orElseThrow(
            () -> new InvalidInput(new Violation("amount", "is no amount such as 12.50", typed)));
  }

  private CurrencyCode currency() {
    OrderGroupView order = orders.get(number(), key());
    return order.currency();
  }

  /** What is and was disputed of one stall's part, oldest first. */
  public List<DisputeView> of(VendorOrderView part) {
    if (part == null) {
      return List.of();
    }
    if (all == null) {
      all = mine();
    }
    return all.stream()
        .filter(one -> one.parts().stream().anyMatch(its -> its.number().equals(part.number())))
        .toList();
  }

  /** An operator who looks at the page is no party to it. */
  private List<DisputeView> mine() {
    try {
      return complaining.of(number(), key());
    } catch (NotFound notTheBuyer) {
      return List.of();
    }
  }

  /** True while nothing of this part is disputed, so that something may be. */
  public boolean isFree(VendorOrderView part) {
    return of(part).stream().allMatch(one -> one.status().isDecided());
  }

  /** True if there is something to read, or to do again. */
  public boolean isOpen(VendorOrderView part) {
    return part != null && (isHere(part) || of(part).stream().anyMatch(one -> !decided(one)));
  }

  private static boolean decided(DisputeView dispute) {
    return dispute.status().isDecided();
  }

  /** True if the form that could not be sent is this part's. */
  public boolean isHere(VendorOrderView part) {
    return trouble != null && part.number().equals(request.getParameter("part"));
  }

  /** What was typed into a field and not sent. */
  public String typed(VendorOrderView part, String field) {
    return part != null && isHere(part)
        ? Optional.ofNullable(request.getParameter(field)).orElse("")
        : "";
  }

  /** What is wrong with a field, or null; files are one field. */
  public String error(VendorOrderView part, String field) {
    return part == null || !isHere(part)
        ? null
        : errors.entrySet().stream()
            .filter(one -> one.getKey().startsWith(field))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(null);
  }

  public List<Complaint.Reason> getReasons() {
    return List.of(Complaint.Reason.values());
  }

  public String getTrouble() {
    return trouble;
  }

  /** What was just done, or null. */
  public String getDone() {
    String done = request.getParameter("disputed");
    return trouble == null && done != null && words.containsKey("disputes.done-" + done)
        ? words.get("disputes.done-" + done)
        : null;
  }

  /** Where a file of a dispute is read. */
  public String fileOf(DisputeView dispute, DisputeView.File file) {
    return Query.of("/evidence/" + number() + "/" + dispute.id() + "/" + file.id())
        .with("accessKey", key())
        .toString();
  }

  private String number() {
    return request.getParameter("number");
  }

  private String key() {
    return request.getParameter("accessKey");
  }

  private String text() {
    return request.getParameter("said");
  }
}
