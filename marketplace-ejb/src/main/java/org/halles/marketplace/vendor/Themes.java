package org.halles.marketplace.vendor;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.halles.marketplace.shared.Texts;

/**
 * The looks a storefront can have. A theme is a Faces resource library contract: a folder {@code
 * META-INF/contracts/<name>} in a jar, announced by {@code META-INF/halles-themes.properties} in
 * the same jar with a line {@code <name>.fr = ...} and {@code <name>.en = ...}. What is installed
 * does not change while the marketplace runs.
 */
public final class Themes {

  private static final String FILE = "META-INF/halles-themes.properties";
  private static final Map<String, Texts> INSTALLED = read();

  private Themes() {}

  /** The names of all themes that are installed. */
  public static Set<String> installed() {
    return INSTALLED.keySet();
  }

  /** Every theme with what people call it. */
  public static Map<String, Texts> titles() {
    return INSTALLED;
  }

  /** This theme, or the usual one if it is not installed any more. */
  public static String orUsual(String theme) {
    return INSTALLED.containsKey(theme) ? theme : Storefront.USUAL_THEME;
  }

  private static Map<String, Texts> read() {
    try {
      Map<String, Texts> titles = new LinkedHashMap<>();
      for (URL file : Collections.list(Themes.class.getClassLoader().getResources(FILE))) {
        titles.putAll(read(file));
      }
      return Collections.unmodifiableMap(titles);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Map<String, Texts> read(URL file) throws IOException {
    Properties lines = new Properties();
    try (InputStream content = file.openStream()) {
      lines.load(new InputStreamReader(content, StandardCharsets.UTF_8));
    }
    Map<String, Texts> titles = new LinkedHashMap<>();
    for (String key : new TreeSet<>(lines.stringPropertyNames())) {
      String name = key.replaceFirst("\\.[a-z]{2}$", "");
      titles.computeIfAbsent(
          name,
          theme ->
              Texts.of(
                  lines.getProperty(theme + ".fr", theme),
                  lines.getProperty(theme + ".en", theme)));
    }
    return titles;
  }
}
