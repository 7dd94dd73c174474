package org.halles.web.affiliate;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.halles.marketplace.affiliate.AffiliateRates;
import org.halles.web.ui.Say;
import org.halles.web.vendor.Desk;

/** What a vendor offers of its own to those who send it buyers. */
@Named
@RequestScoped
public class OwnRateDesk {

  @Inject private AffiliateRates rates;
  @Inject private Desk desk;
  @Inject private Say say;

  private final Map<String, String> faults = new HashMap<>();
  private BigDecimal percent;

  public BigDecimal getPercent() {
    if (percent == null) {
      percent = Percents.of(rates.ofVendor(desk.scope()));
    }
    return percent;
  }

  public void setPercent(BigDecimal percent) {
    this.percent = percent == null ? BigDecimal.ZERO : percent;
  }

  public void save() {
    if (say.trying(faults, () -> rates.offer(desk.scope(), Percents.points(percent)))) {
      say.done("affiliate.own.saved");
    }
  }

  public Map<String, String> getFaults() {
    return faults;
  }
}
