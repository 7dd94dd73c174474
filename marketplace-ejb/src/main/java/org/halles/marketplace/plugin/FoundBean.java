package org.halles.marketplace.plugin;

import java.util.function.Supplier;

/**
 * A bean of an extension point, not yet touched.
 *
 * @param point what it extends
 * @param className its class, by which a descriptor claims it
 * @param instance makes it; may throw anything, linkage errors included
 */
record FoundBean(Point point, String className, Supplier<Object> instance) {}
