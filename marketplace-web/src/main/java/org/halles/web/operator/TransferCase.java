package org.halles.web.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import org.halles.marketplace.checkout.CannotRecord;
import org.halles.marketplace.checkout.TransferDesk;
import org.halles.marketplace.checkout.TransferView;
import org.halles.marketplace.checkout.TransferView.ReturnView;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.payment.BankReceipt;
import org.halles.marketplace.shared.BusinessCalendar;
import org.halles.spi.Money;
import org.halles.web.ui.Say;
import org.omnifaces.cdi.Param;

/** One transfer: what came of it is recorded here, and what went back. */
@Named
@RequestScoped
public class TransferCase {

  @Inject @Param private String number;
  @Inject private TransferDesk desk;
  @Inject private CurrentCaller caller;
  @Inject private Clock clock;
  @Inject private Say say;

  private final Map<String, String> faults = new HashMap<>();
  private TransferView transfer;
  private BigDecimal amount;
  private String currency;
  private String receivedOn;
  private String bankReference;
  private String payer;
  private boolean differs;
  private boolean doubtful;
  private String sentOn;
  private String sentReference;

  public TransferView getTransfer() {
    if (transfer == null) {
      transfer = desk.get(number);
    }
    return transfer;
  }

  /** True for those who may record what the bank did. */
  public boolean isTheirs() {
    return caller.get().is(Role.FINANCE);
  }

  /** True while some of it came and the rest did not. */
  public boolean isGivable() {
    TransferView.State state = getTransfer().state();
    boolean open = state == TransferView.State.PARTLY || state == TransferView.State.LAPSED;
    boolean kept = !getTransfer().missing().isZero() && !getTransfer().received().isZero();
    return isTheirs() && open && kept && getTransfer().returns().isEmpty();
  }

  /** True if what was typed is not what was awaited: the person is asked to look again. */
  public boolean isDoubtful() {
    return doubtful || differs;
  }

  public Map<String, String> getFaults() {
    return faults;
  }

  public void record() {
    boolean done =
        say.trying(
            faults,
            () -> {
              try {
                transfer = desk.record(number, receipt(), differs);
              } catch (CannotRecord refused) {
                doubtful = refused.code().matches("transfer-too-.*");
                throw refused;
              }
            });
    if (done) {
      say.done("tender.recorded");
      amount = null;
      bankReference = null;
      payer = null;
      differs = false;
    }
  }

  private BankReceipt receipt() {
    Money money = getAmount() == null ? null : TypedMoney.of(getAmount(), getCurrency());
    return new BankReceipt(money, day(getReceivedOn()), bankReference, payer);
  }

  private static LocalDate day(String typed) {
    try {
      return typed == null || typed.isBlank() ? null : LocalDate.parse(typed);
    } catch (DateTimeParseException odd) {
      return null;
    }
  }

  public void giveUp() {
    if (say.trying(() -> transfer = desk.giveUp(number))) {
      say.done("tender.given-up");
    }
  }

  public void sent(ReturnView back) {
    if (say.trying(faults, () -> desk.sent(back.id(), day(getSentOn()), sentReference))) {
      say.done("tender.sent");
      sentReference = null;
    }
    transfer = null;
  }

  /** Proposes what is still missing. */
  public BigDecimal getAmount() {
    if (amount == null && !getTransfer().missing().isZero()) {
      amount = getTransfer().missing().toDecimal();
    }
    return amount;
  }

  public void setAmount(BigDecimal amount) {
    this.amount = amount;
  }

  public String getCurrency() {
    return currency == null ? getTransfer().amount().currency().value() : currency;
  }

  public void setCurrency(String currency) {
    this.currency = currency;
  }

  public String getReceivedOn() {
    return receivedOn == null ? today() : receivedOn;
  }

  public void setReceivedOn(String receivedOn) {
    this.receivedOn = receivedOn;
  }

  public String getBankReference() {
    return bankReference;
  }

  public void setBankReference(String bankReference) {
    this.bankReference = bankReference;
  }

  public String getPayer() {
    return payer;
  }

  public void setPayer(String payer) {
    this.payer = payer;
  }

  public boolean isDiffers() {
    return differs;
  }

  public void setDiffers(boolean differs) {
    this.differs = differs;
  }

  public String getSentOn() {
    return sentOn == null ? today() : sentOn;
  }

  public void setSentOn(String sentOn) {
    this.sentOn = sentOn;
  }

  public String getSentReference() {
    return sentReference;
  }

  public void setSentReference(String sentReference) {
    this.sentReference = sentReference;
  }

  private String today() {
    return BusinessCalendar.dayOf(clock.instant()).toString();
  }
}
