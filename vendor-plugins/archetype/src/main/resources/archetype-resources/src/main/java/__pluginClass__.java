package ${package};

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.halles.spi.CommissionProposal;
import org.halles.spi.CommissionRule;
import org.halles.spi.Rate;
import org.halles.spi.SaleFacts;

/** A share of every sale, and another one at weekends: the place to begin. */
@ApplicationScoped
public class ${pluginClass} implements CommissionRule<${pluginClass}.Terms> {

  /**
   * What an operator types.
   *
   * @param rate from Monday to Friday
   * @param weekendRate on Saturday and Sunday; as on other days if left out
   */
  public record Terms(Rate rate, Rate weekendRate) {

    public Terms {
      List<String> faults = new ArrayList<>();
      share("rate", rate, false, faults);
      share("weekendRate", weekendRate, true, faults);
      if (!faults.isEmpty()) {
        throw new IllegalArgumentException(String.join("; ", faults));
      }
    }

    private static void share(String name, Rate rate, boolean optional, List<String> faults) {
      if (rate == null && optional) {
        return;
      }
      if (rate == null || rate.compareTo(Rate.ZERO) < 0 || rate.compareTo(Rate.ONE) > 0) {
        faults.add(name + " is " + rate + ": give a share from 0 % to 100 %");
      }
    }
  }

  @Override
  public String kind() {
    return "${artifactId}.rate";
  }

  @Override
  public Class<Terms> configuration() {
    return Terms.class;
  }

  @Override
  public Optional<CommissionProposal> propose(SaleFacts sale, Terms terms) {
    boolean weekend = sale.isWeekend() && terms.weekendRate() != null;
    Rate rate = weekend ? terms.weekendRate() : terms.rate();
    return Optional.of(CommissionProposal.of(rate, (weekend ? "weekend: " : "") + rate));
  }
}
