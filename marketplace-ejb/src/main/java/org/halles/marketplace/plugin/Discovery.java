package org.halles.marketplace.plugin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.halles.spi.CartContribution;
import org.halles.spi.CatalogFormat;
import org.halles.spi.CheckoutCheck;
import org.halles.spi.CommissionRule;
import org.halles.spi.ListingCheck;
import org.halles.spi.MarketplaceObserver;
import org.halles.spi.OnboardingRequirement;
import org.halles.spi.PagePanel;
import org.halles.spi.PaymentGateway;
import org.halles.spi.PluginDescriptor;
import org.halles.spi.ShippingRates;
import org.halles.spi.TaxRules;
import org.halles.spi.VendorPlugin;

/** Finds the plugins on the class path and their beans. Nobody else looks beans up. */
@ApplicationScoped
class Discovery {

  private final Instance<CommissionRule<?>> rules;
  private final Instance<PaymentGateway> gateways;
  private final Instance<CatalogFormat> formats;
  private final Instance<ShippingRates> shipping;
  private final Instance<TaxRules> taxes;
  private final Instance<ListingCheck> checks;
  private final Instance<OnboardingRequirement> requirements;
  private final Instance<MarketplaceObserver> observers;
  private final Instance<CartContribution> contributions;
  private final Instance<CheckoutCheck> purchases;
  private final Instance<PagePanel> panels;
  private final Instance<VendorPlugin> vendors;

  @Inject
  Discovery(
      @Any Instance<CommissionRule<?>> rules,
      @Any Instance<PaymentGateway> gateways,
      @Any Instance<CatalogFormat> formats,
      @Any Instance<ShippingRates> shipping,
      @Any Instance<TaxRules> taxes,
      @Any Instance<ListingCheck> checks,
      @Any Instance<OnboardingRequirement> requirements,
      @Any Instance<MarketplaceObserver> observers,
      @Any Instance<CartContribution> contributions,
      @Any Instance<CheckoutCheck> purchases,
      @Any Instance<PagePanel> panels,
      @Any Instance<VendorPlugin> vendors) {
    this.rules = rules;
    this.gateways = gateways;
    this.formats = formats;
    this.shipping = shipping;
    this.taxes = taxes;
    this.checks = checks;
    this.requirements = requirements;
    this.observers = observers;
    this.contributions = contributions;
    this.purchases = purchases;
    this.panels = panels;
    this.vendors = vendors;
  }

  protected Discovery() {
    this(null, null, null, null, null, null, null, null, null, null, null, null);
  }

  List<FoundBean> beans() {
    List<FoundBean> found = new ArrayList<>();
    collect(Point.COMMISSION_RULE, rules, found);
    collect(Point.PAYMENT_GATEWAY, gateways, found);
    collect(Point.CATALOG_FORMAT, formats, found);
    collect(Point.SHIPPING_RATES, shipping, found);
    collect(Point.TAX_RULES, taxes, found);
    collect(Point.LISTING_CHECK, checks, found);
    collect(Point.ONBOARDING_REQUIREMENT, requirements, found);
    collect(Point.OBSERVER, observers, found);
    collect(Point.CART_CONTRIBUTION, contributions, found);
    collect(Point.CHECKOUT_CHECK, purchases, found);
    collect(Point.PAGE_PANEL, panels, found);
    collect(Point.VENDOR, vendors, found);
    return found;
  }

  private static <T> void collect(Point point, Instance<T> instances, List<FoundBean> found) {
    for (Instance.Handle<T> handle : instances.handles()) {
      String className = handle.getBean().getBeanClass().getName();
      found.add(new FoundBean(point, className, handle::get));
    }
  }

  List<FoundJar> jars() {
    List<FoundJar> found = new ArrayList<>();
    for (URL url : descriptors()) {
      String location = jarOf(url);
      try (InputStream in = url.openStream()) {
        found.add(new FoundJar(location, PluginDescriptor.read(in)));
      } catch (IOException | IllegalArgumentException unreadable) {
        found.add(new FoundJar(location, Faults.describe(unreadable)));
      }
    }
    found.addAll(LeftOutJars.seenBy(Discovery.class.getClassLoader()));
    return found;
  }

  private static List<URL> descriptors() {
    try {
      return Collections.list(
          Discovery.class.getClassLoader().getResources(PluginDescriptor.RESOURCE));
    } catch (IOException unreadable) {
      throw new IllegalStateException("cannot list the installed plugins", unreadable);
    }
  }

  private static String jarOf(URL url) {
    String path = url.toString().replace("/" + PluginDescriptor.RESOURCE, "").replace("!", "");
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
