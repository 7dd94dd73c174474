package org.halles.marketplace.plugin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.audit.Subject;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.AfterCommit;
import org.halles.marketplace.shared.NotFound;
import org.halles.spi.PluginDescriptor;

/** The operator's view of the plugins, and the switch of each. */
@ApplicationScoped
public class PluginControl {

  private final Plugins plugins;
  private final PagePanels panels;
  private final Switches switches;
  private final Audit audit;
  private final CurrentCaller caller;
  private final AfterCommit afterCommit;
  private final Clock clock;

  @Inject
  PluginControl(
      Plugins plugins,
      PagePanels panels,
      Switches switches,
      Audit audit,
      CurrentCaller caller,
      AfterCommit afterCommit,
      Clock clock) {
    this.plugins = plugins;
    this.panels = panels;
    this.switches = switches;
    this.audit = audit;
    this.caller = caller;
    this.afterCommit = afterCommit;
    this.clock = clock;
  }

  protected PluginControl() {
    this(null, null, null, null, null, null, null);
  }

  /** Every plugin that was found, refused ones first, then by name. */
  @Allowed({Role.MODERATOR, Role.FINANCE, Role.SUPPORT, Role.SYSTEM})
  public List<PluginView> list() {
    return plugins.inventory().entries().stream()
        .map(this::view)
        .sorted(
            Comparator.comparing((PluginView view) -> view.problems().isEmpty())
                .thenComparing(PluginView::name))
        .toList();
  }

  /** One plugin; of two jars with one id, the one that takes part. */
  @Allowed({Role.MODERATOR, Role.FINANCE, Role.SUPPORT})
  public PluginView show(String id) {
    return plugins.inventory().entries().stream()
        .filter(entry -> entry.id().equals(id))
        .findFirst()
        .map(this::view)
        .orElseThrow(() -> new NotFound("plugin", id));
  }

  /** Switches a plugin on; a quarantined one gets a new start. */
  @Allowed(Role.ADMIN)
  @Transactional
  public void enable(String id) {
    change(id, true, "");
  }

  /**
   * Switches a plugin off: its rules fall back to the configured rate, its shipping options vanish,
   * its gateway takes no new payments but still finds and refunds the old.
   *
   * @param reason for the record; may be empty
   */
  @Allowed(Role.ADMIN)
  @Transactional
  public void disable(String id, String reason) {
    change(id, false, reason == null ? "" : reason);
  }

  private void change(String id, boolean on, String reason) {
    if (plugins.inventory().entries().stream().noneMatch(entry -> entry.id().equals(id))) {
      throw new NotFound("plugin", id);
    }
    boolean before = !plugins.switchedOn().isOff(id);
    switches.set(id, on, reason, caller.get().label(), clock.instant());
    afterCommit.run(plugins.switchedOn()::forget);
    audit.record(
        on ? "enable-plugin" : "disable-plugin",
        Subject.of("plugin", id),
        Map.of("enabled", before),
        Map.of("enabled", on, "reason", reason));
    plugins.inventory().extensions().stream()
        .filter(extension -> on && extension.pluginId().equals(id))
        .forEach(extension -> extension.health().forgive());
  }

  private PluginView view(Inventory.Entry entry) {
    PluginDescriptor descriptor = entry.descriptor();
    List<PluginView.ExtensionView> extensions = new ArrayList<>();
    if (!entry.refused()) {
      plugins.inventory().extensions().stream()
          .filter(extension -> extension.pluginId().equals(entry.id()))
          .forEach(extension -> extensions.add(view(extension)));
    }
    return new PluginView(
        entry.id(),
        descriptor == null ? entry.id() : descriptor.name(),
        descriptor == null ? "" : descriptor.version(),
        descriptor == null ? "" : descriptor.author(),
        entry.location(),
        descriptor == null ? "" : descriptor.spi().toString(),
        descriptor == null ? List.of() : needs(descriptor),
        status(entry),
        plugins.inventory().configurationOf(entry.id()).isPresent(),
        entry.problems(),
        extensions,
        entry.names());
  }

  private static List<String> needs(PluginDescriptor descriptor) {
    return descriptor.requires().stream().map(Object::toString).toList();
  }

  private PluginView.ExtensionView view(Extension extension) {
    return new PluginView.ExtensionView(
        code(extension.point()),
        extension.name(),
        extension.health().view(),
        extension.point() == Point.PAGE_PANEL
            ? panels.placesOf(extension).stream().sorted().map(PluginControl::code).toList()
            : List.of());
  }

  private static String code(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private PluginView.Status status(Inventory.Entry entry) {
    if (entry.refused()) {
      return PluginView.Status.REFUSED;
    }
    if (plugins.switchedOn().isOff(entry.id())) {
      return PluginView.Status.DISABLED;
    }
    return entry.problems().isEmpty() ? PluginView.Status.ENABLED : PluginView.Status.INCOMPLETE;
  }
}
