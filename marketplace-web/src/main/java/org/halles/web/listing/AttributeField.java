package org.halles.web.listing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.halles.marketplace.attribute.AttributeType;
import org.halles.marketplace.attribute.AttributeValue;
import org.halles.marketplace.attribute.AttributeView;
import org.halles.marketplace.attribute.CategoryAttribute;

/** A question of the category in the editor, and what is answered. */
public class AttributeField {

  /** An answer to choose. */
  public record Answer(String code, String label) {}

  private static final int FEW = 12;

  private final CategoryAttribute asked;
  private final String language;
  private String value;

  AttributeField(CategoryAttribute asked, String value, String language) {
    this.asked = asked;
    this.language = language;
    this.value = value;
  }

  private AttributeView attribute() {
    return asked.attribute();
  }

  public String getCode() {
    return attribute().code();
  }

  public String getLabel() {
    String label = attribute().label().in(language);
    return attribute().unit() == null ? label : label + " (" + attribute().unit() + ")";
  }

  public String getHelp() {
    return attribute().help().in(language);
  }

  public boolean isRequired() {
    return asked.required();
  }

  /**
   * {@code several}, {@code choice}, {@code answer}, {@code date}, {@code number} or {@code text}.
   */
  public String getLook() {
    AttributeType type = attribute().type();
    if (type == AttributeType.CHOICE) {
      return attribute().several() ? "several" : "choice";
    }
    return type == AttributeType.YES_NO ? "answer" : type.name().toLowerCase(Locale.ROOT);
  }

  /** The values to choose from, and one that was chosen before it was given up. */
  public List<Answer> getAnswers() {
    List<String> chosen = getChosen();
    return attribute().values().stream()
        .filter(one -> !one.archived() || chosen.contains(one.code()))
        .map(one -> new Answer(one.code(), one.label().in(language)))
        .toList();
  }

  /** Some words that others have used, as a help for typing. */
  public String getExamples() {
    List<String> labels =
        attribute().offered().stream()
            .map(AttributeValue::label)
            .map(label -> label.in(language))
            .limit(FEW)
            .toList();
    return labels.isEmpty() ? null : String.join(", ", labels);
  }

  /** What is stored; words that the dictionary knows are read out. */
  public String getValue() {
    return value == null || !getLook().equals("text") ? value : attribute().read(value, language);
  }

  public void setValue(String value) {
    this.value = value;
  }

  public List<String> getChosen() {
    return value == null
        ? new ArrayList<>()
        : new ArrayList<>(Arrays.stream(value.split(",")).map(String::strip).toList());
  }

  public void setChosen(List<String> chosen) {
    this.value = chosen == null || chosen.isEmpty() ? null : String.join(",", chosen);
  }

  String stored() {
    return value;
  }
}
