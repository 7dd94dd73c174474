package org.halles.web.plugin;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.halles.marketplace.plugin.VendorSetups;
import org.halles.marketplace.vendor.PluginChoices;
import org.halles.web.ui.Functions;
import org.halles.web.ui.Language;
import org.halles.web.ui.Say;
import org.halles.web.vendor.Desk;

/** A vendor decides about the plugins that the operator leaves to it. */
@Named
@ViewScoped
public class OwnPluginDesk implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private PluginChoices choices;
  @Inject private Desk desk;
  @Inject private Language language;
  @Inject private Say say;

  private List<OwnPlugin> plugins;

  /** One plugin, its form and what is wrong with it. */
  public static class OwnPlugin implements Serializable {

    private static final long serialVersionUID = 1L;

    private final VendorSetups.Offered offered;
    private final List<TypedField> fields;
    private final Map<String, String> faults = new HashMap<>();

    OwnPlugin(VendorSetups.Offered offered, Locale locale) {
      this.offered = offered;
      this.fields = TypedField.of(offered.fields(), "configuration");
      if (offered.configuration() != null) {
        TypedField.fill(fields, offered.configuration(), locale);
      }
    }

    public VendorSetups.Offered getOffered() {
      return offered;
    }

    public List<TypedField> getFields() {
      return fields;
    }

    public Map<String, String> getFaults() {
      return faults;
    }
  }

  @PostConstruct
  void open() {
    read();
  }

  private void read() {
    plugins =
        choices.list(desk.scope()).stream()
            .map(offered -> new OwnPlugin(offered, language.getLocale()))
            .toList();
  }

  /** On or off for the vendor's sales, with what is typed where it may be configured. */
  public void choose(OwnPlugin plugin, boolean on) {
    VendorSetups.Offered offered = plugin.getOffered();
    boolean done =
        say.trying(
            plugin.getFaults(),
            () ->
                choices.choose(
                    desk.scope(),
                    offered.id(),
                    on,
                    on && offered.configurable()
                        ? TypedField.json(plugin.getFields(), "EUR")
                        : null));
    if (done) {
      say.done(
          on ? "setup.own.on" : "setup.own.off", Functions.called(offered.name(), offered.names()));
      read();
    }
  }

  public List<OwnPlugin> getPlugins() {
    return plugins;
  }
}
