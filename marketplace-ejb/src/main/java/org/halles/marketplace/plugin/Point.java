package org.halles.marketplace.plugin;

import java.util.EnumSet;
import java.util.Set;
import org.halles.spi.CartContribution;
import org.halles.spi.CatalogFormat;
import org.halles.spi.CheckoutCheck;
import org.halles.spi.CommissionRule;
import org.halles.spi.ListingCheck;
import org.halles.spi.MarketplaceObserver;
import org.halles.spi.OnboardingRequirement;
import org.halles.spi.PagePanel;
import org.halles.spi.PaymentGateway;
import org.halles.spi.ShippingRates;
import org.halles.spi.TaxRules;
import org.halles.spi.VendorPlugin;

/** An extension point, and how a bean of it names itself. */
enum Point {
  COMMISSION_RULE(
      CommissionRule.class, PluginScope.COUNTRY, PluginScope.CATEGORY, PluginScope.VENDOR) {
    @Override
    String nameOf(Object bean) {
      return ((CommissionRule<?>) bean).kind();
    }
  },
  PAYMENT_GATEWAY(PaymentGateway.class) {
    @Override
    String nameOf(Object bean) {
      return ((PaymentGateway) bean).id();
    }
  },
  CATALOG_FORMAT(CatalogFormat.class) {
    @Override
    String nameOf(Object bean) {
      return ((CatalogFormat) bean).id();
    }
  },
  SHIPPING_RATES(ShippingRates.class, PluginScope.COUNTRY, PluginScope.VENDOR) {
    @Override
    String nameOf(Object bean) {
      return ((ShippingRates) bean).id();
    }
  },
  TAX_RULES(TaxRules.class, PluginScope.COUNTRY) {
    @Override
    String nameOf(Object bean) {
      return ((TaxRules) bean).id();
    }
  },
  LISTING_CHECK(ListingCheck.class, PluginScope.CATEGORY, PluginScope.VENDOR) {
    @Override
    String nameOf(Object bean) {
      return ((ListingCheck) bean).id();
    }
  },
  ONBOARDING_REQUIREMENT(OnboardingRequirement.class, PluginScope.COUNTRY) {
    @Override
    String nameOf(Object bean) {
      return ((OnboardingRequirement) bean).type();
    }
  },
  OBSERVER(MarketplaceObserver.class) {
    @Override
    String nameOf(Object bean) {
      return ((MarketplaceObserver) bean).id();
    }
  },
  CART_CONTRIBUTION(CartContribution.class, PluginScope.COUNTRY) {
    @Override
    String nameOf(Object bean) {
      return ((CartContribution) bean).id();
    }
  },
  CHECKOUT_CHECK(CheckoutCheck.class, PluginScope.COUNTRY) {
    @Override
    String nameOf(Object bean) {
      return ((CheckoutCheck) bean).id();
    }
  },
  PAGE_PANEL(PagePanel.class, PluginScope.COUNTRY, PluginScope.CATEGORY, PluginScope.VENDOR) {
    @Override
    String nameOf(Object bean) {
      return ((PagePanel) bean).id();
    }
  },
  VENDOR(VendorPlugin.class) {
    @Override
    String nameOf(Object bean) {
      return ((VendorPlugin) bean).registration().slug();
    }
  };

  private final Class<?> type;
  private final Set<PluginScope> scopes;

  Point(Class<?> type, PluginScope... narrower) {
    this.type = type;
    this.scopes = EnumSet.of(PluginScope.PLATFORM, narrower);
  }

  /** By what a plugin can be narrowed here: what is known when it is asked. */
  Set<PluginScope> scopes() {
    return scopes;
  }

  /** True if an object is of this point. */
  boolean isOne(Object bean) {
    return type.isInstance(bean);
  }

  /** The stable name, unique within the point. Calls the plugin. */
  abstract String nameOf(Object bean);
}
