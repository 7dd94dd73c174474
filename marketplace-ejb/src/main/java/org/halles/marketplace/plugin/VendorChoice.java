package org.halles.marketplace.plugin;

/** What the operator leaves to vendors. */
public enum VendorChoice {
  /** Nothing. */
  NONE,
  /** Each switches the plugin on or off for its own sales. */
  SWITCH,
  /** The same, and configures it for them. */
  CONFIGURE
}
