package org.halles.web.operator;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.halles.marketplace.pricing.RemittanceTerms;
import org.halles.marketplace.pricing.RemittanceTerms.Establishment;
import org.halles.marketplace.pricing.RemittanceTerms.Ground;

/** One rule of the tax that the marketplace remits, as it is typed. */
public class RemittanceRow implements Serializable {

  private static final long serialVersionUID = 1L;

  private Ground ground = Ground.DEEMED_SUPPLIER;
  private Establishment vendors = Establishment.OUTSIDE_EU;
  private ArrayList<String> countries = new ArrayList<>();
  private boolean consumersOnly = true;
  private boolean goodsOnly = true;

  static RemittanceRow of(RemittanceTerms.Rule rule) {
    RemittanceRow row = new RemittanceRow();
    row.ground = rule.ground();
    row.vendors = rule.vendors();
    row.countries = new ArrayList<>(rule.buyerCountries());
    row.consumersOnly = rule.consumersOnly();
    row.goodsOnly = rule.goodsOnly();
    return row;
  }

  RemittanceTerms.Rule rule() {
    return new RemittanceTerms.Rule(ground, vendors, countries, consumersOnly, goodsOnly);
  }

  public Ground getGround() {
    return ground;
  }

  public void setGround(Ground ground) {
    this.ground = ground;
  }

  public Establishment getVendors() {
    return vendors;
  }

  public void setVendors(Establishment vendors) {
    this.vendors = vendors;
  }

  /** Codes of the chosen countries; none: everywhere. */
  public List<String> getCountries() {
    return countries;
  }

  public void setCountries(List<String> countries) {
    this.countries = countries == null ? new ArrayList<>() : new ArrayList<>(countries);
  }

  public boolean isConsumersOnly() {
    return consumersOnly;
  }

  public void setConsumersOnly(boolean consumersOnly) {
    this.consumersOnly = consumersOnly;
  }

  public boolean isGoodsOnly() {
    return goodsOnly;
  }

  public void setGoodsOnly(boolean goodsOnly) {
    this.goodsOnly = goodsOnly;
  }
}
