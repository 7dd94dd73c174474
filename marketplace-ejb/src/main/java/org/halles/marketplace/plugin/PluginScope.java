package org.halles.marketplace.plugin;

/** For whom a plugin is switched on, off or configured; the narrower one decides. */
public enum PluginScope {
  /** Everybody. */
  PLATFORM,
  /** A country, by its two letters: where it is delivered, or for a checklist the vendor's seat. */
  COUNTRY,
  /** A category with everything below it, by slug. */
  CATEGORY,
  /** One vendor. */
  VENDOR
}
