package org.halles.launcher.plugin;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.halles.spi.PluginDescriptor;

/**
 * An added jar that takes no part in the marketplace. The marketplace is told so with its
 * libraries: its operators read there what they would else have to look for in a server's output.
 *
 * @param jar where it lies
 * @param reasons what is wrong with it, and what to do
 */
record LeftOut(Path jar, List<String> reasons) {

  /** The library that tells it. */
  static final String LIBRARY = "halles-left-out.jar";

  /** Where the marketplace finds it. */
  static final String RESOURCE = "META-INF/halles-left-out.json";

  /** A library that holds nothing but the names of these jars and the reasons. */
  static byte[] library(List<LeftOut> all) throws IOException {
    List<Map<String, Object>> told = new ArrayList<>();
    for (LeftOut one : all) {
      told.add(one.told());
    }
    ByteArrayOutputStream jar = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(jar)) {
      zip.putNextEntry(new ZipEntry(RESOURCE));
      zip.write(new ObjectMapper().writeValueAsBytes(told));
    }
    return jar.toByteArray();
  }

  private Map<String, Object> told() {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("jar", "plugins/" + jar.getFileName());
    told.put("descriptor", descriptor());
    told.put("reasons", reasons);
    return told;
  }

  /** As it stands in the jar, or null if it cannot be read. */
  private String descriptor() {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      ZipEntry entry = zip.getEntry(PluginDescriptor.RESOURCE);
      if (entry == null) {
        return null;
      }
      try (InputStream in = zip.getInputStream(entry)) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    } catch (IOException damaged) {
      return null;
    }
  }
}
