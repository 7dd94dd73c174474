package org.halles.marketplace.commission;

import java.util.UUID;

/**
 * A rule in force, ready to be asked.
 *
 * @param configuration the plugin's record, or null if it cannot be made any more
 * @param fault why not, or null
 */
record ActiveRule(
    UUID id,
    int version,
    String name,
    String kind,
    String group,
    RuleScope scope,
    Record configuration,
    String fault) {}
