package org.halles.marketplace.plugin;

import java.time.Clock;

/**
 * One installed and accepted bean of a plugin.
 *
 * @param pluginId whose it is
 * @param point what it extends
 * @param name its stable name within the point
 * @param bean the bean itself
 * @param configuration the record that configures it, or null
 * @param health how its calls went
 */
record Extension(
    String pluginId,
    Point point,
    String name,
    Object bean,
    Class<? extends Record> configuration,
    Health health) {

  /** The same bean with a record of its own. */
  Extension inRehearsal() {
    return new Extension(
        pluginId, point, name, bean, configuration, Health.of(point, Clock.systemUTC()));
  }

  @Override
  public String toString() {
    return name + " of plugin " + pluginId;
  }
}
