package org.halles.marketplace.plugin;

import org.halles.spi.PluginDescriptor;

/**
 * A jar that says it is a plugin.
 *
 * @param location which jar, for the report
 * @param descriptor who it is, or null if that cannot be read
 * @param fault why not, or null
 */
record FoundJar(String location, PluginDescriptor descriptor, String fault) {}
