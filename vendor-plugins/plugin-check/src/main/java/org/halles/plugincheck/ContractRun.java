package org.halles.plugincheck;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.halles.spi.CatalogFormat;
import org.halles.spi.CheckoutCheck;
import org.halles.spi.CommissionRule;
import org.halles.spi.ListingCheck;
import org.halles.spi.PagePanel;
import org.halles.spi.ShippingRates;
import org.halles.spi.TaxRules;
import org.halles.spi.VendorPlugin;
import org.halles.testkit.CatalogFormatContract;
import org.halles.testkit.CheckoutCheckContract;
import org.halles.testkit.CommissionRuleContract;
import org.halles.testkit.ListingCheckContract;
import org.halles.testkit.PagePanelContract;
import org.halles.testkit.ShippingRatesContract;
import org.halles.testkit.TaxRulesContract;
import org.halles.testkit.VendorPluginContract;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Puts one bean before the testkit's contract of its extension point. */
final class ContractRun {

  /** What an extension is for is its author's to know: some speak of the rarest things only. */
  private static final Set<String> SPEAKS_OF_SOME =
      Set.of(
          "it_has_something_to_say_about_some_listing",
          "it_offers_something_for_some_parcel",
          "it_knows_the_tax_of_some_supply");

  /** What is being tried; JUnit makes the test classes itself. */
  private static Object subject;

  private static List<? extends Record> configurations;

  private ContractRun() {}

  static void ofRule(CommissionRule<?> rule, Record configuration, Report report) {
    configurations = List.of(configuration);
    boolean kept = run(rule, "rule " + rule.kind(), OfRule.class, report);
    if (kept && !new OfRule().speaks()) {
      report.remark(
          "rule %s proposes nothing for any sale of the testkit: its own tests must prove it",
          rule.kind());
    }
  }

  static void ofShipping(ShippingRates rates, Report report) {
    run(rates, "shipping " + rates.id(), OfShipping.class, report);
  }

  static void ofTaxes(TaxRules taxes, Report report) {
    run(taxes, "taxes " + taxes.id(), OfTaxes.class, report);
  }

  static void ofCheck(ListingCheck check, Report report) {
    run(check, "check " + check.id(), OfCheck.class, report);
  }

  static void ofPurchaseCheck(CheckoutCheck check, Report report) {
    run(check, "check of purchases " + check.id(), OfPurchaseCheck.class, report);
  }

  static void ofPanel(PagePanel panel, Report report) {
    run(panel, "panel " + panel.id(), OfPanel.class, report);
  }

  static void ofFormat(CatalogFormat format, Report report) {
    run(format, "catalogue format " + format.id(), OfFormat.class, report);
  }

  static void ofVendor(VendorPlugin vendor, Report report) {
    run(vendor, "vendor " + vendor.registration().slug(), OfVendor.class, report);
  }

  /** One line for each thing that is wrong, however many promises it breaks. */
  private static boolean run(Object bean, String name, Class<?> contract, Report report) {
    subject = bean;
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request().selectors(selectClass(contract)).build();
    asThisProgram(() -> LauncherFactory.create().execute(request, listener));
    TestExecutionSummary summary = listener.getSummary();
    Map<String, List<String>> promises = new LinkedHashMap<>();
    for (TestExecutionSummary.Failure failure : summary.getFailures()) {
      if (SPEAKS_OF_SOME.contains(promise(failure))) {
        report.remark(
            "%s has nothing to say about anything the testkit tries: its own tests must prove it",
            name);
        continue;
      }
      promises
          .computeIfAbsent(
              String.valueOf(failure.getException().getMessage()), first -> new ArrayList<>())
          .add(promise(failure).replace('_', ' '));
    }
    promises.forEach((why, broken) -> report.fault("%s breaks %s: %s", name, told(broken), why));
    if (promises.isEmpty()) {
      report.good("%s keeps its contract (%d promises)", name, summary.getTestsSucceededCount());
    }
    return promises.isEmpty();
  }

  private static String promise(TestExecutionSummary.Failure failure) {
    return failure.getTestIdentifier().getDisplayName().replace("()", "");
  }

  private static String told(List<String> promises) {
    return promises.size() == 1
        ? "a promise (" + promises.get(0) + ")"
        : "%d promises (%s and others)".formatted(promises.size(), promises.get(0));
  }

  /** JUnit looks for its parts where the thread looks for classes, and a plugin sees no JUnit. */
  private static void asThisProgram(Runnable work) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(ContractRun.class.getClassLoader());
    try {
      work.run();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  static final class OfRule extends CommissionRuleContract<Record> {
    @Override
    @SuppressWarnings("unchecked")
    protected CommissionRule<Record> rule() {
      return (CommissionRule<Record>) subject;
    }

    boolean speaks() {
      return sales().stream()
          .anyMatch(
              sale -> configurations.stream().anyMatch(c -> rule().propose(sale, c).isPresent()));
    }

    /** Which sales it is for is its author's to know. */
    @Override
    protected boolean proposesSomething() {
      return false;
    }

    @Override
    protected List<Record> configurations() {
      return List.copyOf(configurations);
    }
  }

  static final class OfShipping extends ShippingRatesContract {
    @Override
    protected ShippingRates rates() {
      return (ShippingRates) subject;
    }
  }

  static final class OfTaxes extends TaxRulesContract {
    @Override
    protected TaxRules rules() {
      return (TaxRules) subject;
    }
  }

  static final class OfCheck extends ListingCheckContract {
    @Override
    protected ListingCheck subject() {
      return (ListingCheck) subject;
    }
  }

  static final class OfPurchaseCheck extends CheckoutCheckContract {
    @Override
    protected CheckoutCheck subject() {
      return (CheckoutCheck) subject;
    }
  }

  static final class OfPanel extends PagePanelContract {
    @Override
    protected PagePanel panel() {
      return (PagePanel) subject;
    }

    /** One that waits for its configuration shows nothing yet. */
    @Override
    protected boolean showsSomething() {
      return false;
    }
  }

  static final class OfFormat extends CatalogFormatContract {
    @Override
    protected CatalogFormat format() {
      return (CatalogFormat) subject;
    }
  }

  static final class OfVendor extends VendorPluginContract {
    @Override
    protected VendorPlugin vendor() {
      return (VendorPlugin) subject;
    }
  }
}
