package org.halles.spi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How one component of a configuration record is asked for: what stands above it, what helps, and
 * what it must satisfy. Halles draws the form and the JSON schema from it and checks what is typed
 * before the record is made; what concerns several components belongs into the record's
 * constructor. Every part may be left out, as may the whole annotation: then the component's name
 * stands above the field.
 *
 * <pre>{@code
 * public record Table(
 *     @Setting(fr = "Surcharge par kilo", en = "Surcharge a kilo", required = true) Money perKilo,
 *     @Setting(fr = "Poids limite", en = "Heaviest parcel", unit = "kg", least = 1, most = 70)
 *         Integer heaviest) {}
 * }</pre>
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Setting {

  /** What stands above the field, in French. */
  String fr() default "";

  /** What stands above the field, in English. */
  String en() default "";

  /** What stands below it, in French. */
  String helpFr() default "";

  /** What stands below it, in English. */
  String helpEn() default "";

  /** What a number counts, such as {@code kg} or {@code €}; the same in every language. */
  String unit() default "";

  /** True if it must not be left out. */
  boolean required() default false;

  /** The least a number may be, or a share in percent. */
  long least() default Long.MIN_VALUE;

  /** The most a number may be, or a share in percent. */
  long most() default Long.MAX_VALUE;

  /** As many characters as a text may have. */
  int longest() default 500;

  /**
   * What a text must match as a whole, as a regular expression; empty for anything. Say in {@link
   * #helpFr} and {@link #helpEn} what it must look like: whoever types something else is pointed
   * there.
   */
  String pattern() default "";

  /** True if a text may have several lines. */
  boolean lines() default false;

  /**
   * True if a text is a number with decimals, such as an amount whose currency stands in another
   * field: it is shown as the reader writes numbers, may be typed with a comma or a point, and
   * always arrives with a point. Since SPI 1.8.
   */
  boolean decimal() default false;
}
