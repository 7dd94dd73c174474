package org.halles.marketplace.plugin;

import java.util.Map;

/**
 * A check of listings that is switched on.
 *
 * @param plugin where it is configured
 * @param label what operators read, by language
 */
public record CheckView(String id, String plugin, Map<String, String> label) {

  public CheckView {
    label = Map.copyOf(label);
  }
}
