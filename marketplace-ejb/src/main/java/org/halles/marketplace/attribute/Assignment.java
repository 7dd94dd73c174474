package org.halles.marketplace.attribute;

/**
 * A category asks for an attribute.
 *
 * @param attribute its code
 * @param required whether a listing there must say it
 * @param axis whether variants may differ by it
 */
public record Assignment(String attribute, Boolean required, Boolean axis) {}
