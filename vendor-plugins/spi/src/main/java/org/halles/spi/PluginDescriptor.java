package org.halles.spi;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Who a plugin is: the content of the {@code META-INF/halles-plugin.properties} in its jar.
 *
 * <pre>
 * id=acme-weekend
 * name=Weekend commission
 * name.fr=Commission du week-end
 * version=1.0.0
 * author=Acme
 * spi=1.1
 * provides=com.acme.Weekend
 * requires=standard-commissions 1.0, acme-calendar [2.1,4.0)
 * kind.acme.weekend.fr=Part du week-end
 * kind.acme.weekend.en=Weekend share
 * example.acme.weekend={"rate": "8 %"}
 * </pre>
 *
 * @param id stable, lower-case letters, digits and hyphens
 * @param name what operators read
 * @param version a semantic version
 * @param author who answers for it
 * @param spi the versions of the SPI it works with; see {@link #SPI_VERSION}
 * @param provides class names of the beans it brings, so that a bean that could not be loaded is
 *     noticed
 * @param requires other plugins that must be there; may be empty
 * @param kinds for each kind of commission rule, what people call it, by language; may be empty
 * @param examples for each kind of commission rule, a configuration it can be tried with, as JSON;
 *     may be empty
 * @param names what operators read, by language, where {@code name.fr} or {@code name.en} say so
 *     (since SPI 1.7); may be empty
 */
public record PluginDescriptor(
    String id,
    String name,
    String version,
    String author,
    VersionRange spi,
    List<String> provides,
    List<Requirement> requires,
    Map<String, Map<String, String>> kinds,
    Map<String, String> examples,
    Map<String, String> names) {

  /** Where a jar carries its descriptor. */
  public static final String RESOURCE = "META-INF/halles-plugin.properties";

  /** The version of this SPI: plugins whose range does not hold it are refused. */
  public static final String SPI_VERSION = "1.11";

  private static final String EXAMPLE = "example.";

  /** Such as {@code kind.acme.weekend.fr}. */
  private static final Pattern KIND = Pattern.compile("kind\\.(.+)\\.(fr|en)");

  /** Another plugin that must be there, in one of these versions. */
  public record Requirement(String pluginId, VersionRange versions) {

    static Requirement parse(String text) {
      String[] words = text.strip().split("\\s+", 2);
      return new Requirement(words[0], VersionRange.parse(words.length == 1 ? "" : words[1]));
    }

    @Override
    public String toString() {
      return pluginId + " " + versions;
    }
  }

  public PluginDescriptor {
    provides = List.copyOf(provides);
    requires = List.copyOf(requires);
    kinds = Map.copyOf(kinds);
    examples = Map.copyOf(examples);
    names = Map.copyOf(names);
  }

  /** Called the same in every language. */
  public PluginDescriptor(
      String id,
      String name,
      String version,
      String author,
      VersionRange spi,
      List<String> provides,
      List<Requirement> requires,
      Map<String, Map<String, String>> kinds,
      Map<String, String> examples) {
    this(id, name, version, author, spi, provides, requires, kinds, examples, Map.of());
  }

  /** True if it works with the SPI of this platform. */
  public boolean suitsThisSpi() {
    return spi.contains(SPI_VERSION);
  }

  /**
   * Reads a descriptor.
   *
   * @throws IllegalArgumentException naming everything that is missing or malformed
   * @throws IOException if the stream cannot be read
   */
  public static PluginDescriptor read(InputStream in) throws IOException {
    Properties properties = new Properties();
    properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    List<String> faults = new ArrayList<>();
    String id = require(properties, "id", "[a-z0-9]+(-[a-z0-9]+)*", faults);
    String name = require(properties, "name", ".+", faults);
    String version = require(properties, "version", "\\d+\\.\\d+\\.\\d+([-+].+)?", faults);
    String author = require(properties, "author", ".+", faults);
    VersionRange spi = spi(require(properties, "spi", ".+", faults), faults);
    String provides = require(properties, "provides", "[\\w.$]+(\\s*,\\s*[\\w.$]+)*", faults);
    List<Requirement> requires = requirements(properties.getProperty("requires", ""), faults);
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(RESOURCE + ": " + String.join("; ", faults));
    }
    List<String> beans = List.of(provides.split("\\s*,\\s*"));
    return new PluginDescriptor(
        id,
        name,
        version,
        author,
        spi,
        beans,
        requires,
        kinds(properties),
        examples(properties),
        names(properties));
  }

  private static String require(
      Properties properties, String key, String pattern, List<String> faults) {
    String value = properties.getProperty(key, "").strip();
    if (!value.matches(pattern)) {
      faults.add(
          value.isEmpty()
              ? key + " is missing"
              : key + " '" + value + "' does not match " + pattern);
    }
    return value;
  }

  private static VersionRange spi(String text, List<String> faults) {
    try {
      return text.isEmpty() ? null : VersionRange.parse(text);
    } catch (IllegalArgumentException malformed) {
      faults.add("spi " + malformed.getMessage());
      return null;
    }
  }

  /** Separated by commas; the comma within a range separates nothing. */
  private static List<Requirement> requirements(String text, List<String> faults) {
    List<Requirement> requirements = new ArrayList<>();
    Stream.of(text.split(",(?![^\\[]*\\))"))
        .filter(one -> !one.isBlank())
        .forEach(
            one -> {
              try {
                requirements.add(Requirement.parse(one));
              } catch (IllegalArgumentException malformed) {
                faults.add("requires '" + one.strip() + "': " + malformed.getMessage());
              }
            });
    return requirements;
  }

  private static Map<String, Map<String, String>> kinds(Properties properties) {
    Map<String, Map<String, String>> kinds = new TreeMap<>();
    for (String key : properties.stringPropertyNames()) {
      Matcher named = KIND.matcher(key);
      if (named.matches()) {
        kinds
            .computeIfAbsent(named.group(1), kind -> new TreeMap<>())
            .put(named.group(2), properties.getProperty(key).strip());
      }
    }
    return kinds;
  }

  private static Map<String, String> names(Properties properties) {
    Map<String, String> names = new TreeMap<>();
    for (String language : List.of("fr", "en")) {
      String name = properties.getProperty("name." + language, "").strip();
      if (!name.isEmpty()) {
        names.put(language, name);
      }
    }
    return names;
  }

  private static Map<String, String> examples(Properties properties) {
    Map<String, String> examples = new TreeMap<>();
    for (String key : properties.stringPropertyNames()) {
      if (key.startsWith(EXAMPLE)) {
        examples.put(key.substring(EXAMPLE.length()), properties.getProperty(key).strip());
      }
    }
    return examples;
  }
}
