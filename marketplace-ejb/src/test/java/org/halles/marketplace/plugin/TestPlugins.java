package org.halles.marketplace.plugin;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.halles.spi.CartContribution;
import org.halles.spi.CatalogFormat;
import org.halles.spi.CommissionRule;
import org.halles.spi.ListingCheck;
import org.halles.spi.PagePanel;
import org.halles.spi.PaymentGateway;
import org.halles.spi.PluginDescriptor;
import org.halles.spi.ShippingRates;
import org.halles.spi.TaxRules;
import org.halles.spi.VersionRange;

/** The real door with plugins that need no server: one jar that brings these beans. */
public final class TestPlugins {

  private TestPlugins() {}

  public static Plugins with(Object... beans) {
    return new Plugins(inventory(beans), known -> known, Clock.systemUTC());
  }

  static Inventory inventory(Object... beans) {
    List<String> classes = Arrays.stream(beans).map(bean -> bean.getClass().getName()).toList();
    FoundJar jar = jar("test-plugin", 1, classes);
    return Inventory.take(
        List.of(jar), Arrays.stream(beans).map(TestPlugins::found).toList(), Clock.systemUTC());
  }

  static FoundJar jar(String id, int spi, List<String> provides) {
    return jar(id, spi, provides, List.of());
  }

  static FoundJar jar(
      String id, int spi, List<String> provides, List<PluginDescriptor.Requirement> requires) {
    VersionRange range = VersionRange.parse(String.valueOf(spi));
    return new FoundJar(
        id + ".jar",
        new PluginDescriptor(
            id, id, "1.0.0", "Tests", range, provides, requires, Map.of(), Map.of()));
  }

  static FoundBean found(Object bean) {
    return new FoundBean(pointOf(bean), bean.getClass().getName(), () -> bean);
  }

  private static Point pointOf(Object bean) {
    if (bean instanceof CommissionRule<?>) {
      return Point.COMMISSION_RULE;
    }
    if (bean instanceof ShippingRates) {
      return Point.SHIPPING_RATES;
    }
    if (bean instanceof TaxRules) {
      return Point.TAX_RULES;
    }
    if (bean instanceof PaymentGateway) {
      return Point.PAYMENT_GATEWAY;
    }
    if (bean instanceof ListingCheck) {
      return Point.LISTING_CHECK;
    }
    if (bean instanceof PagePanel) {
      return Point.PAGE_PANEL;
    }
    if (bean instanceof CatalogFormat) {
      return Point.CATALOG_FORMAT;
    }
    if (bean instanceof CartContribution) {
      return Point.CART_CONTRIBUTION;
    }
    throw new IllegalArgumentException("no extension point: " + bean.getClass());
  }
}
