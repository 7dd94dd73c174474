package org.halles.web.returns;

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
import org.halles.marketplace.order.VendorOrderView;
import org.halles.marketplace.returns.ReturnReason;
import org.halles.marketplace.returns.ReturnReasons;
import org.halles.marketplace.returns.ReturnRequest;
import org.halles.marketplace.returns.ReturnView;
import org.halles.marketplace.returns.Rights;
import org.halles.marketplace.returns.SendingBack;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Refusal;
import org.halles.web.ui.Attachments;
import org.halles.web.ui.FieldErrors;
import org.halles.web.ui.Language;
import org.halles.web.ui.Query;
import org.halles.web.ui.Refusals;
import org.halles.web.ui.Words;

/** A buyer sends goods of an order back, on the order's page. */
@Named
@RequestScoped
public class OrderReturns {

  /** What the form wants; its name tells other forms of the page apart. */
  public static final String WISH = "giveback";

  private SendingBack sending;
  private ReturnReasons reasons;
  private HttpServletRequest request;
  private Language language;
  private Words words;
  private Map<String, String> errors = Map.of();
  private String trouble;
  private List<ReturnView> all;
  private List<Rights> rights;
  private List<ReturnReason> offered;

  protected OrderReturns() {}

  @Inject
  OrderReturns(
      SendingBack sending,
      ReturnReasons reasons,
      HttpServletRequest request,
      Language language,
      Words words) {
    this.sending = sending;
    this.reasons = reasons;
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
                      .with("returned", wish)
                  + "#returns-"
                  + Query.encode(request.getParameter("part")));
    } catch (InvalidInput invalid) {
      errors = FieldErrors.of(invalid, words);
      trouble = words.get("returns.look-again");
    } catch (Refusal refusal) {
      trouble = Refusals.told(refusal, words, language.getLocale());
    }
  }

  private void act(String wish) throws IOException, ServletException {
    switch (wish) {
      case "ask" ->
          sending.ask(
              number(),
              key(),
              request.getParameter("part"),
              new ReturnRequest(
                  request.getParameter("reason"),
                  request.getParameter("words"),
                  ChosenLines.of(request),
                  Attachments.of(request),
                  "credit".equals(request.getParameter("refundTo"))));
      case "sent" ->
          sending.sent(
              number(),
              key(),
              id(),
              request.getParameter("carrier"),
              request.getParameter("trackingCode"));
      case "cancel" -> sending.cancel(number(), key(), id());
      case "escalate" -> sending.escalate(number(), key(), id());
      default -> throw new NotFound("action", wish);
    }
  }

  private UUID id() {
    try {
      return UUID.fromString(String.valueOf(request.getParameter("id")));
    } catch (IllegalArgumentException none) {
      throw new NotFound("return", request.getParameter("id"));
    }
  }

  /** What goes and went back of one stall's part, oldest first. */
  public List<ReturnView> of(VendorOrderView part) {
    read();
    return part == null
        ? List.of()
        : all.stream().filter(one -> one.vendorOrder().equals(part.number())).toList();
  }

  /** What may still go back of a part; null for those who only look. */
  public Rights rights(VendorOrderView part) {
    read();
    return part == null
        ? null
        : rights.stream()
            .filter(one -> one.vendorOrder().equals(part.number()))
            .findFirst()
            .orElse(null);
  }

  /** An operator who looks at the page is no party to it. */
  private void read() {
    if (all == null) {
      try {
        SendingBack.Overview overview = sending.overview(number(), key());
        all = overview.returns();
        rights = overview.rights();
      } catch (NotFound notTheBuyer) {
        all = List.of();
        rights = List.of();
      }
    }
  }

  public List<ReturnReason> getReasons() {
    if (offered == null) {
      offered = reasons.offered();
    }
    return offered;
  }

  /** True if there is something to follow, or to do again. */
  public boolean isOpen(VendorOrderView part) {
    return part != null && (isHere(part) || !of(part).isEmpty());
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

  /** What is wrong with a field, or null. */
  public String error(VendorOrderView part, String field) {
    return part == null || !isHere(part)
        ? null
        : errors.entrySet().stream()
            .filter(one -> one.getKey().startsWith(field))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(null);
  }

  public String getTrouble() {
    return trouble;
  }

  /** What was just done, or null. */
  public String getDone() {
    String done = request.getParameter("returned");
    return trouble == null && done != null && words.containsKey("returns.done-" + done)
        ? words.get("returns.done-" + done)
        : null;
  }

  /** Where the withdrawal from a part is declared. */
  public String withdrawalOf(VendorOrderView part) {
    return Query.of(language.getPath() + "/orders/" + number() + "/withdrawal")
        .with("part", part.number())
        .with("accessKey", key())
        .toString();
  }

  /** Where a file of a return is read. */
  public String fileOf(ReturnView one, ReturnView.File file) {
    return Query.of("/return-files/" + number() + "/" + one.id() + "/" + file.id())
        .with("accessKey", key())
        .toString();
  }

  private String number() {
    return request.getParameter("number");
  }

  private String key() {
    return request.getParameter("accessKey");
  }
}
