package org.halles.marketplace.plugin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.audit.Subject;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.AfterCommit;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Violation;

/**
 * For whom a plugin is on, from when to when, and how it is configured there. Whatever is said is a
 * new version; every earlier one can be brought back.
 */
@ApplicationScoped
public class PluginSetups {

  private final Plugins plugins;
  private final SetupStore store;
  private final SetupChecks checks;
  private final Switches switches;
  private final SealedSettings locked;
  private final Audit audit;
  private final CurrentCaller caller;
  private final AfterCommit afterCommit;
  private final Clock clock;

  @Inject
  PluginSetups(
      Plugins plugins,
      SetupStore store,
      SetupChecks checks,
      Switches switches,
      SealedSettings locked,
      Audit audit,
      CurrentCaller caller,
      AfterCommit afterCommit,
      Clock clock) {
    this.plugins = plugins;
    this.store = store;
    this.checks = checks;
    this.switches = switches;
    this.locked = locked;
    this.audit = audit;
    this.caller = caller;
    this.afterCommit = afterCommit;
    this.clock = clock;
  }

  protected PluginSetups() {
    this(null, null, null, null, null, null, null, null, null);
  }

  /**
   * What can be said about a plugin.
   *
   * @param scopes by what it can be narrowed
   * @param fields its configuration; empty if there is none
   * @param usual what holds until somebody says otherwise, or null if the plugin does not tell
   * @param vendorChoice what vendors may say themselves
   */
  public record Form(
      String plugin,
      Set<PluginScope> scopes,
      List<ConfigurationField> fields,
      JsonNode usual,
      VendorChoice vendorChoice) {}

  /** What can be said about a plugin. */
  @Allowed({Role.MODERATOR, Role.FINANCE, Role.SUPPORT})
  @Transactional
  public Form form(String pluginId) {
    known(pluginId);
    return new Form(
        pluginId,
        plugins.inventory().scopesOf(pluginId),
        fieldsOf(pluginId),
        plugins.usualOf(pluginId).orElse(null),
        store.choices().getOrDefault(pluginId, VendorChoice.NONE));
  }

  /** Its configuration as a JSON schema, titles in this language. */
  @Allowed({Role.MODERATOR, Role.FINANCE, Role.SUPPORT})
  public ObjectNode schema(String pluginId, String language) {
    known(pluginId);
    return ConfigurationSchema.of(fieldsOf(pluginId), language);
  }

  /** What holds, the newest first. */
  @Allowed({Role.MODERATOR, Role.FINANCE, Role.SUPPORT})
  @Transactional
  public Page<SetupView> list(String pluginId, Paging paging) {
    known(pluginId);
    return store.list(pluginId, true, paging).map(this::view);
  }

  /** Everything that was ever said, the newest first. */
  @Allowed({Role.MODERATOR, Role.FINANCE, Role.SUPPORT})
  @Transactional
  public Page<SetupView> history(String pluginId, Paging paging) {
    known(pluginId);
    return store.list(pluginId, false, paging).map(this::view);
  }

  /**
   * Says what holds in one scope from now on.
   *
   * @throws InvalidInput naming everything that is wrong
   */
  @Allowed(Role.ADMIN)
  @Transactional
  public SetupView save(String pluginId, NewSetup wanted) {
    known(pluginId);
    switches.outdateQuotes();
    return add(checks.check(pluginId, wanted), false, wanted.reason());
  }

  /** Brings a former version back, as a new one. */
  @Allowed(Role.ADMIN)
  @Transactional
  public SetupView restore(String pluginId, long id) {
    known(pluginId);
    switches.outdateQuotes();
    SetupStore.Kept former =
        store.find(pluginId, id).orElseThrow(() -> new NotFound("version of this plugin", id));
    return add(former.setup(), false, former.reason());
  }

  /** Says nothing any more in this scope: the wider one decides again. */
  @Allowed(Role.ADMIN)
  @Transactional
  public SetupView end(String pluginId, PluginScope scope, String value) {
    known(pluginId);
    switches.outdateQuotes();
    List<Violation> violations = new ArrayList<>();
    PluginScope wanted = scope == null ? PluginScope.PLATFORM : scope;
    String kept = checks.value(wanted, value, violations);
    if (!violations.isEmpty()) {
      throw new InvalidInput(violations);
    }
    return add(ended(latest(pluginId, wanted, kept)), false, "");
  }

  /** What vendors may say themselves from now on; what they said before goes on holding. */
  @Allowed(Role.ADMIN)
  @Transactional
  public void leaveToVendors(String pluginId, VendorChoice choice) {
    known(pluginId);
    VendorChoice wanted = Objects.requireNonNullElse(choice, VendorChoice.NONE);
    if (wanted != VendorChoice.NONE
        && !plugins.inventory().scopesOf(pluginId).contains(PluginScope.VENDOR)) {
      throw new InvalidInput(
          new Violation("choice", "cannot be left to vendors: it is for everybody", wanted.name()));
    }
    VendorChoice before = store.choices().getOrDefault(pluginId, VendorChoice.NONE);
    store.leave(pluginId, wanted, caller.get().label(), clock.instant());
    audit.record(
        "leave-plugin-to-vendors",
        Subject.of("plugin", pluginId),
        Map.of("choice", before),
        Map.of("choice", wanted));
  }

  private Setup latest(String pluginId, PluginScope scope, String value) {
    return store
        .latest(pluginId, scope, value)
        .map(SetupStore.Kept::setup)
        .filter(setup -> setup.state() != Setup.State.ENDED)
        .orElseThrow(() -> new NotFound("setup of this plugin", scope + " " + value));
  }

  private static Setup ended(Setup setup) {
    return new Setup(
        0,
        setup.pluginId(),
        setup.scope(),
        setup.value(),
        Setup.State.ENDED,
        null,
        null,
        setup.configuration());
  }

  /** The next version, in the caller's transaction, which holds the versions already. */
  SetupView add(Setup setup, boolean byVendor, String reason) {
    SetupView before =
        store.latest(setup.pluginId(), setup.scope(), setup.value()).map(this::view).orElse(null);
    SetupView after =
        view(
            store.add(
                setup,
                byVendor,
                Objects.requireNonNullElse(reason, ""),
                caller.get().label(),
                clock.instant()));
    afterCommit.run(plugins.switchedOn()::forget);
    audit.record("set-up-plugin", Subject.of("plugin", setup.pluginId()), before, after);
    return after;
  }

  private List<ConfigurationField> fieldsOf(String pluginId) {
    return plugins
        .inventory()
        .configurationOf(pluginId)
        .map(ConfigurationField::allOf)
        .orElse(List.of());
  }

  private void known(String pluginId) {
    if (plugins.inventory().entries().stream().noneMatch(one -> one.id().equals(pluginId))) {
      throw new NotFound("plugin", pluginId);
    }
  }

  SetupView view(SetupStore.Kept kept) {
    Setup setup = kept.setup();
    return new SetupView(
        setup.id(),
        setup.pluginId(),
        setup.scope(),
        kept.shown(),
        kept.version(),
        kept.latest(),
        setup.state().name(),
        setup.from(),
        setup.to(),
        locked.mask(setup.configuration()),
        kept.byVendor(),
        kept.reason(),
        kept.by(),
        kept.at());
  }
}
