package org.halles.marketplace.returns;

/** Who pays for sending goods back. */
public enum Bearer {
  VENDOR,
  BUYER
}
