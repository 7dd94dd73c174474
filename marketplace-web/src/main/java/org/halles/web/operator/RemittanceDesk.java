package org.halles.web.operator;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.halles.marketplace.pricing.RemittanceTerms;
import org.halles.marketplace.pricing.Remittances;
import org.halles.web.ui.Say;

/** Which tax on sales the marketplace keeps out of vendors' money and remits itself. */
@Named
@ViewScoped
public class RemittanceDesk implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private Remittances remittances;
  @Inject private Say say;

  private final Map<String, String> faults = new HashMap<>();
  private List<RemittanceRow> rows;

  @PostConstruct
  void read() {
    rows =
        remittances.current().rules().stream().map(RemittanceRow::of).collect(Collectors.toList());
  }

  public List<RemittanceRow> getRows() {
    return rows;
  }

  public Map<String, String> getFaults() {
    return faults;
  }

  public RemittanceTerms.Ground[] getGrounds() {
    return RemittanceTerms.Ground.values();
  }

  public RemittanceTerms.Establishment[] getEstablishments() {
    return RemittanceTerms.Establishment.values();
  }

  public void add() {
    rows.add(new RemittanceRow());
  }

  public void remove(RemittanceRow row) {
    rows.remove(row);
    faults.clear();
  }

  public void save() {
    RemittanceTerms terms = new RemittanceTerms(rows.stream().map(RemittanceRow::rule).toList());
    if (say.trying(faults, () -> remittances.change(terms))) {
      say.done("remittance.saved");
    }
  }
}
