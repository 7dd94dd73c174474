package org.halles.marketplace.attribute;

/** There is a new attribute, or its values have other labels: what lists know is to be renewed. */
public record AttributeDefined(String code) {}
