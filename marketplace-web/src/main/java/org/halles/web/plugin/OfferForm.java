package org.halles.web.plugin;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import org.halles.marketplace.commission.RuleKind;
import org.halles.marketplace.commission.RuleVersion;

/** An offer of commission terms, as either side types it. */
public class OfferForm implements Serializable {

  private static final long serialVersionUID = 1L;

  private final RuleVersion answered;
  private String name;
  private String kind;
  private String currency = "EUR";
  private String reason;
  private List<TypedField> fields = List.of();

  /** A first offer. */
  OfferForm(RuleKind kind) {
    this.answered = null;
    ask(kind);
  }

  /** The answer to an offer, which begins with what that says. */
  OfferForm(RuleVersion answered, RuleKind kind, Locale locale) {
    this.answered = answered;
    this.name = answered.name();
    ask(kind);
    TypedField.fill(fields, answered.configuration(), locale);
    answered.configuration().findValuesAsText("currency").stream()
        .findFirst()
        .ifPresent(found -> currency = found);
  }

  /** The fields follow the kind. */
  final void ask(RuleKind chosen) {
    kind = chosen.kind();
    fields = TypedField.of(chosen.fields(), "configuration");
  }

  /** What is typed; an answer keeps the scope of what it answers. */
  org.halles.marketplace.commission.Terms terms() {
    return new org.halles.marketplace.commission.Terms(
        name, kind, TypedField.json(fields, currency), null, reason);
  }

  /** What is answered, or null for a first offer. */
  public RuleVersion getAnswered() {
    return answered;
  }

  public List<TypedField> getFields() {
    return fields;
  }

  public boolean isAboutMoney() {
    return fields.stream().anyMatch(TypedField::isAboutMoney);
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getKind() {
    return kind;
  }

  public void setKind(String kind) {
    this.kind = kind;
  }

  public String getCurrency() {
    return currency;
  }

  public void setCurrency(String currency) {
    this.currency = currency;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
