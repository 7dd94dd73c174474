package org.halles.marketplace.plugin;

import org.halles.spi.Panel;

/**
 * What a plugin shows on a page.
 *
 * @param pluginId whose it is
 * @param name of the panel, unique among all
 */
public record ShownPanel(String pluginId, String name, Panel panel) {}
