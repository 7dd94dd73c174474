package org.halles.plugincheck;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
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

/**
 * Looks at the beans of a plugin one by one: what they extend, and whether they keep its contract.
 */
final class ExtensionChecks {

  private final PluginDescriptor plugin;
  private final Report report;
  private final List<String> brought = new ArrayList<>();

  ExtensionChecks(PluginDescriptor plugin, Report report) {
    this.plugin = plugin;
    this.report = report;
  }

  void look(String className, Object bean, boolean withContracts) {
    try {
      if (!extendsSomething(className, bean, withContracts)) {
        report.fault("%s implements no interface of org.halles.spi", className);
      }
    } catch (RuntimeException | LinkageError | StackOverflowError broken) {
      report.fault("%s cannot be used: %s", className, broken);
    }
  }

  /** What the plugin adds by name, such as {@code the gateway 'acme-pay'}. */
  List<String> brought() {
    return brought;
  }

  private boolean extendsSomething(String className, Object bean, boolean tried) {
    if (bean instanceof CommissionRule<?> rule) {
      brings("commission rules of kind", className, rule::kind, tried, () -> tryRule(rule));
    } else if (bean instanceof ShippingRates rates) {
      brings("shipping", className, rates::id, tried, () -> ContractRun.ofShipping(rates, report));
    } else if (bean instanceof TaxRules taxes) {
      brings("taxes", className, taxes::id, tried, () -> ContractRun.ofTaxes(taxes, report));
    } else if (bean instanceof ListingCheck check) {
      brings("the check", className, check::id, tried, () -> ContractRun.ofCheck(check, report));
    } else if (bean instanceof CatalogFormat format) {
      brings(
          "the format", className, format::id, tried, () -> ContractRun.ofFormat(format, report));
    } else if (bean instanceof VendorPlugin vendor) {
      Supplier<String> slug = () -> vendor.registration().slug();
      brings("the vendor", className, slug, tried, () -> ContractRun.ofVendor(vendor, report));
    } else if (bean instanceof CheckoutCheck check) {
      Supplier<String> id = check::id;
      brings(
          "the check of purchases",
          className,
          id,
          tried,
          () -> ContractRun.ofPurchaseCheck(check, report));
    } else if (bean instanceof CartContribution contribution) {
      brings(
          "the contribution", className, contribution::id, tried, () -> leaveToAuthor(className));
    } else if (bean instanceof PagePanel panel) {
      brings("the panel", className, panel::id, tried, () -> ContractRun.ofPanel(panel, report));
    } else if (bean instanceof PaymentGateway gateway) {
      brings("the gateway", className, gateway::id, tried, () -> leaveToAuthor(className));
    } else if (bean instanceof MarketplaceObserver observer) {
      brings("the observer", className, observer::id, tried, () -> leaveToAuthor(className));
    } else if (bean instanceof OnboardingRequirement step) {
      brings("the requirement", className, step::type, tried, () -> leaveToAuthor(className));
    } else {
      return false;
    }
    return true;
  }

  private void brings(
      String what, String className, Supplier<String> name, boolean tried, Runnable contract) {
    String own;
    try {
      own = Patience.with("its name", name);
    } catch (Patience.Lost lost) {
      report.fault("%s cannot be used: %s", className, lost.getMessage());
      return;
    }
    if (own == null || own.isBlank()) {
      report.fault("%s has no name: return a stable one", className);
      return;
    }
    brought.add("%s '%s'".formatted(what, own));
    report.good("it brings %s '%s'", what, own);
    if (tried) {
      contract.run();
    }
  }

  private <C extends Record> void tryRule(CommissionRule<C> rule) {
    Class<C> configuration = rule.configuration();
    String nothing = configuration.getRecordComponents().length == 0 ? "{}" : null;
    String example = plugin.examples().getOrDefault(rule.kind(), nothing);
    if (example == null) {
      report.remark(
          "rules of kind %1$s were not tried: add example.%1$s={...} to %2$s",
          rule.kind(), PluginDescriptor.RESOURCE);
      return;
    }
    try {
      ContractRun.ofRule(rule, ExampleReader.read(example, configuration), report);
    } catch (IOException unreadable) {
      report.fault(
          "example.%s=%s is no configuration of it: %s",
          rule.kind(), example, unreadable.getMessage().lines().findFirst().orElse(""));
    }
  }

  /**
   * Only its author knows which card such a gateway approves, which answers are good, or where an
   * observer reports.
   */
  private void leaveToAuthor(String className) {
    report.remark("%s was not tried here: its own tests must prove its contract", className);
  }
}
