package org.halles.marketplace.vendor;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import org.halles.marketplace.identity.Caller;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.plugin.Plugins;
import org.halles.marketplace.plugin.VendorArrival;
import org.halles.marketplace.shared.DemoMode;
import org.jboss.logging.Logger;

/**
 * Welcomes the vendors that came as jars, at every start: new ones, and new words of known ones.
 */
@ApplicationScoped
public class PluginVendors {

  private static final Logger LOG = Logger.getLogger(PluginVendors.class);

  private Plugins plugins;
  private Arrivals arrivals;
  private CurrentCaller caller;

  protected PluginVendors() {}

  @Inject
  PluginVendors(Plugins plugins, Arrivals arrivals, CurrentCaller caller) {
    this.plugins = plugins;
    this.arrivals = arrivals;
    this.caller = caller;
  }

  /** Before anything at the start asks for a vendor. */
  void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) Startup serverStarted) {
    caller.run(Caller.SYSTEM, () -> plugins.vendorPlugins().forEach(this::welcome));
  }

  /** One that cannot be registered costs nobody else anything. */
  private void welcome(VendorArrival arrival) {
    try {
      arrivals.register(arrival.pluginId(), arrival.registration(), DemoMode.isOn());
    } catch (RuntimeException refused) {
      LOG.errorf(
          "Plugin %s could not register its vendor: %s", arrival.pluginId(), refused.getMessage());
    }
  }
}
