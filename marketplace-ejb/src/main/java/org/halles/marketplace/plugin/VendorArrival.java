package org.halles.marketplace.plugin;

import java.util.List;
import org.halles.spi.RuleProposal;
import org.halles.spi.VendorRegistration;

/**
 * A vendor that came as a jar.
 *
 * @param pluginId the plugin that registers it
 * @param registration who it is and its storefront
 * @param proposals the commission rules it would like to have
 */
public record VendorArrival(
    String pluginId, VendorRegistration registration, List<RuleProposal> proposals) {

  public VendorArrival {
    proposals = List.copyOf(proposals);
  }
}
