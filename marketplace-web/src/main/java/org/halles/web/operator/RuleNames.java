package org.halles.web.operator;

import java.io.Serializable;
import org.halles.marketplace.commission.RuleVersion;
import org.halles.marketplace.shared.Texts;

/** What a rule is called, as it is typed: in French, in English, or in one for all readers. */
public class RuleNames implements Serializable {

  private static final long serialVersionUID = 1L;

  private String french;
  private String english;

  /** Nothing yet. */
  RuleNames() {}

  RuleNames(RuleVersion rule) {
    french = rule.names() == null ? rule.name() : rule.names().in("fr");
    english = rule.names() == null ? null : rule.names().in("en");
  }

  /** The name for who knows only one. */
  String any() {
    return french == null || french.isBlank() ? english : french;
  }

  /** Both, or null if only one is given. */
  Texts both() {
    boolean one = french == null || french.isBlank() || english == null || english.isBlank();
    return one ? null : Texts.of(french.strip(), english.strip());
  }

  public String getFrench() {
    return french;
  }

  public void setFrench(String french) {
    this.french = french;
  }

  public String getEnglish() {
    return english;
  }

  public void setEnglish(String english) {
    this.english = english;
  }
}
