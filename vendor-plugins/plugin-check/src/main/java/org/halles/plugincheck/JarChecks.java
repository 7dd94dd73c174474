package org.halles.plugincheck;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.halles.spi.PluginDescriptor;

/** What can be told of a jar without running a line of it. */
final class JarChecks {

  private static final int NEWEST_JAVA = 17;
  private static final String BEANS = "META-INF/beans.xml";
  private static final List<String> NOT_YOURS =
      List.of(
          "java.",
          "javax.",
          "jakarta.",
          "org.halles.spi.",
          "org.halles.marketplace.",
          "org.halles.web.",
          "org.halles.api.",
          "org.jboss.",
          "org.wildfly.",
          "org.hibernate.");
  private static final List<String> OUT_OF_REACH =
      List.of("org/halles/marketplace/", "org/halles/web/", "org/halles/api/");
  private static final Pattern DISCOVERED =
      Pattern.compile("bean-discovery-mode\\s*=\\s*[\"'](annotated|all)[\"']");

  private final Jar jar;
  private final Neighbours neighbours;
  private final Report report;

  JarChecks(Jar jar, Neighbours neighbours, Report report) {
    this.jar = jar;
    this.neighbours = neighbours;
    this.report = report;
  }

  /** Who the plugin is, or empty if it cannot be looked at any further. */
  Optional<PluginDescriptor> run() {
    Optional<PluginDescriptor> descriptor = identity();
    descriptor.ifPresent(this::fits);
    beansFile();
    packages();
    Map<String, ClassFile> files = classFiles();
    descriptor
        .filter(PluginDescriptor::suitsThisSpi)
        .ifPresent(plugin -> new SpiUse(files, plugin.spi(), report).check());
    twins();
    return descriptor;
  }

  private Optional<PluginDescriptor> identity() {
    try {
      Optional<PluginDescriptor> descriptor = jar.descriptor();
      if (descriptor.isEmpty()) {
        report.fault("there is no %s in it: it says who the plugin is", PluginDescriptor.RESOURCE);
      }
      return descriptor;
    } catch (IOException | IllegalArgumentException unreadable) {
      report.fault("%s", unreadable.getMessage());
      return Optional.empty();
    }
  }

  private void fits(PluginDescriptor plugin) {
    report.good("%s %s of %s (%s)", plugin.name(), plugin.version(), plugin.author(), plugin.id());
    if (!plugin.suitsThisSpi()) {
      report.fault(
          "it is written for SPI %s, but this platform has SPI %s: get a version made for it",
          plugin.spi(), PluginDescriptor.SPI_VERSION);
    }
    neighbours
        .plugin(plugin.id())
        .ifPresent(
            other ->
                report.fault(
                    "the id '%s' is taken by %s %s: give it another one",
                    plugin.id(), other.name(), other.version()));
    plugin.requires().forEach(this::needs);
    plugin.provides().stream()
        .filter(name -> !jar.classes().contains(name))
        .forEach(name -> report.fault("provides=%s, but there is no such class in it", name));
  }

  private void needs(PluginDescriptor.Requirement need) {
    Optional<PluginDescriptor> other = neighbours.plugin(need.pluginId());
    if (other.isEmpty()) {
      report.fault("it needs the plugin %s, which is not installed: install that first", need);
    } else if (!need.versions().contains(other.get().version())) {
      report.fault(
          "it needs the plugin %s, but version %s is installed", need, other.get().version());
    }
  }

  private void beansFile() {
    byte[] beans = jar.entries().get(BEANS);
    if (beans == null) {
      report.fault("there is no %s in it, so no bean would be found", BEANS);
    } else if (!DISCOVERED.matcher(new String(beans, StandardCharsets.UTF_8)).find()) {
      report.fault("%s must say bean-discovery-mode=\"annotated\"", BEANS);
    }
  }

  private void packages() {
    TreeSet<String> foreign = new TreeSet<>();
    for (String name : jar.classes()) {
      NOT_YOURS.stream().filter(name::startsWith).forEach(foreign::add);
    }
    foreign.forEach(
        start ->
            report.fault(
                "it brings classes of %s*, which are the platform's: leave them out", start));
  }

  private Map<String, ClassFile> classFiles() {
    Map<String, ClassFile> files = new TreeMap<>();
    TreeSet<Integer> tooNew = new TreeSet<>();
    for (String name : jar.classes()) {
      try {
        ClassFile file = ClassFile.read(jar.bytesOf(name));
        files.put(name, file);
        if (file.release() > NEWEST_JAVA) {
          tooNew.add(file.release());
        }
        reaches(name, file);
      } catch (IOException broken) {
        report.fault("%s cannot be read: %s", name, broken.getMessage());
      }
    }
    tooNew.forEach(
        release ->
            report.fault(
                "it is compiled for Java %d, but this platform promises Java %d: compile with"
                    + " --release %d",
                release, NEWEST_JAVA, NEWEST_JAVA));
    return files;
  }

  private void reaches(String name, ClassFile file) {
    for (String out : OUT_OF_REACH) {
      if (file.names().stream().anyMatch(text -> text.contains(out))) {
        report.fault(
            "%s refers to %s*, which a plugin cannot see: use org.halles.spi",
            name, out.replace('/', '.'));
      }
    }
  }

  /** All plugins and libraries share one class path: of two classes of one name one is lost. */
  private void twins() {
    Map<String, String> twins = new TreeMap<>();
    for (String name : jar.classes()) {
      String owner = neighbours.owners().get(name);
      if (owner != null) {
        twins.putIfAbsent(owner, name);
      }
    }
    twins.forEach(
        (owner, name) ->
            report.fault(
                "%s is also in %s: leave it out, or move it to a package of your own",
                name, owner));
  }
}
