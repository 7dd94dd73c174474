package org.halles.web.catalogue;

import java.io.Serializable;
import org.halles.marketplace.attribute.CategoryAttribute;

/** One attribute a category asks for, as an operator ticks it. */
public class AskedLine implements Serializable {

  private static final long serialVersionUID = 1L;

  private final String code;
  private boolean required;
  private boolean axis;

  AskedLine(String code, boolean required, boolean axis) {
    this.code = code;
    this.required = required;
    this.axis = axis;
  }

  static AskedLine of(CategoryAttribute asked) {
    return new AskedLine(asked.attribute().code(), asked.required(), asked.axis());
  }

  public String getCode() {
    return code;
  }

  public boolean isRequired() {
    return required;
  }

  public void setRequired(boolean required) {
    this.required = required;
  }

  public boolean isAxis() {
    return axis;
  }

  public void setAxis(boolean axis) {
    this.axis = axis;
  }
}
