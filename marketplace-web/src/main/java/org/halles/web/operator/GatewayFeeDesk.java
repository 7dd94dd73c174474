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
import java.util.Map;
import java.util.stream.Collectors;
import org.halles.marketplace.payment.GatewayFeeTerms;
import org.halles.marketplace.payment.GatewayFees;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Violation;
import org.halles.spi.Money;
import org.halles.web.ui.Say;

/** Who bears what gateways keep, and how much that is expected to be. */
@Named
@ViewScoped
public class GatewayFeeDesk implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final Money EXAMPLE = Money.of(5_000, "EUR");

  @Inject private GatewayFees fees;
  @Inject private Say say;

  private final Map<String, String> faults = new HashMap<>();
  private List<GatewayFeeRow> rows;
  private BigDecimal share;

  @PostConstruct
  void read() {
    GatewayFeeTerms terms = fees.current();
    rows = terms.estimates().stream().map(GatewayFeeRow::of).collect(Collectors.toList());
    share = HoldTermsForm.percent(terms.vendorShareBasisPoints());
  }

  public List<GatewayFeeRow> getRows() {
    return rows;
  }

  public Map<String, String> getFaults() {
    return faults;
  }

  public void add() {
    rows.add(new GatewayFeeRow());
  }

  public void remove(GatewayFeeRow row) {
    rows.remove(row);
    faults.clear();
  }

  public void save() {
    if (say.trying(faults, () -> fees.change(terms()))) {
      say.done("gatewayfee.saved");
    }
  }

  private GatewayFeeTerms terms() {
    List<GatewayFeeTerms.Estimate> estimates = new ArrayList<>();
    List<Violation> wrong = new ArrayList<>();
    for (int index = 0; index < rows.size(); index++) {
      try {
        estimates.add(rows.get(index).estimate());
      } catch (InvalidInput unreadable) {
        String row = "estimates[" + index + "].";
        unreadable.violations().forEach(one -> wrong.add(inRow(row, one)));
      }
    }
    if (!wrong.isEmpty()) {
      throw new InvalidInput(wrong);
    }
    return new GatewayFeeTerms(HoldTermsForm.basisPoints(share), estimates);
  }

  private static Violation inRow(String row, Violation one) {
    String field = one.field().equals("amount") ? "fixedMinor" : one.field();
    return new Violation(row + field, one.message(), one.value());
  }

  /** The sale of the example. */
  public Money getSale() {
    return EXAMPLE;
  }

  /** What its vendor bears by the terms that hold. */
  public Money getBorne() {
    return fees.current().likelyPart(EXAMPLE);
  }

  public BigDecimal getShare() {
    return share;
  }

  public void setShare(BigDecimal share) {
    this.share = share;
  }
}
