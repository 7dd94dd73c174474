package org.halles.web.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.halles.marketplace.refund.GiveBackPolicy;
import org.halles.web.ui.Say;

/** What the platform keeps when money goes back, by reason. */
@Named
@RequestScoped
public class GiveBackDesk {

  @Inject private GiveBackPolicy policy;
  @Inject private Say say;

  private final Map<String, String> faults = new HashMap<>();
  private List<GiveBackForm> rows;

  public List<GiveBackForm> getRows() {
    if (rows == null) {
      rows = policy.current().stream().map(GiveBackForm::of).toList();
    }
    return rows;
  }

  public Map<String, String> getFaults() {
    return faults;
  }

  public void save() {
    if (say.trying(
        faults, () -> policy.change(getRows().stream().map(GiveBackForm::terms).toList()))) {
      say.done("giveback.saved");
    }
  }
}
