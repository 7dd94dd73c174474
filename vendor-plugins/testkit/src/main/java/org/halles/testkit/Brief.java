package org.halles.testkit;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/** Facts and answers in few words: what is not there is left out. */
final class Brief {

  private static final int LONGEST = 220;
  private static final String SPI = "org.halles.spi.";

  private Brief() {}

  /** Never longer than a line or two. */
  static String of(Object value) {
    String text = told(value);
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }

  /** The same, put into words only where they are read: contracts ask thousands of times. */
  static Object later(Object value) {
    return new Object() {
      @Override
      public String toString() {
        return of(value);
      }
    };
  }

  private static String told(Object value) {
    if (value instanceof Optional<?> optional) {
      return optional.map(Brief::told).orElse("nothing");
    }
    if (value instanceof Record facts && saysMoreThanItsWords(facts)) {
      StringJoiner parts = new StringJoiner(", ", facts.getClass().getSimpleName() + "(", ")");
      for (RecordComponent component : facts.getClass().getRecordComponents()) {
        Object part = partOf(facts, component);
        if (!isNothing(part)) {
          parts.add(component.getName() + " " + told(part));
        }
      }
      return parts.toString();
    }
    return String.valueOf(value);
  }

  /** An amount or a share has words of its own. */
  private static boolean saysMoreThanItsWords(Record facts) {
    return facts.getClass().getName().startsWith(SPI)
        && facts.toString().startsWith(facts.getClass().getSimpleName() + "[");
  }

  private static Object partOf(Record facts, RecordComponent component) {
    try {
      return component.getAccessor().invoke(facts);
    } catch (ReflectiveOperationException closed) {
      return null;
    }
  }

  private static boolean isNothing(Object part) {
    return part == null
        || part instanceof Map<?, ?> map && map.isEmpty()
        || part instanceof Collection<?> many && many.isEmpty();
  }
}
