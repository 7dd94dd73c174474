package org.halles.marketplace.plugin;

import org.halles.spi.CatalogFormat;
import org.halles.spi.CommissionRule;
import org.halles.spi.ListingCheck;
import org.halles.spi.OnboardingRequirement;
import org.halles.spi.PaymentGateway;
import org.halles.spi.ShippingRates;
import org.halles.spi.TaxRules;
import org.halles.spi.VendorPlugin;

/** An extension point, and how a bean of it names itself. */
enum Point {
  COMMISSION_RULE {
    @Override
    String nameOf(Object bean) {
      return ((CommissionRule<?>) bean).kind();
    }
  },
  PAYMENT_GATEWAY {
    @Override
    String nameOf(Object bean) {
      return ((PaymentGateway) bean).id();
    }
  },
  CATALOG_FORMAT {
    @Override
    String nameOf(Object bean) {
      return ((CatalogFormat) bean).id();
    }
  },
  SHIPPING_RATES {
    @Override
    String nameOf(Object bean) {
      return ((ShippingRates) bean).id();
    }
  },
  TAX_RULES {
    @Override
    String nameOf(Object bean) {
      return ((TaxRules) bean).id();
    }
  },
  LISTING_CHECK {
    @Override
    String nameOf(Object bean) {
      return ((ListingCheck) bean).id();
    }
  },
  ONBOARDING_REQUIREMENT {
    @Override
    String nameOf(Object bean) {
      return ((OnboardingRequirement) bean).type();
    }
  },
  VENDOR {
    @Override
    String nameOf(Object bean) {
      return ((VendorPlugin) bean).registration().slug();
    }
  };

  /** The stable name, unique within the point. Calls the plugin. */
  abstract String nameOf(Object bean);
}
