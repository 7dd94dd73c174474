package org.halles.marketplace.attribute;

import java.util.List;
import org.halles.marketplace.shared.Texts;

/**
 * An attribute as an operator wants it, unchecked.
 *
 * @param type {@code text}, {@code number}, {@code choice}, {@code yes-no} or {@code date}; stays
 *     as it was made
 * @param unit of a number, such as {@code cm}; may be left out
 * @param several whether a thing may have more than one value; stays as it was made
 * @param content whether it says how much a packet holds, such as {@code 250 g}; buyers then read
 *     the price of a kilogram, a litre or a metre
 * @param values in their order; those that were there and are not given are archived
 */
public record AttributeInput(
    Texts label,
    Texts help,
    String type,
    String unit,
    Boolean several,
    Boolean filterable,
    Boolean content,
    List<Value> values) {

  /** An attribute that says nothing of a packet. */
  public AttributeInput(
      Texts label,
      Texts help,
      String type,
      String unit,
      Boolean several,
      Boolean filterable,
      List<Value> values) {
    this(label, help, type, unit, several, filterable, null, values);
  }

  /**
   * A value.
   *
   * @param code made of the label if left out
   */
  public record Value(String code, Texts label) {}
}
