package org.halles.web.catalogue;

import java.io.Serializable;
import org.halles.marketplace.attribute.AttributeInput;
import org.halles.marketplace.attribute.AttributeValue;

/** One value people choose, as an operator types it. */
public class ValueLine implements Serializable {

  private static final long serialVersionUID = 1L;

  private String code;
  private String french;
  private String english;

  ValueLine() {}

  ValueLine(AttributeValue value) {
    code = value.code();
    french = value.label().byLanguage().get("fr");
    english = value.label().byLanguage().get("en");
  }

  boolean isBlank() {
    return blank(french) && blank(english) && blank(code);
  }

  AttributeInput.Value input() {
    return new AttributeInput.Value(code, CategoryForm.texts(french, english));
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }

  public String getCode() {
    return code;
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
