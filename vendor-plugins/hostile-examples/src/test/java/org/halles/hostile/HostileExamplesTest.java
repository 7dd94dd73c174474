package org.halles.hostile;

import org.halles.testkit.PluginJarContract;

/** Whatever the examples do, their jar is a plugin like any other: it would be found. */
class HostileExamplesTest extends PluginJarContract {
  @Override
  protected Class<?> plugin() {
    return HostileRules.class;
  }
}
