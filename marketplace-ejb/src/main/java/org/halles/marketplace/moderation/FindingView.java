package org.halles.marketplace.moderation;

import org.halles.marketplace.shared.Texts;

/**
 * What a check found.
 *
 * @param severity {@code NOTE}, {@code WARNING}, {@code SERIOUS}, or {@code FAILED} if it could not
 *     tell
 */
public record FindingView(String checkId, String severity, String field, Texts message) {}
