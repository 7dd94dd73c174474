package org.halles.marketplace.commission;

import java.util.UUID;
import org.halles.marketplace.shared.Texts;

/**
 * A rule in force, ready to be asked.
 *
 * @param names the name by language, or null if it has only one
 * @param configuration the plugin's record, or null if it cannot be made any more
 * @param fault why not, or null
 */
record ActiveRule(
    UUID id,
    int version,
    String name,
    Texts names,
    String kind,
    String group,
    RuleScope scope,
    Record configuration,
    String fault) {}
