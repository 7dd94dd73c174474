package org.halles.web.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.halles.marketplace.payment.Availability;
import org.halles.marketplace.payment.Gateways;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.vendor.Storefronts;
import org.halles.spi.CurrencyCode;
import org.halles.web.ui.Say;

/** The payment gateways, and where each is offered. */
@Named
@RequestScoped
public class GatewayDesk {

  @Inject private Gateways gateways;
  @Inject private Storefronts storefronts;
  @Inject private Say say;

  private List<GatewayForm> forms;

  public List<GatewayForm> getGateways() {
    if (forms == null) {
      forms = gateways.list().stream().map(GatewayForm::of).toList();
    }
    return forms;
  }

  public void save(GatewayForm form) {
    if (say.trying(() -> gateways.offer(form.getView().id(), availability(form)))) {
      say.done("gateways.saved", form.getView().id());
      forms = null;
    }
  }

  private Availability availability(GatewayForm form) {
    Checklist checks = new Checklist();
    List<CurrencyCode> currencies =
        codes(form.getCurrencies()).stream().map(code -> currency(checks, code)).toList();
    checks.done();
    List<UUID> vendors =
        parts(form.getVendors()).stream()
            .map(slug -> storefronts.find(slug).orElseThrow(() -> new NotFound("vendor", slug)))
            .map(storefront -> storefront.vendorId())
            .toList();
    return new Availability(form.getCountries(), currencies, vendors);
  }

  private static CurrencyCode currency(Checklist checks, String code) {
    try {
      return CurrencyCode.of(code);
    } catch (IllegalArgumentException unknown) {
      checks.reject("currencies", "must be codes of ISO 4217 such as EUR", code);
      return CurrencyCode.of("EUR");
    }
  }

  private static List<String> codes(String typed) {
    return parts(typed).stream().map(part -> part.toUpperCase(Locale.ROOT)).toList();
  }

  private static List<String> parts(String typed) {
    return typed == null
        ? List.of()
        : Arrays.stream(typed.split("[,;\\s]+")).filter(part -> !part.isEmpty()).toList();
  }
}
