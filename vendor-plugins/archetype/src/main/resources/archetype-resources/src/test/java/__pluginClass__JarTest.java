package ${package};

import org.halles.testkit.PluginJarContract;

class ${pluginClass}JarTest extends PluginJarContract {

  @Override
  protected Class<?> plugin() {
    return ${pluginClass}.class;
  }
}
