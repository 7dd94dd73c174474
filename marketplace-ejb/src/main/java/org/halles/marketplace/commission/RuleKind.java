package org.halles.marketplace.commission;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.halles.marketplace.plugin.ConfigurationField;

/**
 * A kind of rule that can be written, and what it asks for, so that a form can be drawn for the
 * rules of any plugin.
 *
 * @param kind its name, such as {@code standard.percentage}
 * @param label what people call it, by language; empty if its plugin does not say
 * @param fields what its configuration consists of, in the plugin's order
 */
public record RuleKind(String kind, Map<String, String> label, List<ConfigurationField> fields)
    implements Serializable {

  static RuleKind of(
      String kind, Map<String, String> label, Class<? extends Record> configuration) {
    return new RuleKind(kind, label, ConfigurationField.allOf(configuration));
  }

  /** What people call it in this language, or in another one, or nothing. */
  public String labelIn(String language) {
    return label.getOrDefault(language, label.values().stream().findFirst().orElse(""));
  }
}
