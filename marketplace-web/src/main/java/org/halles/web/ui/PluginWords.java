package org.halles.web.ui;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.halles.marketplace.plugin.PluginView;

/**
 * What is wrong with a plugin, in the language of whoever reads it. Those who look at jars speak
 * English; what none of these sentences is stays as they said it, such as words of the plugin's
 * own.
 */
public final class PluginWords {

  private record Sentence(String key, Pattern said) {}

  private static final List<Sentence> SENTENCES =
      List.of(
          sentence("spi", "(?:it is )?written for SPI (.+), but this platform has SPI (.+?): .+"),
          sentence(
              "spi-later",
              "it says that it works from SPI (.+) on, but uses what came later: (.+)\\. Write"
                  + " spi=(\\S+) in .+"),
          sentence("spi-gone", "(\\S+) uses (.+), which SPI (.+) does not have: .+"),
          sentence("id-taken", "(?:the )?id '(.+)' is taken by (.+?): .+"),
          sentence("not-installed", "(?:it )?needs the plugin (.+), which is not installed: .+"),
          sentence("no-part", "needs the plugin (.+), which takes no part itself: .+"),
          sentence(
              "other-version", "(?:it )?needs the plugin (.+), but version (\\S+) is installed.*"),
          sentence("no-class", "provides=(.+), but there is no such class in it"),
          sentence("no-descriptor", "there is no (META-INF/halles-plugin.properties) in it: .+"),
          sentence("no-beans", "there is no (META-INF/beans.xml) in it, .+"),
          sentence("no-jar", "(.+) is no jar, or it is damaged \\((.+)\\): .+"),
          sentence("no-start", "the marketplace could not start with it: (.+)"),
          sentence(
              "missing",
              "(\\S+) (?:is announced but there is no such bean|would be silently missing): .+"),
          sentence("secret-terms", "(\\S+) cannot be used: .*?(\\S+) holds a secret, .+"),
          sentence("unusable", "(\\S+) cannot be used: (.+)"),
          sentence("nameless", "(\\S+) has no name: .+"),
          sentence("class-taken", "(\\S+) is also in (\\S+): .+"),
          sentence("name-taken", "(?:it brings (.+), which (.+) brings already): .+"),
          sentence(
              "java",
              "it is compiled for Java (\\d+), but this platform promises Java (\\d+): .+"));

  private PluginWords() {}

  private static Sentence sentence(String key, String said) {
    return new Sentence("problem." + key, Pattern.compile(said));
  }

  /** The same plugin, with what is wrong with it in the words of this language. */
  public static PluginView in(PluginView plugin, String language) {
    Language reader = new Language();
    reader.speak(language);
    Words words = new Words(reader);
    return plugin.saying(plugin.problems().stream().map(problem -> told(problem, words)).toList());
  }

  /** The same in these words. */
  public static String told(String problem, Words words) {
    for (Sentence sentence : SENTENCES) {
      Matcher matcher = sentence.said().matcher(problem);
      if (matcher.matches()) {
        return words.of(
            sentence.key(),
            IntStream.rangeClosed(1, matcher.groupCount()).mapToObj(matcher::group).toArray());
      }
    }
    return problem;
  }
}
