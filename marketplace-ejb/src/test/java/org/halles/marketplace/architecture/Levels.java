package org.halles.marketplace.architecture;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which features lie on which level, as a document tells it. */
final class Levels {

  private static final Pattern ON_THE_PAGE =
      Pattern.compile("(?m)^([0-8])  (\\w+(?:  \\w+)*)(?: {3,}.*)?$");
  private static final Pattern LEVEL = Pattern.compile("^' level ([0-8]):.*");
  private static final Pattern FEATURE = Pattern.compile("^\\[(\\w+)] <<.*");

  private Levels() {}

  /** Lines such as {@code 4 cart}: the level and its features, two blanks between them. */
  static Map<Integer, Set<String>> ofThePage(String page) {
    Map<Integer, Set<String>> levels = new TreeMap<>();
    ON_THE_PAGE
        .matcher(page)
        .results()
        .forEach(
            line ->
                features(levels, Integer.parseInt(line.group(1)))
                    .addAll(Arrays.asList(line.group(2).trim().split(" +"))));
    return levels;
  }

  /** Components under a comment such as {@code ' level 4: what may be bought}. */
  static Map<Integer, Set<String>> ofThePicture(String picture) {
    Map<Integer, Set<String>> levels = new TreeMap<>();
    int level = -1;
    for (String line : picture.lines().toList()) {
      Matcher heading = LEVEL.matcher(line);
      Matcher feature = FEATURE.matcher(line);
      if (heading.matches()) {
        level = Integer.parseInt(heading.group(1));
      } else if (feature.matches()) {
        features(levels, level).add(feature.group(1));
      }
    }
    return levels;
  }

  private static Set<String> features(Map<Integer, Set<String>> levels, int level) {
    return levels.computeIfAbsent(level, none -> new TreeSet<>());
  }
}
