package org.halles.web.returns;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.order.OrderGroupView;
import org.halles.marketplace.order.Orders;
import org.halles.marketplace.order.VendorOrderView;
import org.halles.marketplace.returns.Rights;
import org.halles.marketplace.returns.SendingBack;
import org.halles.marketplace.returns.Units;
import org.halles.marketplace.returns.Withdrawing;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Refusal;
import org.halles.web.ui.FieldErrors;
import org.halles.web.ui.Language;
import org.halles.web.ui.Query;
import org.halles.web.ui.Refusals;
import org.halles.web.ui.Words;

/** A buyer withdraws from the contract: chooses, reads what it comes to, and confirms. */
@Named
@RequestScoped
public class WithdrawalPage {

  private Withdrawing withdrawing;
  private SendingBack sending;
  private Orders orders;
  private HttpServletRequest request;
  private Language language;
  private Words words;
  private OrderGroupView order;
  private Rights rights;
  private Withdrawing.Preview preview;
  private Map<String, String> errors = Map.of();
  private String trouble;

  protected WithdrawalPage() {}

  @Inject
  WithdrawalPage(
      Withdrawing withdrawing,
      SendingBack sending,
      Orders orders,
      HttpServletRequest request,
      Language language,
      Words words) {
    this.withdrawing = withdrawing;
    this.sending = sending;
    this.orders = orders;
    this.request = request;
    this.language = language;
    this.words = words;
  }

  /** Shows what may be withdrawn from; a form shows what it comes to, or declares it. */
  public void open() throws IOException {
    rights =
        sending.rights(number(), key()).stream()
            .filter(one -> one.vendorOrder().equals(part()))
            .findFirst()
            .orElseThrow(() -> new NotFound("vendor order", part()));
    order = orders.get(number(), key());
    if (request.getMethod().equals("POST")) {
      try {
        act();
      } catch (InvalidInput invalid) {
        errors = FieldErrors.of(invalid, words);
        trouble = words.get("returns.look-again");
      } catch (Refusal refusal) {
        trouble = Refusals.told(refusal, words, language.getLocale());
      }
    }
  }

  private void act() throws IOException {
    List<Units> chosen = ChosenLines.of(request);
    if (!"confirm".equals(request.getParameter("step"))) {
      preview = withdrawing.preview(number(), key(), part(), chosen);
      return;
    }
    withdrawing.declare(number(), key(), part(), chosen, getName(), isToCredit());
    FacesContext.getCurrentInstance()
        .getExternalContext()
        .redirect(
            Query.of(language.getPath() + "/orders/" + number())
                    .with("accessKey", key())
                    .with("returned", "withdraw")
                + "#returns-"
                + Query.encode(part()));
  }

  public OrderGroupView getOrder() {
    return order;
  }

  public Rights getRights() {
    return rights;
  }

  /** The stall's part it is about. */
  public VendorOrderView getPart() {
    return order.vendorOrders().stream()
        .filter(one -> one.number().equals(part()))
        .findFirst()
        .orElseThrow();
  }

  /** What it comes to; null until lines were chosen. */
  public Withdrawing.Preview getPreview() {
    return preview;
  }

  /** How many of a line were chosen; all of them before anything was. */
  public int units(UUID line, int most) {
    String typed = request.getParameter("units-" + line);
    return typed != null && typed.matches("\\d{1,6}") ? Integer.parseInt(typed) : most;
  }

  /** The name that was given, or that of whoever ordered. */
  public String getName() {
    return Optional.ofNullable(request.getParameter("name")).orElse(order.delivery().name());
  }

  /** True if the buyer chose store credit; until then the money goes back the way it came. */
  public boolean isToCredit() {
    return "credit".equals(request.getParameter("refundTo"));
  }

  public String getTrouble() {
    return trouble;
  }

  /** What is wrong with a field, or null. */
  public String error(String field) {
    return errors.entrySet().stream()
        .filter(one -> one.getKey().startsWith(field))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  /** The order's page. */
  public String getBack() {
    return Query.of(language.getPath() + "/orders/" + number()).with("accessKey", key()).toString();
  }

  /** This page, before anything was chosen. */
  public String getAgain() {
    return Query.of(language.getPath() + "/orders/" + number() + "/withdrawal")
        .with("part", part())
        .with("accessKey", key())
        .toString();
  }

  private String number() {
    return request.getParameter("number");
  }

  private String key() {
    return request.getParameter("accessKey");
  }

  private String part() {
    return request.getParameter("part");
  }
}
