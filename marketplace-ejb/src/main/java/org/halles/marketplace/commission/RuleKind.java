package org.halles.marketplace.commission;

import java.io.Serializable;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import org.halles.spi.Money;
import org.halles.spi.Rate;

/**
 * A kind of rule that can be written, and what it asks for, so that a form can be drawn for the
 * rules of any plugin.
 *
 * @param kind its name, such as {@code standard.percentage}
 * @param fields what its configuration consists of, in the plugin's order
 */
public record RuleKind(String kind, List<Field> fields) implements Serializable {

  /** What a field takes. */
  public enum Takes {
    /** A percentage such as {@code 12.5 %}. */
    SHARE,
    /** An amount of money. */
    AMOUNT,
    /** Words. */
    TEXT,
    /** A whole number. */
    NUMBER,
    /** True or false. */
    YES_NO,
    /** One of the choices. */
    CHOICE,
    /** Any number of lines, each with the fields below. */
    LINES
  }

  /**
   * One field.
   *
   * @param choices the names to choose from; empty for others
   * @param fields of one line; empty for others
   */
  public record Field(String name, Takes takes, List<String> choices, List<Field> fields)
      implements Serializable {}

  static RuleKind of(String kind, Class<? extends Record> configuration) {
    return new RuleKind(kind, fields(configuration));
  }

  private static List<Field> fields(Class<?> configuration) {
    return Arrays.stream(configuration.getRecordComponents()).map(RuleKind::field).toList();
  }

  private static Field field(RecordComponent component) {
    Type generic = component.getGenericType();
    if (generic instanceof ParameterizedType list && list.getRawType() == List.class) {
      Type line = list.getActualTypeArguments()[0];
      boolean record = line instanceof Class<?> type && type.isRecord();
      return new Field(
          component.getName(),
          Takes.LINES,
          List.of(),
          record ? fields((Class<?>) line) : List.of());
    }
    Class<?> type = component.getType();
    List<String> choices =
        type.isEnum()
            ? Arrays.stream(type.getEnumConstants()).map(one -> ((Enum<?>) one).name()).toList()
            : List.of();
    return new Field(component.getName(), takes(type), choices, List.of());
  }

  private static Takes takes(Class<?> type) {
    if (type == Rate.class) {
      return Takes.SHARE;
    }
    if (type == Money.class) {
      return Takes.AMOUNT;
    }
    if (type.isEnum()) {
      return Takes.CHOICE;
    }
    if (type == boolean.class || type == Boolean.class) {
      return Takes.YES_NO;
    }
    return type == String.class ? Takes.TEXT : Takes.NUMBER;
  }
}
