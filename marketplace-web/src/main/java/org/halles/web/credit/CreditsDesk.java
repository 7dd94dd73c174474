package org.halles.web.credit;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.halles.marketplace.credit.CreditDesk;
import org.halles.marketplace.credit.CreditFilter;
import org.halles.marketplace.credit.CreditKind;
import org.halles.marketplace.credit.CreditView;
import org.halles.marketplace.credit.NewCard;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;
import org.halles.web.ui.Say;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.primefaces.model.LazyDataModel;

/** The operator’s desk for gift cards and store credit; amounts in euros. */
@Named
@RequestScoped
public class CreditsDesk {

  private static final CurrencyCode EUR = CurrencyCode.of("EUR");

  @Inject @Param private String q;
  @Inject @Param private String kind;
  @Inject private CreditDesk desk;
  @Inject private Say say;

  private final Map<String, String> faults = new HashMap<>();
  private final Map<String, String> giftFaults = new HashMap<>();
  private LazyDataModel<CreditView> rows;
  private String code;
  private BigDecimal amount;
  private LocalDate expiresOn;
  private boolean sold;
  private String recipient;
  private String language = "fr";
  private String reason;
  private String email;
  private BigDecimal gift;
  private String why;

  public LazyDataModel<CreditView> getRows() {
    if (rows == null) {
      rows = new CreditTable(desk, new CreditFilter(getKind(), q));
    }
    return rows;
  }

  /** What the list is narrowed to, or null. */
  public CreditKind getKind() {
    return CreditKind.ACCOUNT.name().equalsIgnoreCase(kind)
        ? CreditKind.ACCOUNT
        : CreditKind.GIFT_CARD.name().equalsIgnoreCase(kind) ? CreditKind.GIFT_CARD : null;
  }

  public String getWords() {
    return q;
  }

  /** Issues a card; its code is shown once. */
  public void issue() {
    boolean issued =
        say.trying(
            faults,
            () ->
                code =
                    desk.issue(
                            new NewCard(
                                money(amount), expiresOn, sold, recipient, language, reason))
                        .code());
    if (issued) {
      say.done("credit.issued");
      amount = null;
      recipient = null;
      reason = null;
      expiresOn = null;
      sold = false;
    }
  }

  /** Gives an account store credit. */
  public void give() {
    if (say.trying(giftFaults, () -> desk.give(email, money(gift), why))) {
      say.done("credit.given", email);
      email = null;
      gift = null;
      why = null;
    }
  }

  public void block(CreditView credit, boolean blocked) {
    if (say.trying(() -> desk.block(credit.id(), blocked))) {
      say.done(blocked ? "credit.blocked" : "credit.unblocked");
    }
  }

  private static Money money(BigDecimal typed) {
    return typed == null ? null : Money.parse(typed.toPlainString(), EUR);
  }

  /** The code of the card that was issued just now, or null. */
  public String getCode() {
    return code;
  }

  /** The same desk narrowed to one kind. */
  public String hrefOf(CreditKind one) {
    String words = q == null || q.isBlank() ? "" : "&q=" + Faces.getRequestParameter("q");
    return "/operator/gift-cards?kind=" + (one == null ? "" : one.name()) + words;
  }

  public CreditKind[] getKinds() {
    return CreditKind.values();
  }

  public Map<String, String> getFaults() {
    return faults;
  }

  public Map<String, String> getGiftFaults() {
    return giftFaults;
  }

  public BigDecimal getAmount() {
    return amount;
  }

  public void setAmount(BigDecimal amount) {
    this.amount = amount;
  }

  public LocalDate getExpiresOn() {
    return expiresOn;
  }

  public void setExpiresOn(LocalDate expiresOn) {
    this.expiresOn = expiresOn;
  }

  public boolean isSold() {
    return sold;
  }

  public void setSold(boolean sold) {
    this.sold = sold;
  }

  public String getRecipient() {
    return recipient;
  }

  public void setRecipient(String recipient) {
    this.recipient = recipient;
  }

  public String getLanguage() {
    return language;
  }

  public void setLanguage(String language) {
    this.language = language;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(String email) {
    this.email = email;
  }

  public BigDecimal getGift() {
    return gift;
  }

  public void setGift(BigDecimal gift) {
    this.gift = gift;
  }

  public String getWhy() {
    return why;
  }

  public void setWhy(String why) {
    this.why = why;
  }
}
