package org.halles.spi;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * Who a plugin is: the content of the {@code META-INF/halles-plugin.properties} in its jar.
 *
 * <pre>
 * id=acme-weekend
 * name=Weekend commission
 * version=1.0.0
 * author=Acme
 * spi=1
 * provides=com.acme.Weekend
 * </pre>
 *
 * @param id stable, lower-case letters, digits and hyphens
 * @param name what operators read
 * @param version a semantic version
 * @param author who answers for it
 * @param spi the major version of the SPI it was written for; see {@link #SPI_MAJOR}
 * @param provides class names of the beans it brings, so that a bean that could not be loaded is
 *     noticed
 */
public record PluginDescriptor(
    String id, String name, String version, String author, int spi, List<String> provides) {

  /** Where a jar carries its descriptor. */
  public static final String RESOURCE = "META-INF/halles-plugin.properties";

  /** The major version of this SPI: plugins written for another one are refused. */
  public static final int SPI_MAJOR = 1;

  public PluginDescriptor {
    provides = List.copyOf(provides);
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
    String spi = require(properties, "spi", "\\d{1,4}", faults);
    String provides = require(properties, "provides", "[\\w.$]+(\\s*,\\s*[\\w.$]+)*", faults);
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(RESOURCE + ": " + String.join("; ", faults));
    }
    return new PluginDescriptor(
        id, name, version, author, Integer.parseInt(spi), List.of(provides.split("\\s*,\\s*")));
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
}
