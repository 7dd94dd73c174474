package org.halles.web.operator;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.commission.NewRule;
import org.halles.marketplace.commission.RuleKind;
import org.halles.marketplace.commission.RuleScope;
import org.halles.marketplace.commission.RuleVersion;
import org.halles.marketplace.shared.BusinessCalendar;
import org.halles.spi.Money;
import org.halles.web.plugin.TypedField;
import org.halles.web.ui.Amounts;

/** A commission rule as an operator types it: what it is called, which sales, how much. */
public class RuleForm implements Serializable {

  private static final long serialVersionUID = 1L;

  private final UUID replaces;
  private final RuleNames names;
  private String kind;
  private String group = "commission";
  private boolean first;
  private String currency = "EUR";
  private String reason;
  private String vendor;
  private String category;
  private String listing;
  private String priceFrom;
  private String priceTo;
  private String validFrom;
  private String validTo;
  private List<TypedField> fields = List.of();

  /** A new rule. */
  RuleForm() {
    replaces = null;
    names = new RuleNames();
  }

  /**
   * The next version of a rule.
   *
   * @param vendor its vendor's slug, or null
   * @param category the way to its category, or null
   */
  RuleForm(RuleVersion rule, String vendor, String category, Locale locale) {
    replaces = rule.id();
    names = new RuleNames(rule);
    kind = rule.kind();
    group = rule.group();
    this.vendor = vendor;
    this.category = category;
    RuleScope scope = rule.scope();
    listing = scope.listingId() == null ? null : scope.listingId().toString();
    priceFrom = text(scope.priceFrom(), locale);
    priceTo = text(scope.priceTo(), locale);
    validFrom = day(scope.validFrom(), 0);
    validTo = day(scope.validTo(), -1);
    findCurrency(rule);
  }

  private void findCurrency(RuleVersion rule) {
    Money bound =
        rule.scope().priceFrom() == null ? rule.scope().priceTo() : rule.scope().priceFrom();
    String found =
        rule.configuration().findValuesAsText("currency").stream().findFirst().orElse("");
    currency = bound == null ? found : bound.currency().value();
    currency = currency.isEmpty() ? "EUR" : currency;
  }

  private static String text(Money amount, Locale locale) {
    return amount == null ? null : Amounts.plain(amount.toDecimal(), locale);
  }

  private static String day(Instant at, int later) {
    return at == null ? null : BusinessCalendar.dayOf(at).plusDays(later).toString();
  }

  /** The form follows the kind. */
  void ask(RuleKind chosen) {
    kind = chosen.kind();
    fields = TypedField.of(chosen.fields(), "configuration");
  }

  /**
   * What is typed.
   *
   * @param categorySlug of the category that is named
   * @param faults what cannot even be read is noted here
   */
  NewRule input(String categorySlug, Map<String, String> faults, String noAmount, String noDay) {
    NewRule.Scope scope =
        new NewRule.Scope(
            blank(vendor) ? null : vendor.strip(),
            categorySlug,
            id(faults),
            amount("scope.priceFrom", priceFrom, faults, noAmount),
            amount("scope.priceTo", priceTo, faults, noAmount),
            instant("scope.validFrom", validFrom, 0, faults, noDay),
            instant("scope.validTo", validTo, 1, faults, noDay));
    return new NewRule(
        names.any(),
        kind,
        TypedField.json(fields, currency),
        blank(group) ? null : group.strip(),
        first ? 1 : null,
        scope,
        replaces,
        reason,
        names.both());
  }

  private UUID id(Map<String, String> faults) {
    try {
      return blank(listing) ? null : UUID.fromString(listing.strip());
    } catch (IllegalArgumentException noId) {
      faults.put("scope.listing", listing);
      return null;
    }
  }

  private Money amount(String field, String typed, Map<String, String> faults, String fault) {
    Money amount = blank(typed) ? null : TypedField.money(typed, currency);
    if (!blank(typed) && (amount == null || amount.isNegative())) {
      faults.put(field, fault);
    }
    return amount;
  }

  private static Instant instant(
      String field, String day, int later, Map<String, String> faults, String fault) {
    try {
      return blank(day)
          ? null
          : LocalDate.parse(day).plusDays(later).atStartOfDay(BusinessCalendar.zone()).toInstant();
    } catch (DateTimeException noDay) {
      faults.put(field, fault);
      return null;
    }
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }

  /** The rule whose next version this is, or null. */
  public UUID getReplaces() {
    return replaces;
  }

  public boolean isNew() {
    return replaces == null;
  }

  public List<TypedField> getFields() {
    return fields;
  }

  /** True if what a vendor sold before matters to it. */
  public boolean isAboutSales() {
    return fields.stream().anyMatch(field -> field.getName().equals("period"));
  }

  public RuleNames getNames() {
    return names;
  }

  public String getKind() {
    return kind;
  }

  public void setKind(String kind) {
    this.kind = kind;
  }

  public String getGroup() {
    return group;
  }

  public void setGroup(String group) {
    this.group = group;
  }

  public boolean isFirst() {
    return first;
  }

  public void setFirst(boolean first) {
    this.first = first;
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

  public String getVendor() {
    return vendor;
  }

  public void setVendor(String vendor) {
    this.vendor = vendor;
  }

  public String getCategory() {
    return category;
  }

  public void setCategory(String category) {
    this.category = category;
  }

  public String getListing() {
    return listing;
  }

  public void setListing(String listing) {
    this.listing = listing;
  }

  public String getPriceFrom() {
    return priceFrom;
  }

  public void setPriceFrom(String priceFrom) {
    this.priceFrom = priceFrom;
  }

  public String getPriceTo() {
    return priceTo;
  }

  public void setPriceTo(String priceTo) {
    this.priceTo = priceTo;
  }

  public String getValidFrom() {
    return validFrom;
  }

  public void setValidFrom(String validFrom) {
    this.validFrom = validFrom;
  }

  public String getValidTo() {
    return validTo;
  }

  public void setValidTo(String validTo) {
    this.validTo = validTo;
  }
}
