package org.halles.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.halles.it.RealEar;
import org.halles.spi.CatalogFormat;
import org.halles.spi.CommissionRule;
import org.halles.spi.ListingCheck;
import org.halles.spi.Money;
import org.halles.spi.OnboardingRequirement;
import org.halles.spi.PaymentGateway;
import org.halles.spi.PaymentOutcome;
import org.halles.spi.PluginDescriptor;
import org.halles.spi.ShippingRates;
import org.halles.spi.SimulatedAction;
import org.halles.spi.TaxRules;
import org.halles.spi.VendorPlugin;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The plugins that are delivered work on the server as they do in their own tests. */
@ExtendWith(ArquillianExtension.class)
class BundledPluginsIT {
  @Inject @Any Instance<CommissionRule<?>> rules;
  @Inject @Any Instance<PaymentGateway> gateways;
  @Inject @Any Instance<ShippingRates> shipping;
  @Inject @Any Instance<TaxRules> taxes;
  @Inject @Any Instance<VendorPlugin> vendors;
  @Inject @Any Instance<ListingCheck> checks;
  @Inject @Any Instance<CatalogFormat> formats;
  @Inject @Any Instance<OnboardingRequirement> requirements;

  @Deployment
  static EnterpriseArchive ear() {
    return RealEar.with(BundledPluginsIT.class);
  }

  @Test
  void everyBeanThatADescriptorPromisesIsFound() throws IOException {
    Set<String> promised = new TreeSet<>();
    List<URL> descriptors =
        Collections.list(
            PluginDescriptor.class.getClassLoader().getResources(PluginDescriptor.RESOURCE));
    for (URL descriptor : descriptors) {
      try (InputStream in = descriptor.openStream()) {
        promised.addAll(PluginDescriptor.read(in).provides());
      }
    }
    Set<String> found = new TreeSet<>();
    Stream.<Instance<?>>of(rules, gateways, shipping, taxes, vendors, checks, formats, requirements)
        .forEach(
            beans -> beans.handles().forEach(h -> found.add(h.getBean().getBeanClass().getName())));

    assertThat(descriptors).hasSizeGreaterThanOrEqualTo(6);
    assertThat(found).isEqualTo(promised);
  }

  @Test
  void vendorsThatCameAsJarsIntroduceThemselvesAndProposeInstalledKinds() {
    List<String> kinds = rules.stream().map(CommissionRule::kind).toList();

    assertThat(vendors.stream().map(vendor -> vendor.registration().slug()))
        .contains("maison-lumen", "atelier-boreal");
    assertThat(vendors.stream().flatMap(vendor -> vendor.proposals().stream()))
        .isNotEmpty()
        .allSatisfy(proposal -> assertThat(kinds).contains(proposal.kind()));
  }

  @Test
  void theSandboxChargesOverItsOwnDataSourceAndSignsWhatItSays() {
    PaymentGateway sandbox =
        gateways.stream().filter(g -> g.id().equals("sandbox")).findFirst().orElseThrow();
    String key = UUID.randomUUID().toString();

    PaymentOutcome charged =
        sandbox.charge(
            new PaymentGateway.ChargeRequest(
                key, Money.of(1_999, "EUR"), "approved", "H-1", "/orders/H-1", Map.of()));

    assertThat(charged).isInstanceOf(PaymentOutcome.Approved.class);
    assertThat(sandbox.find(key)).isEqualTo(charged);
    assertThat(((SimulatedAction) sandbox).messagesSince(Instant.EPOCH, 1_000))
        .anySatisfy(
            message ->
                assertThat(sandbox.verify(message.body(), message.headers()))
                    .hasValueSatisfying(
                        event -> assertThat(event.idempotencyKey()).isEqualTo(key)));
  }
}
