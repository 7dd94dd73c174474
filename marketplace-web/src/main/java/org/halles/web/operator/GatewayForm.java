package org.halles.web.operator;

import java.util.List;
import java.util.stream.Collectors;
import org.halles.marketplace.payment.GatewayView;

/** Where a gateway is offered, as it is typed: lists with commas. */
public class GatewayForm {

  private final GatewayView view;
  private List<String> countries;
  private String currencies;
  private String vendors;

  private GatewayForm(GatewayView view) {
    this.view = view;
  }

  static GatewayForm of(GatewayView view) {
    GatewayForm form = new GatewayForm(view);
    form.countries = List.copyOf(view.availability().countries());
    form.currencies = listed(view.availability().currencies());
    form.vendors = String.join(", ", view.vendorSlugs());
    return form;
  }

  private static String listed(List<?> things) {
    return things.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  public GatewayView getView() {
    return view;
  }

  /** The currencies it takes, listed. */
  public String getTaken() {
    return listed(view.currencies());
  }

  /** Codes of the chosen countries; none: everywhere. */
  public List<String> getCountries() {
    return countries;
  }

  public void setCountries(List<String> countries) {
    this.countries = countries == null ? List.of() : countries;
  }

  public String getCurrencies() {
    return currencies;
  }

  public void setCurrencies(String currencies) {
    this.currencies = currencies;
  }

  public String getVendors() {
    return vendors;
  }

  public void setVendors(String vendors) {
    this.vendors = vendors;
  }
}
