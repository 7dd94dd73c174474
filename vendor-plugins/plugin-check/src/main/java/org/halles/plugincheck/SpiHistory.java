package org.halles.plugincheck;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.halles.spi.VersionRange;
import org.halles.spi.VersionRange.Version;

/** With which version of the SPI each of its types and members came. */
final class SpiHistory {

  static final Version OLDEST = new Version(1, 0, 0);

  private final Map<String, Version> came;

  private SpiHistory(Map<String, Version> came) {
    this.came = came;
  }

  static SpiHistory read() {
    try (InputStream in = SpiHistory.class.getResourceAsStream("spi-since.txt");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return new SpiHistory(
          lines
              .lines()
              .filter(line -> !line.startsWith("#"))
              .map(line -> line.split(" ", 2))
              .collect(
                  Collectors.toMap(
                      line -> line[1],
                      line -> VersionRange.parse(line[0]).from(),
                      (one, other) -> one,
                      TreeMap::new)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** What it names: types, and members as {@code TYPE.SIGNATURE}. */
  Map<String, Version> named() {
    return Map.copyOf(came);
  }

  /** With which version this type came: with the one around it, unless it is named itself. */
  Version of(String type) {
    Version known = came.get(type);
    int around = type.lastIndexOf('$');
    if (known != null || around < 0) {
      return known == null ? OLDEST : known;
    }
    return of(type.substring(0, around));
  }

  /** With which version this member came: with its type, unless it is named itself. */
  Version of(Member member) {
    Version type = of(member.owner());
    Version own = came.getOrDefault(member.owner() + "." + member.signature(), OLDEST);
    return own.compareTo(type) > 0 ? own : type;
  }
}
