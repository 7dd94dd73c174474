package org.halles.marketplace.plugin;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Texts;
import org.halles.marketplace.shared.Violation;

/**
 * What the operator leaves to a vendor. The use case that calls this has checked that the caller
 * acts for it.
 */
@ApplicationScoped
public class VendorSetups {

  private final Plugins plugins;
  private final PluginSetups setups;
  private final SetupStore store;
  private final SetupChecks checks;
  private final Switches switches;
  private final Clock clock;

  @Inject
  VendorSetups(
      Plugins plugins,
      PluginSetups setups,
      SetupStore store,
      SetupChecks checks,
      Switches switches,
      Clock clock) {
    this.plugins = plugins;
    this.setups = setups;
    this.store = store;
    this.checks = checks;
    this.switches = switches;
    this.clock = clock;
  }

  protected VendorSetups() {
    this(null, null, null, null, null, null);
  }

  /**
   * A plugin a vendor may say something about.
   *
   * @param names the name by language, or null if it has only one
   * @param on whether it takes part in the vendor's sales now
   * @param fixed true if the operator decided for this vendor: it cannot be changed here
   * @param configurable true if the vendor may configure it
   * @param configuration what the vendor set, with dots for secrets; null for the usual one
   */
  public record Offered(
      String id,
      String name,
      Texts names,
      String version,
      boolean on,
      boolean fixed,
      boolean configurable,
      List<ConfigurationField> fields,
      JsonNode configuration) {}

  /** What the operator leaves to this vendor, by name. */
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public List<Offered> offeredTo(UUID vendorId) {
    Map<String, VendorChoice> choices = store.choices();
    Map<String, SetupStore.Kept> said =
        store.ofVendor(vendorId.toString()).stream()
            .collect(Collectors.toMap(kept -> kept.setup().pluginId(), Function.identity()));
    return plugins.inventory().entries().stream()
        .filter(entry -> !entry.refused() && choices.containsKey(entry.id()))
        .filter(entry -> !plugins.switchedOn().isOff(entry.id()))
        .map(entry -> offered(entry, vendorId, choices.get(entry.id()), said.get(entry.id())))
        .sorted(Comparator.comparing(Offered::name))
        .toList();
  }

  private Offered offered(
      Inventory.Entry entry, UUID vendorId, VendorChoice choice, SetupStore.Kept said) {
    List<ConfigurationField> fields =
        choice == VendorChoice.CONFIGURE
            ? plugins
                .inventory()
                .configurationOf(entry.id())
                .map(ConfigurationField::allOf)
                .orElse(List.of())
            : List.of();
    boolean own = said != null && said.byVendor();
    return new Offered(
        entry.id(),
        entry.descriptor().name(),
        entry.names(),
        entry.descriptor().version(),
        isOn(entry.id(), vendorId, said),
        isFixed(said),
        !fields.isEmpty(),
        fields,
        own ? setups.view(said).configuration() : null);
  }

  /** As this transaction sees it: the memory of this server may be a moment behind. */
  private boolean isOn(String pluginId, UUID vendorId, SetupStore.Kept said) {
    if (said != null
        && said.setup().state() != Setup.State.ENDED
        && said.setup().holdsAt(clock.instant())) {
      return said.setup().state() == Setup.State.ON;
    }
    Where where = new Where(vendorId.toString(), null, List.of(), clock.instant());
    return plugins.switchedOn().setups().isOn(pluginId, where);
  }

  private static boolean isFixed(SetupStore.Kept said) {
    return said != null && !said.byVendor() && said.setup().state() != Setup.State.ENDED;
  }

  /**
   * The vendor switches a plugin on or off for its own sales, and configures it where it may.
   *
   * @param configuration null to leave it as it is
   * @throws NotFound if the operator does not leave this plugin to vendors
   * @throws InvalidInput naming everything that is wrong
   */
  @Allowed(Role.SIGNED_IN)
  @Transactional
  public Offered choose(UUID vendorId, String pluginId, boolean on, JsonNode configuration) {
    switches.outdateQuotes();
    Offered before = get(vendorId, pluginId);
    if (before.fixed()) {
      throw new InvalidInput(
          new Violation("on", "is decided by the marketplace for you: ask it", String.valueOf(on)));
    }
    boolean asBefore = configuration == null || configuration.isNull();
    if (!asBefore && !before.configurable()) {
      throw new InvalidInput(
          new Violation("configuration", "is not left to you: leave it out", null));
    }
    JsonNode wanted = asBefore ? before.configuration() : configuration;
    setups.add(
        checks.checkOfVendor(
            pluginId,
            new NewSetup(PluginScope.VENDOR, vendorId.toString(), on, null, null, wanted, null)),
        true,
        "");
    return get(vendorId, pluginId);
  }

  private Offered get(UUID vendorId, String pluginId) {
    return offeredTo(vendorId).stream()
        .filter(one -> one.id().equals(pluginId))
        .findFirst()
        .orElseThrow(() -> new NotFound("plugin left to vendors", pluginId));
  }
}
