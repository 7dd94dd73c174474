package org.halles.marketplace.attribute;

/** What a value of an attribute may be. */
public enum AttributeType {
  /** Any words; values that are known are translated. */
  TEXT,
  /** A number, in the attribute's unit if it has one. */
  NUMBER,
  /** One of the values of the list, or several where the attribute allows it. */
  CHOICE,
  /** Yes or no. */
  YES_NO,
  /** A day. */
  DATE
}
