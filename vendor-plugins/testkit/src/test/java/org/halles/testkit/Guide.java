package org.halles.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The plugins that docs/plugin-guide.md shows, file by file. */
final class Guide {

  private static final Path PAGE = Path.of("../../docs/plugin-guide.md");
  private static final Pattern FILE =
      Pattern.compile(
          "<!-- file: (?:([\\w-]+)/)?src/(?:main|test)/(?:java|resources)/(\\S+) -->\n"
              + "```\\w+\n(.*?)```",
          Pattern.DOTALL);

  private Guide() {}

  /** The files of one plugin, by their path in its jar; what names no folder is the first one. */
  static Map<String, String> plugin(String name) throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    Matcher file = FILE.matcher(Files.readString(PAGE));
    while (file.find()) {
      String folder = file.group(1) == null ? "acme-weekend" : file.group(1);
      if (folder.equals(name)) {
        files.put(file.group(2), file.group(3));
      }
    }
    return files;
  }
}
