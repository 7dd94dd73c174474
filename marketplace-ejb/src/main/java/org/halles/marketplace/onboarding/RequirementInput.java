package org.halles.marketplace.onboarding;

import org.halles.marketplace.shared.Texts;

/**
 * A requirement as the operator wants it. Fields mean what they mean in {@link Requirement}; the
 * type cannot be changed later.
 */
public record RequirementInput(
    String type,
    Texts label,
    Texts help,
    boolean professionals,
    boolean privates,
    boolean gatesSelling,
    boolean gatesPayout,
    boolean expires) {}
