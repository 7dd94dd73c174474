package org.halles.web.operator;

import java.util.List;
import org.halles.marketplace.plugin.PluginView;

/**
 * A plugin in one line: how often all it brings was called, and how that went.
 *
 * @param slowestMicros 95 of 100 calls of its slowest extension were faster, in microseconds
 * @param left what of it nobody asks now, for a while or until it gets a new start
 */
public record PluginSummary(
    PluginView plugin,
    long calls,
    long faults,
    long slowestMicros,
    List<PluginView.ExtensionView> left) {

  static PluginSummary of(PluginView plugin) {
    List<PluginView.Calls> each =
        plugin.extensions().stream().map(PluginView.ExtensionView::calls).toList();
    long faults = each.stream().mapToLong(PluginView.Calls::faults).sum();
    return new PluginSummary(
        plugin,
        each.stream().mapToLong(PluginView.Calls::calls).sum(),
        faults,
        each.stream().mapToLong(PluginView.Calls::p95Micros).max().orElse(0),
        plugin.extensions().stream()
            .filter(one -> one.calls().condition() != PluginView.Condition.WELL)
            .toList());
  }

  /** True if somebody should look closer. */
  public boolean isTroubled() {
    return faults > 0 || !left.isEmpty();
  }
}
