package org.halles.web.catalogue;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.halles.marketplace.attribute.AttributeInput;
import org.halles.marketplace.attribute.AttributeType;
import org.halles.marketplace.attribute.AttributeValue;
import org.halles.marketplace.attribute.AttributeView;

/** An attribute as an operator types it. */
public class AttributeForm implements Serializable {

  private static final long serialVersionUID = 1L;

  private final boolean isNew;
  private String code;
  private String labelFrench;
  private String labelEnglish;
  private String helpFrench;
  private String helpEnglish;
  private String type = AttributeType.CHOICE.name();
  private String unit;
  private boolean several;
  private boolean filterable;
  private boolean content;
  private final List<ValueLine> values = new ArrayList<>();

  /** A new one. */
  AttributeForm() {
    isNew = true;
    values.add(new ValueLine());
  }

  /** One there is. */
  AttributeForm(AttributeView attribute) {
    isNew = false;
    code = attribute.code();
    labelFrench = attribute.label().byLanguage().get("fr");
    labelEnglish = attribute.label().byLanguage().get("en");
    helpFrench = attribute.help().byLanguage().get("fr");
    helpEnglish = attribute.help().byLanguage().get("en");
    type = attribute.type().name();
    unit = attribute.unit();
    several = attribute.several();
    filterable = attribute.filterable();
    content = attribute.content();
    for (AttributeValue value : attribute.offered()) {
      values.add(new ValueLine(value));
    }
  }

  AttributeInput input() {
    List<AttributeInput.Value> given =
        values.stream().filter(line -> !line.isBlank()).map(ValueLine::input).toList();
    return new AttributeInput(
        CategoryForm.texts(labelFrench, labelEnglish),
        CategoryForm.texts(helpFrench, helpEnglish),
        type.toLowerCase(Locale.ROOT).replace('_', '-'),
        type.equals(AttributeType.NUMBER.name()) ? unit : null,
        several,
        filterable,
        content,
        given.isEmpty() && isNew ? null : given);
  }

  /** True if it has a list of known values. */
  public boolean isListed() {
    return type.equals(AttributeType.CHOICE.name()) || type.equals(AttributeType.TEXT.name());
  }

  public boolean isNumber() {
    return type.equals(AttributeType.NUMBER.name());
  }

  public void addValue() {
    values.add(new ValueLine());
  }

  public void removeValue(ValueLine line) {
    values.remove(line);
  }

  public void up(ValueLine line) {
    int at = values.indexOf(line);
    if (at > 0) {
      Collections.swap(values, at, at - 1);
    }
  }

  public boolean isNew() {
    return isNew;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  public String getLabelFrench() {
    return labelFrench;
  }

  public void setLabelFrench(String labelFrench) {
    this.labelFrench = labelFrench;
  }

  public String getLabelEnglish() {
    return labelEnglish;
  }

  public void setLabelEnglish(String labelEnglish) {
    this.labelEnglish = labelEnglish;
  }

  public String getHelpFrench() {
    return helpFrench;
  }

  public void setHelpFrench(String helpFrench) {
    this.helpFrench = helpFrench;
  }

  public String getHelpEnglish() {
    return helpEnglish;
  }

  public void setHelpEnglish(String helpEnglish) {
    this.helpEnglish = helpEnglish;
  }

  public String getType() {
    return type;
  }

  public void setType(String type) {
    this.type = type;
  }

  public String getUnit() {
    return unit;
  }

  public void setUnit(String unit) {
    this.unit = unit;
  }

  public boolean isSeveral() {
    return several;
  }

  public void setSeveral(boolean several) {
    this.several = several;
  }

  public boolean isFilterable() {
    return filterable;
  }

  public void setFilterable(boolean filterable) {
    this.filterable = filterable;
  }

  public boolean isContent() {
    return content;
  }

  public void setContent(boolean content) {
    this.content = content;
  }

  public List<ValueLine> getValues() {
    return values;
  }
}
