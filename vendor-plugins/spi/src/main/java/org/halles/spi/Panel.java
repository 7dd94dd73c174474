package org.halles.spi;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What a {@link PagePanel} shows: a title and a few blocks below it. Plain data: a tag in a text is
 * shown as it was typed. Texts are said in French and English; amounts, shares, counts and days are
 * written as the reader writes them.
 *
 * @param title by language: {@code fr} and {@code en}; at most 100 characters
 * @param blocks in this order; 1 to 8
 */
public record Panel(Map<String, String> title, List<Block> blocks) {

  public Panel {
    title = Map.copyOf(title);
    blocks = List.copyOf(blocks);
  }

  public static Panel of(Map<String, String> title, Block... blocks) {
    return new Panel(title, List.of(blocks));
  }

  /** One text in both languages. */
  public static Map<String, String> words(String french, String english) {
    return Map.of("fr", french, "en", english);
  }

  /** A part of a panel. */
  public sealed interface Block {}

  /**
   * A few sentences.
   *
   * @param text at most 500 characters
   */
  public record Paragraph(Map<String, String> text) implements Block {
    public Paragraph {
      text = Map.copyOf(text);
    }
  }

  /**
   * Figures worth large letters.
   *
   * @param figures 1 to 4
   */
  public record Figures(List<Row> figures) implements Block {
    public Figures {
      figures = List.copyOf(figures);
    }
  }

  /**
   * Names and values below each other.
   *
   * @param rows 1 to 12
   */
  public record Rows(List<Row> rows) implements Block {
    public Rows {
      rows = List.copyOf(rows);
    }
  }

  /**
   * A name and its value.
   *
   * @param label at most 100 characters
   */
  public record Row(Map<String, String> label, Value value) {
    public Row {
      label = Map.copyOf(label);
    }
  }

  /**
   * Where to go from here.
   *
   * @param links 1 to 6
   */
  public record Links(List<Link> links) implements Block {
    public Links {
      links = List.copyOf(links);
    }
  }

  /**
   * A link.
   *
   * @param label at most 100 characters
   * @param target a path within the marketplace that begins with one slash, such as {@code
   *     /vendor}, or an address that begins with {@code https://}; at most 500 characters. A path
   *     of the shop is given without a language, such as {@code /s/lumen}: readers stay in theirs
   */
  public record Link(Map<String, String> label, String target) {
    public Link {
      label = Map.copyOf(label);
    }
  }

  /**
   * A short table.
   *
   * @param columns what stands above each column; 1 to 5, each of at most 60 characters
   * @param rows 1 to 20, each with a value for every column
   */
  public record Table(List<Map<String, String>> columns, List<List<Value>> rows) implements Block {
    public Table {
      columns = columns.stream().map(Map::copyOf).toList();
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  /** A value, written as the reader writes it. */
  public sealed interface Value {}

  /** Words, at most 200 characters. */
  public record Text(Map<String, String> words) implements Value {
    public Text {
      words = Map.copyOf(words);
    }
  }

  /** An amount. */
  public record Amount(Money money) implements Value {}

  /** A share, such as 12.5 %. */
  public record Share(Rate rate) implements Value {}

  /** A whole number. */
  public record Count(long number) implements Value {}

  /** A day. */
  public record Day(LocalDate date) implements Value {}
}
