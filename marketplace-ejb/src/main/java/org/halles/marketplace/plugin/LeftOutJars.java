package org.halles.marketplace.plugin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.halles.spi.PluginDescriptor;

/**
 * The jars that lie in the marketplace's home and were left out of it, for it could not have
 * started with them. Whoever put it together says so in a file among its libraries.
 */
final class LeftOutJars {

  private static final String RESOURCE = "META-INF/halles-left-out.json";

  private LeftOutJars() {}

  /** Of the marketplace that this class loader sees. */
  static List<FoundJar> seenBy(ClassLoader loader) {
    URL told = loader.getResource(RESOURCE);
    if (told == null) {
      return List.of();
    }
    try (InputStream in = told.openStream()) {
      return read(in);
    } catch (IOException unreadable) {
      throw new IllegalStateException("cannot read which plugins were left out", unreadable);
    }
  }

  static List<FoundJar> read(InputStream in) throws IOException {
    List<FoundJar> jars = new ArrayList<>();
    for (JsonNode one : new ObjectMapper().readTree(in)) {
      List<String> reasons = new ArrayList<>();
      one.path("reasons").forEach(reason -> reasons.add(Faults.tell(reason.asText())));
      jars.add(new FoundJar(one.path("jar").asText(), descriptor(one.path("descriptor")), reasons));
    }
    return jars;
  }

  /** The reasons say why it cannot be read, if it cannot. */
  private static PluginDescriptor descriptor(JsonNode text) throws IOException {
    if (!text.isTextual()) {
      return null;
    }
    try {
      return PluginDescriptor.read(
          new ByteArrayInputStream(text.asText().getBytes(StandardCharsets.UTF_8)));
    } catch (IllegalArgumentException unreadable) {
      return null;
    }
  }
}
