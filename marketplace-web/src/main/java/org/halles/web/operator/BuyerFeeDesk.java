package org.halles.web.operator;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.halles.marketplace.pricing.BuyerFeeTerms;
import org.halles.marketplace.pricing.BuyerFees;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Violation;
import org.halles.spi.Money;
import org.halles.web.ui.Say;

/** What buyers pay to the marketplace besides the price: its rules, and what a cart would pay. */
@Named
@ViewScoped
public class BuyerFeeDesk implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final Money EXAMPLE = Money.of(5_000, "EUR");

  @Inject private BuyerFees fees;
  @Inject private Say say;

  private final Map<String, String> faults = new HashMap<>();
  private List<BuyerFeeRow> rows;
  private BigDecimal vat;
  private String jurisdiction;

  @PostConstruct
  void read() {
    BuyerFeeTerms terms = fees.current();
    rows = terms.rules().stream().map(BuyerFeeRow::of).collect(Collectors.toList());
    vat = HoldTermsForm.percent(terms.vatBasisPoints());
    jurisdiction = terms.jurisdiction();
  }

  public List<BuyerFeeRow> getRows() {
    return rows;
  }

  public Map<String, String> getFaults() {
    return faults;
  }

  public void add() {
    rows.add(new BuyerFeeRow());
  }

  public void remove(BuyerFeeRow row) {
    rows.remove(row);
    faults.clear();
  }

  public void save() {
    if (say.trying(faults, () -> fees.change(terms()))) {
      say.done("buyerfee.saved");
    }
  }

  private BuyerFeeTerms terms() {
    List<BuyerFeeTerms.Rule> rules = new ArrayList<>();
    List<Violation> wrong = new ArrayList<>();
    for (int index = 0; index < rows.size(); index++) {
      try {
        rules.add(rows.get(index).rule());
      } catch (InvalidInput unreadable) {
        String row = "rules[" + index + "].";
        unreadable.violations().forEach(one -> wrong.add(inRow(row, one)));
      }
    }
    if (!wrong.isEmpty()) {
      throw new InvalidInput(wrong);
    }
    return new BuyerFeeTerms(rules, HoldTermsForm.basisPoints(vat), jurisdiction);
  }

  private static Violation inRow(String row, Violation one) {
    String field = one.field().equals("amount") ? "flatMinor" : one.field();
    return new Violation(row + field, one.message(), one.value());
  }

  /** The cart of the example. */
  public Money getGoods() {
    return EXAMPLE;
  }

  /** What it pays by the terms that hold. */
  public BuyerFees.Example getExample() {
    return fees.example(EXAMPLE, "FR");
  }

  public BigDecimal getVat() {
    return vat;
  }

  public void setVat(BigDecimal vat) {
    this.vat = vat;
  }

  public String getJurisdiction() {
    return jurisdiction;
  }

  public void setJurisdiction(String jurisdiction) {
    this.jurisdiction = jurisdiction == null ? "" : jurisdiction.strip().toUpperCase(Locale.ROOT);
  }
}
