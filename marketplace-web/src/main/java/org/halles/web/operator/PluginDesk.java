package org.halles.web.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.halles.marketplace.plugin.PluginControl;
import org.halles.marketplace.plugin.PluginView;
import org.halles.web.ui.Functions;
import org.halles.web.ui.PluginWords;
import org.halles.web.ui.Say;
import org.halles.web.ui.Words;

/** The plugins that were found, how they do, and the switch of each. */
@Named
@RequestScoped
public class PluginDesk {

  @Inject private PluginControl control;
  @Inject private Say say;
  @Inject private Words words;

  private List<PluginSummary> plugins;

  public List<PluginSummary> getPlugins() {
    if (plugins == null) {
      plugins = control.list().stream().map(PluginSummary::of).toList();
    }
    return plugins;
  }

  /** What is wrong with a plugin, as the reader says it. */
  public String told(String problem) {
    return PluginWords.told(problem, words);
  }

  public void enable(PluginView plugin) {
    if (say.trying(() -> control.enable(plugin.id()))) {
      say.done("operator.plugins.enabled", Functions.called(plugin.name(), plugin.names()));
    }
    plugins = null;
  }

  public void disable(PluginView plugin) {
    if (say.trying(() -> control.disable(plugin.id(), ""))) {
      say.done("operator.plugins.disabled", Functions.called(plugin.name(), plugin.names()));
    }
    plugins = null;
  }
}
