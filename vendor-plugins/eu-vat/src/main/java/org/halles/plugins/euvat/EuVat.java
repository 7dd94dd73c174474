package org.halles.plugins.euvat;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import org.halles.spi.Rate;
import org.halles.spi.TaxRules;

/**
 * {@code eu-vat}: VAT on what traders sell to consumers of the Union.
 *
 * <ul>
 *   <li>Goods and downloads bear the rate of where they go (distance sales), whoever sends them.
 *   <li>Services bear the rate of where their trader sits.
 *   <li>What a trader of the Union sends out of it bears none.
 *   <li>A private person's sale bears none.
 * </ul>
 *
 * <p>Of supplies that do not touch the Union these rules know nothing.
 */
@ApplicationScoped
public class EuVat implements TaxRules {

  private static final Set<String> POINT_COUNTRIES = Set.of("IE", "MT");

  private final RateTable table = RateTable.load();

  @Override
  public String id() {
    return "eu-vat";
  }

  @Override
  public Optional<TaxRate> rateFor(Supply supply) {
    boolean service = supply.taxClass().equals("service");
    Optional<MemberState> seller = table.state(supply.sellerCountry());
    Optional<MemberState> taxing = service ? seller : table.state(supply.buyerCountry());
    if (taxing.isEmpty()) {
      return seller.map(state -> untaxed(state, "export"));
    }
    if (!supply.sellerIsTrader()) {
      return taxing.map(state -> untaxed(state, "private sale"));
    }
    return taxing.map(state -> taxed(state, supply, service));
  }

  private static TaxRate taxed(MemberState state, Supply supply, boolean service) {
    Optional<MemberState.Place> place =
        service ? Optional.empty() : state.placeAt(supply.buyerPostalCode());
    RateSet rates = place.map(MemberState.Place::rates).orElseGet(() -> state.on(supply.on()));
    String jurisdiction = place.map(MemberState.Place::jurisdiction).orElse(state.code());
    Rate rate = rates.of(supply.taxClass());
    return new TaxRate(rate, jurisdiction, label(state, rate), true);
  }

  private static TaxRate untaxed(MemberState state, String why) {
    return new TaxRate(Rate.ZERO, state.code(), label(state, Rate.ZERO) + " (" + why + ")", true);
  }

  /** As a receipt of that state names it: {@code TVA 5,5 %}. */
  private static String label(MemberState state, Rate rate) {
    String percent = rate.toPercent().toPlainString();
    return state.taxName()
        + " "
        + (POINT_COUNTRIES.contains(state.code()) ? percent : percent.replace('.', ','))
        + " %";
  }
}
