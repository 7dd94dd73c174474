package org.halles.web.request;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.notice.Complaints;
import org.halles.marketplace.notice.StatementOfReasons;
import org.halles.marketplace.request.BidStatus;
import org.halles.marketplace.request.BidView;
import org.halles.marketplace.request.Choosing;
import org.halles.marketplace.request.OwnRequest;
import org.halles.marketplace.request.RequestMessage;
import org.halles.marketplace.request.RequestStatus;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Refusal;
import org.halles.web.cart.Basket;
import org.halles.web.ui.FieldErrors;
import org.halles.web.ui.Language;
import org.halles.web.ui.Refusals;
import org.halles.web.ui.Words;

/** One's own request: the offers side by side, what was asked, and the choice. */
@Named
@RequestScoped
public class OwnRequestPage {

  private Choosing choosing;
  private Complaints complaints;
  private Basket basket;
  private HttpServletRequest request;
  private Language language;
  private Words words;
  private OwnRequest own;
  private StatementOfReasons decision;
  private Map<String, String> errors = Map.of();
  private String trouble;

  protected OwnRequestPage() {}

  @Inject
  OwnRequestPage(
      Choosing choosing,
      Complaints complaints,
      Basket basket,
      HttpServletRequest request,
      Language language,
      Words words) {
    this.choosing = choosing;
    this.complaints = complaints;
    this.basket = basket;
    this.request = request;
    this.language = language;
    this.words = words;
  }

  /** Does what a form asks for, or reads; a visitor is led to the sign-in page by the refusal. */
  public void open() throws IOException {
    UUID id = id("id");
    if (request.getMethod().equals("POST")) {
      submit(id);
    }
    if (!FacesContext.getCurrentInstance().getResponseComplete()) {
      own = choosing.get(id);
      decision =
          own.request().status() == RequestStatus.TAKEN_DOWN
              ? complaints.aboutRequest(id).orElse(null)
              : null;
    }
  }

  private void submit(UUID id) throws IOException {
    try {
      act(id, Optional.ofNullable(request.getParameter("do")).orElse(""));
    } catch (InvalidInput invalid) {
      errors = FieldErrors.of(invalid, words);
      trouble = words.get("requests.look-again");
    } catch (NotFound gone) {
      throw gone;
    } catch (Refusal refusal) {
      trouble = Refusals.told(refusal, words, language.getLocale());
    }
  }

  private void act(UUID id, String wish) throws IOException {
    String here = "/account/requests/" + id;
    switch (wish) {
      case "accept" -> {
        BidView accepted = choosing.accept(id, id("bid"), revision());
        basket.addOwn(accepted.offerId(), response());
        lead("/cart?added=1");
      }
      case "decline" -> {
        choosing.decline(id, id("bid"));
        lead(here + "?done=declined");
      }
      case "say" -> {
        choosing.say(id, id("vendor"), request.getParameter("text"));
        lead(here + "?done=said#talk-" + id("vendor"));
      }
      case "close" -> {
        choosing.close(id);
        lead(here + "?done=closed");
      }
      case "complain" -> {
        complaints.complain(id, request.getParameter("text"));
        lead(here + "?done=complained");
      }
      default -> lead(here);
    }
  }

  private UUID id(String name) {
    try {
      return UUID.fromString(String.valueOf(request.getParameter(name)));
    } catch (IllegalArgumentException malformed) {
      throw new NotFound(name.equals("id") ? "request" : name, request.getParameter(name));
    }
  }

  private int revision() {
    Integer typed = Typed.number(request.getParameter("revision"));
    return typed == null ? 0 : typed;
  }

  private static HttpServletResponse response() {
    return (HttpServletResponse)
        FacesContext.getCurrentInstance().getExternalContext().getResponse();
  }

  private void lead(String path) throws IOException {
    FacesContext faces = FacesContext.getCurrentInstance();
    faces.getExternalContext().redirect(language.getPath() + path);
    faces.responseComplete();
  }

  public OwnRequest getOwn() {
    return own;
  }

  /** Why it was taken down after a notice, or null. */
  public StatementOfReasons getDecision() {
    return decision;
  }

  /** The complaint that was typed and not sent, or null. */
  public String getComplaint() {
    return "complain".equals(request.getParameter("do")) ? request.getParameter("text") : null;
  }

  /** The offers that may still be chosen, or were; the cheapest first. */
  public List<BidView> getBids() {
    return own.bids().stream().filter(bid -> bid.status() != BidStatus.WITHDRAWN).toList();
  }

  /** The accepted offer while it waits to be paid, or null. */
  public BidView getAccepted() {
    return own.request().status() == RequestStatus.AGREED ? own.accepted().orElse(null) : null;
  }

  /** True if this offer may be accepted now. */
  public boolean isOpen(BidView bid) {
    return bid != null
        && own.request().status() == RequestStatus.OPEN
        && bid.status() == BidStatus.OPEN;
  }

  /** True while it may be closed, and vendors may be written to. */
  public boolean isAlive() {
    return !own.request().status().isOver();
  }

  /** What was written with one vendor. */
  public List<RequestMessage> talk(BidView bid) {
    return bid == null
        ? List.of()
        : own.messages().stream().filter(one -> one.vendorId().equals(bid.vendor().id())).toList();
  }

  /** Vendors who asked and made no offer. */
  public List<UUID> getCurious() {
    List<UUID> bidding = getBids().stream().map(bid -> bid.vendor().id()).toList();
    return own.messages().stream()
        .map(RequestMessage::vendorId)
        .distinct()
        .filter(vendor -> !bidding.contains(vendor))
        .toList();
  }

  /** What was written with a vendor who made no offer. */
  public List<RequestMessage> talkWith(UUID vendor) {
    return own.messages().stream().filter(one -> one.vendorId().equals(vendor)).toList();
  }

  /** What was typed to this vendor and not sent, or nothing. */
  public String typed(UUID vendor) {
    return trouble != null && String.valueOf(vendor).equals(request.getParameter("vendor"))
        ? request.getParameter("text")
        : "";
  }

  public Map<String, String> getErrors() {
    return errors;
  }

  /** Why something did not work, or null. */
  public String getTrouble() {
    return trouble;
  }

  /** What was just done, as the end of a message key, or null. */
  public String getDone() {
    String done = request.getParameter("done");
    return done != null && words.containsKey("requests.done." + done) ? done : null;
  }
}
