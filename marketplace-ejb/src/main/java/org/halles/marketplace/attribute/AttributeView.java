package org.halles.marketplace.attribute;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.halles.marketplace.shared.Texts;

/**
 * Something that is said about things, such as their colour.
 *
 * @param code as it is stored and filtered by
 * @param unit of a number, or null
 * @param several true if a thing may have more than one value; they are stored with commas
 * @param filterable true if buyers narrow lists by it
 * @param content true if it says how much a packet holds, such as {@code 250 g}
 */
public record AttributeView(
    String code,
    Texts label,
    Texts help,
    AttributeType type,
    String unit,
    boolean several,
    boolean filterable,
    boolean content,
    boolean archived,
    List<AttributeValue> values) {

  public AttributeView {
    values = List.copyOf(values);
  }

  /** The values that may be chosen now. */
  public List<AttributeValue> offered() {
    return values.stream().filter(value -> !value.archived()).toList();
  }

  /** The value with this code, or with this label in any language, whatever its case. */
  public Optional<AttributeValue> value(String written) {
    return values.stream()
        .filter(value -> value.code().equals(written))
        .findFirst()
        .or(() -> values.stream().filter(value -> isCalled(value.label(), written)).findFirst());
  }

  static boolean isCalled(Texts label, String written) {
    return label.byLanguage().values().stream().anyMatch(written.strip()::equalsIgnoreCase);
  }

  /** The parts of a stored value: one, or several where the attribute allows it. */
  public List<String> parts(String stored) {
    return several
        ? Arrays.stream(stored.split(",")).map(String::strip).filter(p -> !p.isEmpty()).toList()
        : List.of(stored);
  }

  /** A stored value as people read it; what the dictionary does not know stays as it is. */
  public String read(String stored, String language) {
    return parts(stored).stream()
        .map(part -> labelOf(part, language))
        .collect(Collectors.joining(", "));
  }

  private String labelOf(String part, String language) {
    return values.stream()
        .filter(value -> value.code().equals(part))
        .findFirst()
        .map(value -> value.label().in(language))
        .orElse(part);
  }
}
