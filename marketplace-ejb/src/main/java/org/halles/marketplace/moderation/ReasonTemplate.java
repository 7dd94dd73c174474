package org.halles.marketplace.moderation;

import java.util.UUID;
import org.halles.marketplace.shared.Texts;

/**
 * A reason that is given often, ready in both languages.
 *
 * @param id null for a new one
 * @param outcome what it goes with, or null for anything that needs a reason
 * @param title what the moderator chooses by
 * @param text what the vendor reads
 */
public record ReasonTemplate(UUID id, Outcome outcome, Texts title, Texts text) {}
