package org.halles.web.request;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.request.BidInput;
import org.halles.marketplace.request.BidStatus;
import org.halles.marketplace.request.BidView;
import org.halles.marketplace.request.Bidding;
import org.halles.marketplace.request.CalledFor;
import org.halles.marketplace.request.RequestStatus;
import org.halles.marketplace.request.SeenRequest;
import org.halles.marketplace.shared.NotFound;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;
import org.halles.web.ui.Say;
import org.halles.web.vendor.Desk;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;

/** One request, and the vendor's offer on it. */
@Named
@ViewScoped
public class BidDesk implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int USUAL_VALIDITY = 14;

  @Inject @Param private String id;
  @Inject @Param private String done;
  @Inject private Desk desk;
  @Inject private CalledFor reading;
  @Inject private Bidding bidding;
  @Inject private Say say;

  private final HashMap<String, String> faults = new HashMap<>();
  private transient SeenRequest seen;
  private BigDecimal price;
  private BigDecimal shipping;
  private Integer days;
  private String message;
  private LocalDate validUntil;
  private String text;

  /** The form begins with what the vendor offered before. */
  @PostConstruct
  void begin() {
    BidView bid = getSeen().bid();
    validUntil = LocalDate.now().plusDays(USUAL_VALIDITY);
    if (bid != null) {
      price = bid.price().toDecimal();
      shipping = bid.shipping().toDecimal();
      days = bid.deliveryDays();
      message = bid.message();
      validUntil = bid.validUntil().isBefore(LocalDate.now()) ? validUntil : bid.validUntil();
    }
  }

  public SeenRequest getSeen() {
    if (seen == null) {
      seen = reading.get(desk.scope(), id());
    }
    return seen;
  }

  private UUID id() {
    try {
      return UUID.fromString(String.valueOf(id));
    } catch (IllegalArgumentException none) {
      throw new NotFound("request", id);
    }
  }

  /** True while an offer can be made or made anew. */
  public boolean isBiddable() {
    BidView bid = getSeen().bid();
    return getSeen().request().status() == RequestStatus.OPEN
        && (bid == null || bid.status() != BidStatus.ACCEPTED)
        && desk.may("ORDERS_WRITE");
  }

  /** True if there is an offer to take back. */
  public boolean isWithdrawable() {
    BidView bid = getSeen().bid();
    return bid != null && bid.status() == BidStatus.OPEN && desk.may("ORDERS_WRITE");
  }

  /** True while the buyer can be asked. */
  public boolean isTalking() {
    BidView bid = getSeen().bid();
    boolean agreed = bid != null && bid.status() == BidStatus.ACCEPTED;
    RequestStatus status = getSeen().request().status();
    return (status == RequestStatus.OPEN || agreed && status == RequestStatus.AGREED)
        && desk.may("ORDERS_WRITE");
  }

  public void offer() {
    BidInput input = new BidInput(money(price), money(shipping), days, message, validUntil);
    if (say.trying(faults, () -> seen = bidding.offer(desk.scope(), id(), input))) {
      lead("?done=sent");
    }
  }

  public void withdraw() {
    if (say.trying(() -> seen = bidding.withdraw(desk.scope(), id()))) {
      lead("?done=withdrawn");
    }
  }

  public void ask() {
    if (say.trying(() -> seen = bidding.say(desk.scope(), id(), text))) {
      text = null;
    }
  }

  /** Back to this page, so that a reload sends nothing twice. */
  private void lead(String rest) {
    Faces.redirect(desk.getPath() + "/requests/" + id() + rest);
  }

  /** What was just done, as the end of a message key, or null. */
  public String getDone() {
    return "sent".equals(done) || "withdrawn".equals(done) ? done : null;
  }

  private Money money(BigDecimal amount) {
    return amount == null
        ? null
        : Money.parse(amount.toPlainString(), CurrencyCode.of(getSeen().request().currency()));
  }

  public Map<String, String> getFaults() {
    return faults;
  }

  public BigDecimal getPrice() {
    return price;
  }

  public void setPrice(BigDecimal price) {
    this.price = price;
  }

  public BigDecimal getShipping() {
    return shipping;
  }

  public void setShipping(BigDecimal shipping) {
    this.shipping = shipping;
  }

  public Integer getDays() {
    return days;
  }

  public void setDays(Integer days) {
    this.days = days;
  }

  public String getMessage() {
    return message;
  }

  public void setMessage(String message) {
    this.message = message;
  }

  public LocalDate getValidUntil() {
    return validUntil;
  }

  public void setValidUntil(LocalDate validUntil) {
    this.validUntil = validUntil;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }
}
