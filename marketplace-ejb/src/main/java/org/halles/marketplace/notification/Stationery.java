package org.halles.marketplace.notification;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The texts of all letters, and facts put into them. */
final class Stationery {

  private static final Pattern HOLE = Pattern.compile("\\{([a-zA-Z]+)}");
  private static final Pattern BUTTON = Pattern.compile("\\[(.+)]\\((.+)\\)", Pattern.DOTALL);
  private static final Map<String, String> TEXTS = new ConcurrentHashMap<>();

  private Stationery() {}

  /** The letter in words. */
  static WrittenLetter write(String template, String language, Map<String, String> facts) {
    String[] parts = text(template, language).strip().split("\\R\\s*\\R");
    List<LetterBlock> blocks = new ArrayList<>();
    for (int i = 1; i < parts.length; i++) {
      filled(parts[i], facts).map(Stationery::block).ifPresent(blocks::add);
    }
    String subject =
        filled(parts[0], facts)
            .orElseThrow(() -> new IllegalStateException(template + ": the subject lacks a fact"));
    return new WrittenLetter(subject.replaceAll("\\s+", " "), blocks);
  }

  /** The names of all facts that a text asks for. */
  static List<String> holes(String template, String language) {
    return HOLE.matcher(text(template, language))
        .results()
        .map(m -> m.group(1))
        .distinct()
        .toList();
  }

  private static LetterBlock block(String text) {
    Matcher button = BUTTON.matcher(text);
    if (button.matches()) {
      return new LetterBlock(LetterBlock.Kind.BUTTON, button.group(1), button.group(2));
    }
    return text.startsWith("> ")
        ? new LetterBlock(LetterBlock.Kind.SMALL, text.substring(2), null)
        : new LetterBlock(LetterBlock.Kind.PARAGRAPH, text, null);
  }

  /** The text with its facts; empty if one is missing. */
  private static Optional<String> filled(String text, Map<String, String> facts) {
    Matcher hole = HOLE.matcher(text.strip());
    StringBuilder filled = new StringBuilder();
    while (hole.find()) {
      String fact = facts.get(hole.group(1));
      if (fact == null) {
        return Optional.empty();
      }
      hole.appendReplacement(filled, Matcher.quoteReplacement(fact));
    }
    return Optional.of(hole.appendTail(filled).toString());
  }

  private static String text(String template, String language) {
    return TEXTS.computeIfAbsent(
        template + "_" + (language.equals("fr") ? "fr" : "en") + ".txt", Stationery::load);
  }

  private static String load(String name) {
    try (InputStream text = Stationery.class.getResourceAsStream(name)) {
      if (text == null) {
        throw new IllegalStateException("there is no text " + name);
      }
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
