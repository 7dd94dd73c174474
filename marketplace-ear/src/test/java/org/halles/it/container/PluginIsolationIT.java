package org.halles.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.halles.it.RealEar;
import org.halles.marketplace.shared.Ids;
import org.halles.spi.CommissionRule;
import org.halles.spi.PaymentGateway;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A plugin reaches the marketplace through the SPI only. */
@ExtendWith(ArquillianExtension.class)
class PluginIsolationIT {
  @Inject @Any Instance<CommissionRule<?>> rules;
  @Inject @Any Instance<PaymentGateway> gateways;

  @Deployment
  static EnterpriseArchive ear() {
    return RealEar.with(PluginIsolationIT.class);
  }

  @Test
  void pluginsOfTheLibFolderAreFound() {
    assertThat(rules).isNotEmpty();
    assertThat(gateways).isNotEmpty();
  }

  @Test
  void aPluginCannotLoadAClassOfTheDomain() {
    ClassLoader plugin =
        rules.handlesStream().findFirst().orElseThrow().getBean().getBeanClass().getClassLoader();
    assertThatThrownBy(() -> plugin.loadClass(Ids.class.getName()))
        .isInstanceOf(ClassNotFoundException.class);
  }

  @Test
  void theWebPartCanLoadTheSameClass() throws ClassNotFoundException {
    assertThat(getClass().getClassLoader().loadClass(Ids.class.getName())).isEqualTo(Ids.class);
  }
}
