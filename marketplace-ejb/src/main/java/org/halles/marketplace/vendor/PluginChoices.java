package org.halles.marketplace.vendor;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.plugin.VendorSetups;

/** A vendor switches on what the operator leaves to it. */
@ApplicationScoped
public class PluginChoices {

  private final VendorSetups setups;

  @Inject
  PluginChoices(VendorSetups setups) {
    this.setups = setups;
  }

  protected PluginChoices() {
    this(null);
  }

  /** The plugins the operator leaves to this vendor, and how they stand. */
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.STOREFRONT_READ)
  public List<VendorSetups.Offered> list(VendorScope scope) {
    return setups.offeredTo(scope.vendorId());
  }

  /**
   * Switches one on or off for the vendor's own sales.
   *
   * @param configuration null to leave it as it is
   * @throws org.halles.marketplace.shared.NotFound if it is not left to vendors
   * @throws org.halles.marketplace.shared.InvalidInput naming everything that is wrong
   */
  @Allowed(Role.SIGNED_IN)
  @Needs(Permission.STOREFRONT_WRITE)
  public VendorSetups.Offered choose(
      VendorScope scope, String pluginId, boolean on, JsonNode configuration) {
    return setups.choose(scope.vendorId(), pluginId, on, configuration);
  }
}
