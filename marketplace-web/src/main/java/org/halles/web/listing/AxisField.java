package org.halles.web.listing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.halles.marketplace.attribute.AttributeType;
import org.halles.marketplace.attribute.AttributeView;
import org.halles.marketplace.catalog.DraftContent;

/**
 * Something by which the variants differ: values of the dictionary are ticked, others are typed
 * with commas between them.
 */
public class AxisField {

  private static final int MOST_TICKS = 24;

  private final AttributeView attribute;
  private final String language;
  private String name;
  private List<String> ticked = new ArrayList<>();
  private String typed;

  /** Of the dictionary. */
  AxisField(AttributeView attribute, List<String> values, String language) {
    this.attribute = attribute;
    this.language = language;
    this.name = attribute.code();
    divide(values);
  }

  /** Of the vendor's own making. */
  AxisField(String name, List<String> values) {
    this.attribute = null;
    this.language = null;
    this.name = name;
    divide(values);
  }

  private void divide(List<String> values) {
    List<String> others = new ArrayList<>();
    for (String value : values) {
      if (getTicks().stream().anyMatch(tick -> tick.code().equals(value))) {
        ticked.add(value);
      } else {
        others.add(attribute == null ? value : attribute.read(value, language));
      }
    }
    this.typed = others.isEmpty() ? null : String.join(", ", others);
  }

  /** True if the vendor names it. */
  public boolean isOwn() {
    return attribute == null;
  }

  public String getLabel() {
    return attribute == null ? name : attribute.label().in(language);
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public List<AttributeField.Answer> getTicks() {
    return attribute == null
        ? List.of()
        : attribute.offered().stream()
            .limit(MOST_TICKS)
            .map(one -> new AttributeField.Answer(one.code(), one.label().in(language)))
            .toList();
  }

  /** True if only the values of the dictionary will do. */
  public boolean isClosed() {
    return attribute != null && attribute.type() == AttributeType.CHOICE;
  }

  public List<String> getTicked() {
    return ticked;
  }

  public void setTicked(List<String> ticked) {
    this.ticked = ticked == null ? new ArrayList<>() : ticked;
  }

  public String getTyped() {
    return typed;
  }

  public void setTyped(String typed) {
    this.typed = typed;
  }

  /** The values by code; words the dictionary knows become their codes. */
  List<String> values() {
    Set<String> values = new LinkedHashSet<>(ticked);
    if (typed != null) {
      Arrays.stream(typed.split("[,;\\n]"))
          .map(String::strip)
          .filter(word -> !word.isEmpty())
          .map(this::code)
          .forEach(values::add);
    }
    return List.copyOf(values);
  }

  private String code(String word) {
    return attribute == null ? word : attribute.value(word).map(known -> known.code()).orElse(word);
  }

  DraftContent.Axis content() {
    return new DraftContent.Axis(name, values());
  }
}
