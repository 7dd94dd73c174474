package org.halles.plugins.membership;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.halles.spi.CommissionProposal;
import org.halles.spi.CommissionRule;
import org.halles.spi.Configurable;
import org.halles.spi.Rate;
import org.halles.spi.SaleFacts;
import org.halles.spi.Setting;

/**
 * {@code membership.plan}: each plan has its rate, and the plugin's configuration says which plan a
 * vendor is a member of. Everybody is on the starter plan until the operator says otherwise for a
 * vendor, from one day to another if it likes; a rule of this kind holds the rates.
 */
@ApplicationScoped
public class MembershipCommission
    implements CommissionRule<MembershipCommission.Rates>,
        Configurable<MembershipCommission.Membership> {

  /** What a vendor can be a member of. */
  public enum Plan {
    STARTER,
    PLUS,
    PREMIUM
  }

  /**
   * The plan of those whom the configuration is for.
   *
   * @param plan starter if null
   */
  public record Membership(
      @Setting(
              fr = "Formule",
              en = "Plan",
              helpFr = "Pour un vendeur ; la période dit depuis quand et jusqu’à quand.",
              helpEn = "For a vendor; the period says from when and until when.")
          Plan plan) {}

  /** What each plan pays; a better plan never pays more. */
  public record Rates(
      @Setting(
              fr = "Taux de base",
              en = "Starter rate",
              helpFr = "De qui n’a pas d’autre formule.",
              helpEn = "Of whoever has no other plan.",
              required = true)
          Rate starter,
      @Setting(
              fr = "Taux Plus",
              en = "Plus rate",
              helpFr = "De qui a la formule Plus.",
              helpEn = "Of whoever has the plan Plus.",
              required = true)
          Rate plus,
      @Setting(
              fr = "Taux Premium",
              en = "Premium rate",
              helpFr = "De qui a la formule Premium.",
              helpEn = "Of whoever has the plan Premium.",
              required = true)
          Rate premium) {

    /**
     * @throws IllegalArgumentException naming everything that is wrong
     */
    public Rates {
      List<String> faults = new ArrayList<>();
      share("starter", starter, faults);
      share("plus", plus, faults);
      share("premium", premium, faults);
      if (faults.isEmpty() && plus.compareTo(starter) > 0) {
        faults.add("plus is " + plus + ": it must not be above starter, " + starter);
      }
      if (faults.isEmpty() && premium.compareTo(plus) > 0) {
        faults.add("premium is " + premium + ": it must not be above plus, " + plus);
      }
      if (!faults.isEmpty()) {
        throw new IllegalArgumentException(String.join("; ", faults));
      }
    }

    private static void share(String name, Rate rate, List<String> faults) {
      if (rate == null) {
        faults.add(name + " is missing: give a percentage");
      } else if (rate.compareTo(Rate.percent("0")) < 0 || rate.compareTo(Rate.percent("100")) > 0) {
        faults.add(name + " is " + rate + ": it must be between 0 % and 100 %");
      }
    }

    Rate of(Plan plan) {
      return switch (plan) {
        case STARTER -> starter;
        case PLUS -> plus;
        case PREMIUM -> premium;
      };
    }
  }

  private final Plan plan;

  /** As the server makes it: everybody is on the starter plan. */
  public MembershipCommission() {
    this(Plan.STARTER);
  }

  private MembershipCommission(Plan plan) {
    this.plan = plan;
  }

  @Override
  public Class<Membership> configurationType() {
    return Membership.class;
  }

  @Override
  public MembershipCommission with(Membership membership) {
    return new MembershipCommission(membership.plan() == null ? Plan.STARTER : membership.plan());
  }

  @Override
  public String kind() {
    return "membership.plan";
  }

  @Override
  public Class<Rates> configuration() {
    return Rates.class;
  }

  @Override
  public Optional<CommissionProposal> propose(SaleFacts sale, Rates rates) {
    Rate rate = rates.of(plan);
    String name = plan.name().charAt(0) + plan.name().substring(1).toLowerCase(Locale.ROOT);
    return Optional.of(
        CommissionProposal.of(
            rate, "formule " + name + " : " + rate, "plan " + name + ": " + rate));
  }
}
