package org.halles.marketplace.commission;

import java.util.UUID;
import org.halles.spi.Money;

/**
 * What one rule takes of one line.
 *
 * @param ruleId the rule
 * @param ruleVersion its version
 * @param amount zero to what the line still had
 * @param trace how it came about
 */
public record Share(UUID ruleId, int ruleVersion, Money amount, Trace trace) {}
