package org.halles.marketplace.commission;

import java.io.Serializable;
import java.util.List;
import org.halles.marketplace.plugin.ConfigurationField;

/**
 * A kind of rule that can be written, and what it asks for, so that a form can be drawn for the
 * rules of any plugin.
 *
 * @param kind its name, such as {@code standard.percentage}
 * @param fields what its configuration consists of, in the plugin's order
 */
public record RuleKind(String kind, List<ConfigurationField> fields) implements Serializable {

  static RuleKind of(String kind, Class<? extends Record> configuration) {
    return new RuleKind(kind, ConfigurationField.allOf(configuration));
  }
}
