package org.halles.marketplace.returns;

/** Why the law allows no withdrawal (Directive 2011/83/EU, Article 16). */
public enum Exclusion {
  PERISHABLE,
  MADE_TO_MEASURE,
  SEALED_HYGIENE,
  SEALED_MEDIA,
  PRESS,
  MIXED,
  DATED_SERVICE,
  /** The work is done. */
  SERVICE_PERFORMED,
  /** The buyer wanted the file at once and knew that the right ends with that. */
  DIGITAL_AT_ONCE
}
