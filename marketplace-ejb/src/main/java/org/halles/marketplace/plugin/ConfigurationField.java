package org.halles.marketplace.plugin;

import java.io.Serializable;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.halles.spi.Money;
import org.halles.spi.Rate;
import org.halles.spi.Secret;
import org.halles.spi.Setting;

/**
 * One component of a plugin's configuration record, as a form asks for it and as its values are
 * checked.
 *
 * @param choices the names to choose from; empty for others
 * @param fields of one line; empty for others
 * @param label what stands above it, by language; empty if the plugin does not say
 * @param help what stands below it, by language; may be empty
 * @param unit what a number counts; may be empty
 * @param least the least a number may be, or a share in percent; or null
 * @param most the most a number may be, or a share in percent; or null
 * @param longest as many characters as a text may have
 * @param pattern what a text must match as a whole; empty for anything
 */
public record ConfigurationField(
    String name,
    Takes takes,
    List<String> choices,
    List<ConfigurationField> fields,
    Map<String, String> label,
    Map<String, String> help,
    String unit,
    boolean required,
    Long least,
    Long most,
    int longest,
    String pattern)
    implements Serializable {

  private static final int USUAL_LENGTH = 500;

  /** What a field takes. */
  public enum Takes {
    /** A percentage such as {@code 12.5 %}. */
    SHARE,
    /** An amount of money. */
    AMOUNT,
    /** A line of words. */
    TEXT,
    /** A number with decimals, handed to the plugin as a text with a point. */
    DECIMAL,
    /** Words on several lines. */
    LONG_TEXT,
    /** Words that are kept encrypted and never shown again. */
    SECRET,
    /** A whole number. */
    NUMBER,
    /** True or false. */
    YES_NO,
    /** One of the choices. */
    CHOICE,
    /** Any number of words, one a line. */
    LIST,
    /** Any number of lines, each with the fields below. */
    LINES,
    /** The fields below, together. */
    PART
  }

  /** What a record consists of, in its order. */
  public static List<ConfigurationField> allOf(Class<?> configuration) {
    return Arrays.stream(configuration.getRecordComponents()).map(ConfigurationField::of).toList();
  }

  static ConfigurationField of(RecordComponent component) {
    Setting setting = component.getAnnotation(Setting.class);
    Takes takes = takes(component, setting);
    Class<?> type = component.getType();
    return new ConfigurationField(
        component.getName(),
        takes,
        takes == Takes.CHOICE ? names(type) : List.of(),
        fields(component.getGenericType(), takes),
        setting == null ? Map.of() : words(setting.fr(), setting.en()),
        setting == null ? Map.of() : words(setting.helpFr(), setting.helpEn()),
        setting == null ? "" : setting.unit(),
        type.isPrimitive() && type != boolean.class || setting != null && setting.required(),
        setting == null || setting.least() == Long.MIN_VALUE ? null : setting.least(),
        setting == null || setting.most() == Long.MAX_VALUE ? null : setting.most(),
        setting == null ? USUAL_LENGTH : setting.longest(),
        setting == null ? "" : setting.pattern());
  }

  private static List<String> names(Class<?> choice) {
    return Arrays.stream(choice.getEnumConstants()).map(one -> ((Enum<?>) one).name()).toList();
  }

  private static List<ConfigurationField> fields(Type generic, Takes takes) {
    return switch (takes) {
      case LINES -> allOf((Class<?>) ((ParameterizedType) generic).getActualTypeArguments()[0]);
      case PART -> allOf((Class<?>) generic);
      default -> List.of();
    };
  }

  private static Map<String, String> words(String french, String english) {
    Map<String, String> words = new TreeMap<>();
    if (!french.isBlank()) {
      words.put("fr", french);
    }
    if (!english.isBlank()) {
      words.put("en", english);
    }
    return words;
  }

  private static Takes takes(RecordComponent component, Setting setting) {
    Type generic = component.getGenericType();
    if (generic instanceof ParameterizedType list && list.getRawType() == List.class) {
      return listOf(list.getActualTypeArguments()[0], component);
    }
    if (!(generic instanceof Class<?> type)) {
      return Takes.TEXT; // of no type a configuration may have: the reader says so
    }
    if (type == String.class) {
      return text(setting);
    }
    if (type == boolean.class || type == Boolean.class) {
      return Takes.YES_NO;
    }
    if (type.isEnum()) {
      return Takes.CHOICE;
    }
    return isPart(type) ? Takes.PART : simple(type);
  }

  private static Takes text(Setting setting) {
    if (setting != null && setting.decimal()) {
      return Takes.DECIMAL;
    }
    return setting != null && setting.lines() ? Takes.LONG_TEXT : Takes.TEXT;
  }

  private static Takes listOf(Type element, RecordComponent component) {
    if (element instanceof Class<?> type && isPart(type)) {
      return Takes.LINES;
    }
    if (holdsSecret(element)) {
      throw new IllegalArgumentException(
          "%s of %s is a list of secrets, which cannot be kept: make it a list of records"
              .formatted(component.getName(), component.getDeclaringRecord().getName()));
    }
    return Takes.LIST;
  }

  /** True if a secret may stand in it, at any depth. */
  static boolean holdsSecret(Type generic) {
    if (generic instanceof ParameterizedType list) {
      return Arrays.stream(list.getActualTypeArguments()).anyMatch(ConfigurationField::holdsSecret);
    }
    return generic == Secret.class
        || generic instanceof Class<?> type
            && type.isRecord()
            && Arrays.stream(type.getRecordComponents())
                .anyMatch(one -> holdsSecret(one.getGenericType()));
  }

  private static boolean isPart(Class<?> type) {
    return type.isRecord() && simple(type) == Takes.NUMBER;
  }

  private static Takes simple(Class<?> type) {
    if (type == Rate.class) {
      return Takes.SHARE;
    }
    if (type == Money.class) {
      return Takes.AMOUNT;
    }
    return type == Secret.class ? Takes.SECRET : Takes.NUMBER;
  }

  /** What stands above it in this language, or in another one, or nothing. */
  public String labelIn(String language) {
    return in(label, language);
  }

  /** What stands below it. */
  public String helpIn(String language) {
    return in(help, language);
  }

  private static String in(Map<String, String> words, String language) {
    return words.getOrDefault(language, words.values().stream().findFirst().orElse(""));
  }

  /** As the record gets it: a number with decimals has a point, whatever was typed. */
  Object tidy(Object value) {
    return takes == Takes.DECIMAL && value instanceof String text
        ? text.strip().replace(',', '.')
        : value;
  }

  /** What is wrong with a value of this field and what to do; empty if nothing is. */
  Optional<String> complaint(Object value) {
    if (value instanceof Number number) {
      return bounds(BigDecimal.valueOf(number.longValue()), "");
    }
    if (value instanceof Rate share) {
      return bounds(share.toPercent(), " %");
    }
    String text =
        value instanceof Secret secret ? secret.value() : value instanceof String s ? s : "";
    if (required && value instanceof String && text.isBlank()) {
      return Optional.of("is missing");
    }
    if (text.length() > longest) {
      return Optional.of("must have at most " + longest + " characters");
    }
    if (text.isEmpty() || pattern.isEmpty() || text.strip().matches(pattern)) {
      return Optional.empty();
    }
    return Optional.of(
        help.isEmpty()
            ? "is not written as this plugin wants it"
            : "must look as its description says");
  }

  private Optional<String> bounds(BigDecimal value, String sign) {
    boolean tooLow = least != null && value.compareTo(BigDecimal.valueOf(least)) < 0;
    boolean tooHigh = most != null && value.compareTo(BigDecimal.valueOf(most)) > 0;
    if (!tooLow && !tooHigh) {
      return Optional.empty();
    }
    if (least != null && most != null) {
      String what = sign.isEmpty() ? "must be from " : "must be a share from ";
      return Optional.of(what + least + sign + " to " + most + sign);
    }
    return Optional.of(
        tooLow ? "must be " + least + sign + " or more" : "must be at most " + most + sign);
  }
}
