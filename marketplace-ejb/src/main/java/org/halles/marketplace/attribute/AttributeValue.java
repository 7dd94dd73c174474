package org.halles.marketplace.attribute;

import org.halles.marketplace.shared.Texts;

/**
 * A value people choose.
 *
 * @param code as it is stored and filtered by, such as {@code stoneware}
 * @param label as people read it
 * @param archived true if it is kept for what was sold and not offered any more
 */
public record AttributeValue(String code, Texts label, boolean archived) {}
