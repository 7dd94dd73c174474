package org.halles.marketplace.attribute;

import java.util.UUID;

/**
 * An attribute as a category asks for it.
 *
 * @param required true if a listing there must say it
 * @param axis true if the variants of a listing may differ by it
 * @param category the one that asks: itself or one above it
 */
public record CategoryAttribute(
    AttributeView attribute, boolean required, boolean axis, UUID category) {}
